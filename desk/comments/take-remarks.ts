import type * as Y from 'yjs'
import { textHash } from '#shared/base/text-hash.ts'
import { type Anchor, anchorToUnit, anchorToWords } from '#shared/review/anchor.ts'
import {
  type NewComment,
  openThread,
  reply,
  resolveThread,
  type Thread,
  threadsIn,
} from '#shared/review/threads.ts'
import type { Remark, RemarkComment } from '#shared/structure/remark.ts'
import { saidHash } from '#shared/structure/said-mark.ts'
import type { Person } from '#shared/sync/person.ts'
import { saidIn } from './remark-of.ts'

/** What came of taking remarks among the threads of a draft. */
export interface Taken {
  readonly threads: number
  readonly answers: number
  readonly resolved: number
  /** Comments that the draft had already. */
  readonly known: number
}

/** A remark of a file, and what its thread will be about. */
export interface AnchoredRemark {
  readonly anchor: Anchor
  readonly remark: Remark
}

/**
 * Takes remarks among the threads of a draft: a thread that is there already gets the answers that it
 * lacks, and none stands twice however often a file is taken. Authors are people of the file: nobody
 * who signs is taken for one of them. `at` is the time of comments that tell none.
 */
export function takeRemarks(
  review: Y.Doc,
  remarks: readonly AnchoredRemark[],
  { at, origin }: { readonly at: number; readonly origin?: unknown },
): Taken {
  const known = new KnownComments(threadsIn(review))
  const taken = { threads: 0, answers: 0, resolved: 0, known: 0 }
  review.transact(() => {
    for (const { anchor, remark } of remarks) {
      const found = known.find(remark.comments)
      let thread = found.thread
      taken.known += remark.comments.length - found.missing.length
      let isOpen = thread !== undefined && !known.isResolved(thread)
      for (const { comment, id } of found.missing) {
        const said = newComment(comment, id, at)
        if (thread === undefined) {
          openThread(review, anchor, said)
          thread = id
          taken.threads++
        } else {
          reply(review, thread, said)
          taken.answers++
        }
        isOpen = true
      }
      if (!remark.isResolved || !isOpen || thread === undefined) continue
      const last = Math.max(...remark.comments.map(({ date }) => timeOf(date) ?? at))
      resolveThread(review, thread, { person: IN_WORD, at: last })
      if (found.thread !== undefined) taken.resolved++
    }
  }, origin)
  return taken
}

/** The anchor of a remark that was made on this draft; `before` has the words that are gone from it. */
export function anchorOf(draft: Y.Doc, before: Y.Doc, { unit, words, wordsBase }: Remark): Anchor {
  const standing = words && anchorToWords(draft, { unit, ...words })
  const gone = wordsBase && anchorToWords(before, { unit, ...wordsBase })
  return standing ?? gone ?? anchorToUnit(unit)
}

/** The comments of a draft by who said them, when and how, as a file tells it. */
class KnownComments {
  private readonly threads = new Map<string, Thread>()
  private readonly ids = new Map<string, string>()
  private readonly said = new Map<string, { readonly thread: string; readonly id: string }[]>()
  /** How often each was met in the file: what is said twice is two comments. */
  private readonly met = new Map<string, number>()
  private readonly matched = new Set<string>()

  constructor(threads: readonly Thread[]) {
    for (const thread of threads) {
      this.threads.set(thread.id, thread)
      for (const { id, said } of saidIn(thread)) {
        this.ids.set(id, thread.id)
        const key = saidHash(said)
        this.said.set(key, [...(this.said.get(key) ?? []), { thread: thread.id, id }])
      }
    }
  }

  isResolved(thread: string): boolean {
    return this.threads.get(thread)?.resolved !== undefined
  }

  /** The thread that has one of the comments, and those that it has not. */
  find(comments: readonly RemarkComment[]) {
    let thread: string | undefined
    const missing: { readonly comment: RemarkComment; readonly id: string }[] = []
    for (const comment of comments) {
      const key = saidHash(comment)
      const count = this.met.get(key) ?? 0
      this.met.set(key, count + 1)
      const id = `word-${key}${count === 0 ? '' : `-${count}`}`
      const same = this.said
        .get(key)
        ?.find(
          (one) => !this.matched.has(one.id) && (thread === undefined || one.thread === thread),
        )
      const holder = same?.thread ?? this.ids.get(id)
      if (holder === undefined || (thread !== undefined && holder !== thread)) {
        missing.push({ comment, id })
        continue
      }
      this.matched.add(same?.id ?? id)
      thread = holder
    }
    return { thread, missing }
  }
}

function newComment(comment: RemarkComment, id: string, at: number): NewComment {
  const { author, account, date, words } = comment
  const by: Person = { id: `word-${textHash(account ?? author)}`, name: author }
  return { id, author: by, at: timeOf(date) ?? at, words }
}

/** Word does not tell who settled a thread. */
const IN_WORD: Person = { id: 'word', name: 'Word' }

function timeOf(date: string): number | undefined {
  const at = Date.parse(date)
  return Number.isNaN(at) ? undefined : at
}
