import type * as Y from 'yjs'
import { groupBy } from '#shared/base/group.ts'
import { textHash, wordsHash } from '#shared/base/text-hash.ts'
import { type Anchor, anchorToUnit, anchorToWords } from '#shared/review/anchor.ts'
import {
  type Comment,
  editComment,
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
import { lastingOf, saidIn } from './remark-of.ts'

/** What came of taking remarks among the threads of a draft. */
export interface Taken {
  readonly threads: number
  readonly answers: number
  /** Comments that now have the words of the file. */
  readonly reworded: number
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
 * who signs is taken for one of them, so that a file changes the words of comments that came from files
 * alone, and other words for somebody's own become an answer. `at` is the time of comments that tell none.
 */
export function takeRemarks(
  review: Y.Doc,
  remarks: readonly AnchoredRemark[],
  { at, origin }: { readonly at: number; readonly origin?: unknown },
): Taken {
  const known = new KnownComments(
    threadsIn(review),
    remarks.flatMap(({ remark }) => remark.comments),
  )
  const taken = { threads: 0, answers: 0, reworded: 0, resolved: 0, known: 0 }
  review.transact(() => {
    for (const { anchor, remark } of remarks) {
      const found = known.find(remark.comments)
      let thread = found.thread
      taken.known += remark.comments.length - found.missing.length
      for (const { of, words } of found.reworded) {
        const { id: comment, author: by } = of.comment
        // One that was emptied keeps its words.
        if (!editComment(review, { thread: of.thread, comment, by, at }, words).ok) continue
        taken.known--
        taken.reworded++
      }
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

interface Known {
  readonly thread: string
  readonly comment: Comment
  readonly said: RemarkComment
  /** Its words are not all of what a file tells of it. */
  readonly proposes: boolean
}

/** A comment that the draft has not; `id` is the one that it gets. */
interface Missing {
  readonly comment: RemarkComment
  readonly id: string
}

/** The comments of a draft by who said them, when and how, as a file tells it. */
class KnownComments {
  private readonly threads = new Map<string, Thread>()
  private readonly ids = new Map<string, string>()
  private readonly said: ReadonlyMap<string, readonly Known[]>
  private readonly lasting: ReadonlyMap<string | undefined, readonly Known[]>
  private readonly moments: ReadonlyMap<string, readonly Known[]>
  /** What of the file the draft has not, by who said it when. */
  private readonly unknown: ReadonlyMap<string, readonly RemarkComment[]>
  /** How often each was met in the file: what is said twice is two comments. */
  private readonly met = new Map<string, number>()
  private readonly matched = new Set<string>()

  constructor(threads: readonly Thread[], file: readonly RemarkComment[]) {
    const all = threads.flatMap((thread) => {
      this.threads.set(thread.id, thread)
      for (const { id } of thread.comments) this.ids.set(id, thread.id)
      return knownIn(thread)
    })
    this.said = groupBy(all, ({ said }) => saidHash(said))
    this.lasting = groupBy(all, ({ said }) => said.lasting)
    const inFile = new Set(file.map(saidHash))
    const left = all.filter(({ said }) => said.date !== '' && !inFile.has(saidHash(said)))
    this.moments = groupBy(left, ({ said }) => momentOf(said))
    this.unknown = groupBy(
      file.filter((comment) => !this.said.has(saidHash(comment))),
      momentOf,
    )
  }

  isResolved(thread: string): boolean {
    return this.threads.get(thread)?.resolved !== undefined
  }

  /** The thread that has one of the comments, those that it has not, and those that it has in other words. */
  find(comments: readonly RemarkComment[]) {
    let thread: string | undefined
    const missing: Missing[] = []
    const reworded: { readonly of: Known; readonly words: string }[] = []
    for (const comment of comments) {
      const key = saidHash(comment)
      const count = this.met.get(key) ?? 0
      this.met.set(key, count + 1)
      const id = `word-${key}${count === 0 ? '' : `-${count}`}`
      const isFree = (one: Known) =>
        !this.matched.has(one.comment.id) && (thread === undefined || one.thread === thread)
      const same = this.said.get(key)?.find(isFree)
      const holder = same?.thread ?? this.ids.get(id)
      if (holder !== undefined && (thread === undefined || holder === thread)) {
        this.matched.add(same?.comment.id ?? id)
        thread = holder
        continue
      }
      const before = this.inOtherWords(comment, isFree)
      if (before) {
        this.matched.add(before.comment.id)
        thread = before.thread
      }
      // The draft has later words for it.
      if (before?.comment.wordsBefore.includes(wordsHash(comment.words))) continue
      if (before && isOfFile(before.comment.author) && !before.proposes)
        reworded.push({ of: before, words: comment.words })
      else missing.push({ comment: before ? answerOf(comment) : comment, id })
    }
    return { thread, missing, reworded }
  }

  /**
   * The comment that the file has other words for. Word keeps an id for it; of other programs' files, the
   * only one of its author and second that is left over is it.
   */
  private inOtherWords(comment: RemarkComment, isFree: (one: Known) => boolean): Known | undefined {
    const { lasting, author } = comment
    if (lasting !== undefined) {
      const same = this.lasting.get(lasting)?.find((one) => one.said.author === author)
      if (same) return isFree(same) ? same : undefined
    }
    const moment = momentOf(comment)
    const [only, other] = this.moments.get(moment) ?? []
    if (!only || other || !isFree(only)) return undefined
    // Two files that both keep ids tell two comments apart.
    if (lasting !== undefined && only.comment.lasting !== undefined) return undefined
    return this.unknown.get(moment)?.length === 1 ? only : undefined
  }
}

function knownIn(thread: Thread): readonly Known[] {
  const told = new Map(saidIn(thread).map(({ id, said }) => [id, said]))
  return thread.comments.map((comment, i) => {
    // What was taken back is told by no file of ours, and known by the lasting id alone.
    const { id, author } = comment
    const said = told.get(id) ?? {
      author: author.name,
      date: '',
      words: '',
      lasting: lastingOf(comment),
    }
    return { thread: thread.id, comment, said, proposes: i === 0 && thread.proposal !== undefined }
  })
}

/** Who said it when, to the second. */
function momentOf({ author, date }: RemarkComment): string {
  return `${date.slice(0, 19)} ${author}`
}

/** Other words as an answer to those that they are for: said when they are taken, and known by an id of its own. */
function answerOf({ date: _, lasting: __, ...said }: RemarkComment): RemarkComment {
  return { ...said, date: '' }
}

function newComment(comment: RemarkComment, id: string, at: number): NewComment {
  const { author, account, date, words, lasting } = comment
  const by: Person = { id: `${OF_FILE}${textHash(account ?? author)}`, name: author }
  return { id, author: by, at: timeOf(date) ?? at, words, lasting }
}

const OF_FILE = 'word-'

function isOfFile({ id }: Person): boolean {
  return id.startsWith(OF_FILE)
}

/** Word does not tell who settled a thread. */
const IN_WORD: Person = { id: 'word', name: 'Word' }

function timeOf(date: string): number | undefined {
  const at = Date.parse(date)
  return Number.isNaN(at) ? undefined : at
}
