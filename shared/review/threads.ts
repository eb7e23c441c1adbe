import * as Y from 'yjs'
import { type Problem, problem } from '../base/problem.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { wordsHash } from '../base/text-hash.ts'
import type { Person } from '../sync/person.ts'
import { type Anchor, decodeAnchor, encodeAnchor } from './anchor.ts'
import { decodeProposal, type Proposal } from './proposal.ts'

export interface Comment {
  readonly id: string
  readonly author: Person
  /** Milliseconds since the epoch. */
  readonly at: number
  /** Undefined: its author took it back. */
  readonly words: string | undefined
  readonly editedAt: number | undefined
  /** {@link wordsHash} of the words that it had before it was edited or taken back. */
  readonly wordsBefore: readonly string[]
  /** By what the file that it came from knows it. */
  readonly lasting: string | undefined
}

/** What people said of one place of the draft. */
export interface Thread {
  readonly id: string
  readonly anchor: Anchor
  /** What the thread suggests, unless its author took it back. */
  readonly proposal: Proposal | undefined
  /** What it suggests together with other threads, by a name that they share; undefined: it stands alone. */
  readonly group: string | undefined
  /** Oldest first; one at least was not taken back. The first of a proposal may be empty. */
  readonly comments: readonly Comment[]
  /** Undefined: open. */
  readonly resolved: Resolution | undefined
}

export interface Resolution {
  readonly person: Person
  readonly at: number
}

/** A comment to be written; the id is new to the draft. */
export interface NewComment {
  readonly id: string
  readonly author: Person
  readonly at: number
  readonly words: string
  readonly lasting?: string | undefined
}

/**
 * The threads of a draft's review part, the shared document `threads`: id → `anchor`, `resolved` and
 * `comments` (id → `author`, `at`, `words`, `editedAt`, `wordsBefore`, `lasting`). Maps in it are made
 * once and never deleted, so that a reply to what somebody takes back meanwhile is kept.
 */
export function threadsIn(review: Y.Doc): readonly Thread[] {
  return [...threadMaps(review)]
    .flatMap(([id, value]) => decodeThread(id, value) ?? [])
    .sort((a, b) => startOf(a) - startOf(b) || (a.id < b.id ? -1 : 1))
}

/** Opens a thread with its first comment; the thread has the comment's id. */
export function openThread(
  review: Y.Doc,
  anchor: Anchor,
  comment: NewComment,
  origin?: unknown,
): Result<void> {
  if (isBlank(comment.words)) return fail(NO_WORDS)
  writeThread(review, { anchor: encodeAnchor(anchor) }, comment, origin)
  return ok(undefined)
}

/** Opens a thread that suggests something; its comment says why, and may be empty. */
export function openProposal(
  review: Y.Doc,
  part: ProposedPart,
  comment: NewComment,
  origin?: unknown,
): Result<void> {
  return openChange(review, [part], [comment], origin)
}

/** A suggestion and what it is about. */
export interface ProposedPart {
  readonly anchor: Anchor
  readonly proposal: Proposal
}

/** Opens threads that suggest the parts of one change, a thread for each; the first comment says why. */
export function openChange(
  review: Y.Doc,
  parts: readonly ProposedPart[],
  comments: readonly NewComment[],
  origin?: unknown,
): Result<void> {
  if (!parts.every(({ proposal }) => decodeProposal(proposal))) return fail(TOO_LONG)
  const group = parts.length > 1 ? { group: comments[0]?.id } : {}
  review.transact(() => {
    for (const [index, { anchor, proposal }] of parts.entries()) {
      const comment = comments[index]
      const entries = { anchor: encodeAnchor(anchor), proposal, ...group }
      if (comment) writeThread(review, entries, comment, origin)
    }
  }, origin)
  return ok(undefined)
}

/** Replies in a thread. What is said to a resolved thread opens it again. */
export function reply(
  review: Y.Doc,
  thread: string,
  comment: NewComment,
  origin?: unknown,
): Result<void> {
  const map = threadMap(review, thread)
  const comments = map && commentMaps(map)
  if (!comments) return fail(NO_THREAD)
  if (isBlank(comment.words)) return fail(NO_WORDS)
  review.transact(() => {
    comments.set(comment.id, commentMap(comment))
    if (map.has('resolved')) map.delete('resolved')
  }, origin)
  return ok(undefined)
}

/** A comment of a thread, and who changes it. */
export interface OwnComment {
  readonly thread: string
  readonly comment: string
  readonly by: Person
  readonly at: number
}

export function editComment(
  review: Y.Doc,
  own: OwnComment,
  words: string,
  origin?: unknown,
): Result<void> {
  if (isBlank(words)) return fail(NO_WORDS)
  return changeOwn(review, own, words, origin)
}

/** Takes a comment back; those of others stay, and the thread while one has words. */
export function withdrawComment(review: Y.Doc, own: OwnComment, origin?: unknown): Result<void> {
  return changeOwn(review, own, null, origin)
}

export function resolveThread(
  review: Y.Doc,
  thread: string,
  { person, at }: Resolution,
  origin?: unknown,
): Result<void> {
  const map = threadMap(review, thread)
  if (!map) return fail(NO_THREAD)
  const by = { id: person.id, name: person.name }
  review.transact(() => map.set('resolved', { person: by, at }), origin)
  return ok(undefined)
}

export function reopenThread(review: Y.Doc, thread: string, origin?: unknown): Result<void> {
  const map = threadMap(review, thread)
  if (!map) return fail(NO_THREAD)
  review.transact(() => map.delete('resolved'), origin)
  return ok(undefined)
}

/** Calls back when a thread or a comment changes, whoever changed it. */
export function onThreads(review: Y.Doc, listener: () => void): () => void {
  const maps = threadMaps(review)
  maps.observeDeep(listener)
  return () => maps.unobserveDeep(listener)
}

function changeOwn(
  review: Y.Doc,
  { thread, comment, by, at }: OwnComment,
  words: string | null,
  origin: unknown,
): Result<void> {
  const map = threadMap(review, thread)
  const found = map && commentMaps(map)?.get(comment)
  if (!(found instanceof Y.Map)) return fail(NO_THREAD)
  if (decodePerson(found.get('author'))?.id !== by.id) return fail(NOT_OWN)
  const before = found.get('words')
  review.transact(() => {
    if (typeof before === 'string')
      found.set('wordsBefore', [...hashesIn(found.get('wordsBefore')), wordsHash(before)])
    found.set('words', words)
    found.set('editedAt', at)
  }, origin)
  return ok(undefined)
}

function writeThread(
  review: Y.Doc,
  entries: Readonly<Record<string, unknown>>,
  comment: NewComment,
  origin: unknown,
): void {
  review.transact(() => {
    const thread = new Y.Map<unknown>(Object.entries(entries))
    const comments = new Y.Map<unknown>()
    thread.set('comments', comments)
    threadMaps(review).set(comment.id, thread)
    comments.set(comment.id, commentMap(comment))
  }, origin)
}

function commentMap({ author, at, words, lasting }: NewComment): Y.Map<unknown> {
  const by = { id: author.id, name: author.name }
  const said = { author: by, at, words }
  return new Y.Map<unknown>(Object.entries(lasting === undefined ? said : { ...said, lasting }))
}

function threadMaps(review: Y.Doc): Y.Map<unknown> {
  return review.getMap('threads')
}

function threadMap(review: Y.Doc, id: string): Y.Map<unknown> | undefined {
  const map = threadMaps(review).get(id)
  return map instanceof Y.Map ? map : undefined
}

function commentMaps(thread: Y.Map<unknown>): Y.Map<unknown> | undefined {
  const comments = thread.get('comments')
  return comments instanceof Y.Map ? comments : undefined
}

function decodeThread(id: string, value: unknown): Thread | undefined {
  if (!(value instanceof Y.Map)) return undefined
  const anchor = decodeAnchor(value.get('anchor'))
  const comments = [...(commentMaps(value) ?? [])]
    .flatMap(([key, comment]) => decodeComment(key, comment) ?? [])
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  if (!anchor || comments.every(({ words }) => words === undefined)) return undefined
  const isWithdrawn = comments.find((comment) => comment.id === id)?.words === undefined
  const proposal = isWithdrawn ? undefined : decodeProposal(value.get('proposal'))
  const group = value.get('group')
  return {
    id,
    anchor,
    proposal,
    group: typeof group === 'string' ? group : undefined,
    comments,
    resolved: decodeResolution(value.get('resolved')),
  }
}

function decodeComment(id: string, value: unknown): Comment | undefined {
  if (!(value instanceof Y.Map)) return undefined
  const author = decodePerson(value.get('author'))
  const at = value.get('at')
  const words = value.get('words')
  const editedAt = value.get('editedAt')
  const lasting = value.get('lasting')
  if (!author || typeof at !== 'number') return undefined
  return {
    id,
    author,
    at,
    words: typeof words === 'string' ? words : undefined,
    editedAt: typeof editedAt === 'number' ? editedAt : undefined,
    wordsBefore: hashesIn(value.get('wordsBefore')),
    lasting: typeof lasting === 'string' ? lasting : undefined,
  }
}

function hashesIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((hash) => typeof hash === 'string') : []
}

function decodeResolution(value: unknown): Resolution | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { person, at } = value as Record<string, unknown>
  const by = decodePerson(person)
  return by && typeof at === 'number' ? { person: by, at } : undefined
}

function decodePerson(value: unknown): Person | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { id, name } = value as Record<string, unknown>
  return typeof id === 'string' && typeof name === 'string' ? { id, name } : undefined
}

function startOf({ comments }: Thread): number {
  return comments[0]?.at ?? 0
}

function isBlank(words: string): boolean {
  return words.trim() === ''
}

const NO_WORDS: Problem = problem('review/no-words')

const TOO_LONG: Problem = problem('review/too-long')

const NO_THREAD: Problem = problem('review/unknown')

const NOT_OWN: Problem = problem('review/not-own')
