import type { Located } from '#shared/review/anchor.ts'
import type { Outlook } from '#shared/review/structure.ts'
import type { Thread } from '#shared/review/threads.ts'
import { mentionsIn } from '#shared/review/unread.ts'
import type { Decision } from '#shared/sync/decisions.ts'
import type { Person } from '#shared/sync/person.ts'

/** A thread and where it is in the text as it stands. */
export interface PlacedThread {
  readonly thread: Thread
  readonly located: Located
  /** The name of the unit, or the one it had. */
  readonly place: string
  /** The words that it is about, as they are written; undefined: it is about the unit as a whole. */
  readonly quote: string | undefined
  readonly isUnread: boolean
  /** What was decided of the words that it suggests. */
  readonly decision: Decision | undefined
  /** Whether what it suggests can be done: its words, unit or place stand. */
  readonly isTimely: boolean
  /** What becomes of the structure that it suggests; undefined: it suggests none. */
  readonly outlook: Outlook | undefined
  /** Where paragraphs that it suggests would stand or go, by index in their unit; undefined: it suggests none. */
  readonly path: readonly number[] | undefined
  /** Where the unit that it suggests would stand; undefined: nowhere else. */
  readonly target: Target | undefined
}

/** A place in words, beside or in the unit that is named. */
export interface Target {
  readonly at: 'behind' | 'first' | 'act'
  readonly place: string
}

export const COMMENT_FILTERS = ['open', 'unread', 'mine', 'resolved', 'all'] as const
export type CommentFilter = (typeof COMMENT_FILTERS)[number]

export type FilteredThreads = Readonly<Record<CommentFilter, readonly PlacedThread[]>>

/** The threads by filter; `mine` are those that the person wrote in or is mentioned in. */
export function filterThreads(threads: readonly PlacedThread[], me: Person): FilteredThreads {
  return {
    open: threads.filter(isOpen),
    unread: threads.filter(({ isUnread }) => isUnread),
    mine: threads.filter(({ thread }) => isMine(thread, me)),
    resolved: threads.filter((placed) => !isOpen(placed)),
    all: threads,
  }
}

export function isOpen({ thread, decision }: PlacedThread): boolean {
  return thread.resolved === undefined && decision === undefined
}

/** The parts of the change that a suggestion is one of, in the order of the list; none: it stands alone. */
export function partsWith(
  threads: readonly PlacedThread[],
  { thread }: PlacedThread,
): readonly PlacedThread[] {
  if (thread.group === undefined) return []
  const author = authorOf(thread)
  return threads.filter(({ thread: one }) => one.group === thread.group && authorOf(one) === author)
}

function authorOf({ id, comments }: Thread): string | undefined {
  return comments.find((comment) => comment.id === id)?.author.id
}

function isMine({ comments }: Thread, me: Person): boolean {
  return comments.some(
    ({ author, words }) => author.id === me.id || mentionsIn(words ?? '', [me]).length > 0,
  )
}

/** The open thread to go to from one, or from none; round at the ends. */
export function nextThread(
  threads: readonly PlacedThread[],
  from: string | undefined,
  direction: 'next' | 'previous',
): PlacedThread | undefined {
  const open = threads.filter(isOpen)
  const here = open.findIndex(({ thread }) => thread.id === from)
  if (direction === 'next') return open[(here + 1) % open.length]
  return open.at(here <= 0 ? -1 : here - 1)
}

/** A mention that is being typed: where its `@` stands, and who may be meant. */
export interface OpenMention {
  readonly at: number
  readonly people: readonly Person[]
}

/** People offered at once. */
const MOST_OFFERED = 6

/** The mention before the caret, if one is being typed and somebody's name goes on so. */
export function mentionAt(
  words: string,
  caret: number,
  people: readonly Person[],
): OpenMention | undefined {
  const typed = /(?:^|[^\p{L}\p{N}])@([^@\n]*)$/u.exec(words.slice(0, caret))?.[1]
  if (typed === undefined) return undefined
  const start = typed.toLowerCase()
  const meant = people.filter(
    ({ name }) => name.toLowerCase().startsWith(start) && name.length > typed.length,
  )
  if (meant.length === 0) return undefined
  return { at: caret - typed.length - 1, people: meant.slice(0, MOST_OFFERED) }
}

/** The words with a mention completed, and where the caret is then. */
export function completeMention(
  words: string,
  caret: number,
  { at }: OpenMention,
  { name }: Person,
): { readonly words: string; readonly caret: number } {
  const before = `${words.slice(0, at)}@${name} `
  return { words: before + words.slice(caret).replace(/^ /u, ''), caret: before.length }
}
