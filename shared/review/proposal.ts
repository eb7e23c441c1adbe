import * as Y from 'yjs'
import { type Problem, problem } from '../base/problem.ts'
import { fail, ok, type Result } from '../base/result.ts'
import type { UnitEdit } from '../structure/edit.ts'
import { decide, decisionsIn } from '../sync/decisions.ts'
import { note } from '../sync/edit.ts'
import type { Layout } from '../sync/layout.ts'
import { signClient, signDeletions } from '../sync/people.ts'
import type { Person } from '../sync/person.ts'
import { digest } from '../sync/shape.ts'
import {
  type Anchor,
  anchorToWords,
  type Located,
  locate,
  plainWords,
  textAt,
  type WordPlace,
} from './anchor.ts'
import {
  bringSuggested,
  decodeStructure,
  editsOfStructure,
  type LateKind,
  outlookOf,
  type StructureProposal,
  unitOfStructure,
  writeStructure,
} from './structure.ts'
import type { Thread } from './threads.ts'

/** What a thread suggests; `newer`: a newer program's suggestion, which stays as it is. */
export type Proposal = WordProposal | StructureProposal | { readonly kind: 'newer' }

/**
 * Other words for those that a thread is about. It holds back the change of the text that its author
 * made on a copy: whoever accepts it writes that same change. So two who accept apart write it once,
 * it stands where its author meant it whatever was written around, and the words are its author's.
 */
export interface WordProposal {
  readonly kind: 'words'
  /** What is to stand in place of the anchored words; empty: nothing. */
  readonly words: string
  /** An update of the text part. */
  readonly update: Uint8Array
}

/** Who decides, when, and under which origin undo finds it. */
export interface DecidedBy {
  readonly person: Person
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly origin?: unknown
}

/** Proposes `words` in place of others, narrowed to those that differ; the text stays as it is. */
export function propose(
  draft: Y.Doc,
  place: WordPlace,
  words: string,
): Result<{ readonly anchor: Anchor; readonly proposal: WordProposal }> {
  const old = wordsAt(draft, place)
  if (old === '') return fail(NOTHING_THERE)
  if (old === words) return fail(NO_CHANGE)
  const narrowed = narrow(old, words)
  const within = { ...place, from: place.from + narrowed.from, to: place.from + narrowed.to }
  const anchor = anchorToWords(draft, within)
  if (!anchor) return fail(NOTHING_THERE)
  const update = heldBack(draft, within, narrowed.words)
  return ok({ anchor, proposal: { kind: 'words', words: narrowed.words, update } })
}

/** Where the words that a proposal replaces stand, as its author saw them; undefined: they do not any more. */
export function placeOfProposal(
  draft: Y.Doc,
  layout: Layout,
  anchor: Anchor,
): WordPlace | undefined {
  const place = locate(draft, layout, anchor)
  if (place.kind !== 'words') return undefined
  return wordsAt(draft, place) === anchor.words?.quote ? place : undefined
}

/** Where the unit or the words of a thread are, as what it suggests has them. */
export function locateThread(draft: Y.Doc, layout: Layout, { anchor, proposal }: Thread): Located {
  if (!isStructure(proposal)) return locate(draft, layout, anchor)
  const unit = unitOfStructure(draft, layout, proposal)
  return { kind: layout.parents.has(unit) ? 'unit' : 'unit-removed', unit }
}

/**
 * Writes what a thread suggests, as its author's, and that it was accepted, as the drafter's. What was
 * accepted already, here or by somebody heard of, is left as it is.
 */
export function acceptProposal(
  draft: Y.Doc,
  layout: Layout,
  thread: Thread,
  by: DecidedBy,
): Result<void> {
  const { id, anchor, proposal } = thread
  const author = suggesterOf(thread)
  if (!proposal || !author) return fail(NO_PROPOSAL)
  if (proposal.kind === 'newer') return fail(NEWER)
  if (decisionsIn(draft).get(id)?.kind === 'accepted') return ok(undefined)
  if (proposal.kind === 'words') {
    const place = placeOfProposal(draft, layout, anchor)
    if (!place) return fail(WORDS_CHANGED)
    return writeWords(draft, { id, place, proposal, author }, by)
  }
  const outlook = outlookOf(draft, layout, proposal)
  if (outlook.kind !== 'open') return fail(TOO_LATE[outlook.kind])
  const brought = bringSuggested(draft, proposal)
  if (!brought.ok) return brought
  const unit = proposal.kind === 'insert' ? proposal.unit.id : proposal.unit
  draft.transact(() => {
    if (brought.value !== undefined) signClient(draft, brought.value, author, by.at)
    writeAs(draft, author, by.at, () => writeStructure(draft, layout, proposal, outlook.place))
    writeDecision(draft, { thread: id, unit }, 'accepted', by)
  }, by.origin)
  return ok(undefined)
}

/** Whether what a thread suggests can be accepted; writes nothing. */
export function mayAccept(draft: Y.Doc, layout: Layout, thread: Thread): Result<void> {
  const { proposal, anchor } = thread
  if (!proposal || !suggesterOf(thread)) return fail(NO_PROPOSAL)
  if (proposal.kind === 'newer') return fail(NEWER)
  if (proposal.kind === 'words')
    return placeOfProposal(draft, layout, anchor) ? ok(undefined) : fail(WORDS_CHANGED)
  const { kind } = outlookOf(draft, layout, proposal)
  return kind === 'open' ? ok(undefined) : fail(TOO_LATE[kind])
}

/** The edits of structure that accepting a thread does; none for words, which no reference depends on. */
export function editsOfThread(
  draft: Y.Doc,
  layout: Layout,
  { proposal }: Thread,
): readonly UnitEdit[] {
  if (!isStructure(proposal)) return []
  const outlook = outlookOf(draft, layout, proposal)
  return outlook.kind === 'open' ? editsOfStructure(proposal, outlook.place) : []
}

/** Threads as they are accepted together: what goes is still a neighbor to all that comes and moves. */
export function inOrder(threads: readonly Thread[]): readonly Thread[] {
  const isRemoval = ({ proposal }: Thread) => proposal?.kind === 'remove'
  return [...threads.filter((one) => !isRemoval(one)), ...threads.filter(isRemoval)]
}

/** Notes that a proposal is not taken; one that was decided stays so. */
export function rejectProposal(draft: Y.Doc, thread: Thread, by: DecidedBy): Result<void> {
  const { id, anchor, proposal } = thread
  if (!proposal) return fail(NO_PROPOSAL)
  if (proposal.kind === 'newer') return fail(NEWER)
  if (decisionsIn(draft).has(id)) return ok(undefined)
  draft.transact(
    () => writeDecision(draft, { thread: id, unit: anchor.unit }, 'rejected', by),
    by.origin,
  )
  return ok(undefined)
}

/** What a thread suggests, as somebody wrote it; undefined: nothing that can be read. */
export function decodeProposal(value: unknown): Proposal | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { kind = 'words', words, update } = value as Record<string, unknown>
  if (kind === 'words') {
    if (typeof words !== 'string' || !(update instanceof Uint8Array)) return undefined
    return { kind, words, update }
  }
  if (typeof kind !== 'string') return undefined
  return STRUCTURE.has(kind) ? decodeStructure({ ...value }) : { kind: 'newer' }
}

const STRUCTURE: ReadonlySet<string> = new Set<StructureProposal['kind']>([
  'insert',
  'remove',
  'setState',
  'move',
])

export function isStructure(proposal: Proposal | undefined): proposal is StructureProposal {
  return proposal !== undefined && STRUCTURE.has(proposal.kind)
}

/** Whoever opened the thread, whatever time others give to what they say in it. */
function suggesterOf({ id, comments }: Thread): Person | undefined {
  return (comments.find((comment) => comment.id === id) ?? comments[0])?.author
}

interface Words {
  readonly id: string
  readonly place: WordPlace
  readonly proposal: WordProposal
  readonly author: Person
}

function writeWords(
  draft: Y.Doc,
  { id, place, proposal, author }: Words,
  by: DecidedBy,
): Result<void> {
  const asMade = changesOnly(draft, place, proposal)
  const update = asMade ? proposal.update : writtenAnew(draft, id, place, proposal.words)
  // In a transaction of its own: what comes from elsewhere and what is written here must not be one.
  const written = draft.transact((transaction) => {
    Y.applyUpdate(draft, update)
    return transaction
  }, by.origin)
  draft.transact(() => {
    for (const { id: item } of Y.decodeUpdate(update).structs)
      signClient(draft, item.client, author, by.at)
    signDeletions(draft, written)
    writeDecision(draft, { thread: id, unit: place.unit }, 'accepted', by)
  }, by.origin)
  return ok(undefined)
}

/** Writes under a Yjs client of its own, which is signed as the author's. */
function writeAs(draft: Y.Doc, author: Person, at: number, write: () => void): void {
  const own = draft.clientID
  const client = new Y.Doc().clientID
  signClient(draft, client, author, at)
  draft.clientID = client
  try {
    write()
  } finally {
    draft.clientID = own
  }
}

function writeDecision(
  draft: Y.Doc,
  { thread, unit }: { readonly thread: string; readonly unit: string },
  kind: 'accepted' | 'rejected',
  { person, at }: DecidedBy,
): void {
  decide(draft, thread, { kind, person, at })
  note(draft, { edit: kind === 'accepted' ? 'accept' : 'reject', unit, author: person.id, at })
}

function wordsAt(draft: Y.Doc, place: WordPlace): string {
  const text = textAt(draft, place)
  return text ? plainWords(text).slice(place.from, place.to) : ''
}

/**
 * The change of a thread whose words were carried away from those that its author changed. The Yjs client
 * that writes it follows from the change and its neighbors alone, so that whoever accepts it apart writes
 * the same characters, and together they have them once.
 */
function writtenAnew(draft: Y.Doc, thread: string, place: WordPlace, words: string): Uint8Array {
  const anew = heldBack(draft, place, words)
  const { structs, ds } = Y.decodeUpdate(anew)
  const [item, other] = structs
  if (!(item instanceof Y.Item) || other) return anew
  const { origin, rightOrigin } = item
  const said = { thread, words, origin, rightOrigin, removed: [...ds.clients] }
  const client = Number.parseInt(digest(JSON.stringify(said)), 16)
  // What a client writes that wrote already would be taken for what is known of it.
  return Y.getState(draft.store, client) === 0 ? heldBack(draft, place, words, client) : anew
}

/** The change of words at a place, made on a copy under a Yjs client of its own. */
function heldBack(draft: Y.Doc, place: WordPlace, words: string, client?: number): Uint8Array {
  const copy = new Y.Doc({ gc: false })
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(draft))
  if (client !== undefined) copy.clientID = client
  const updates: Uint8Array[] = []
  copy.on('update', (update: Uint8Array) => updates.push(update))
  copy.transact(() => {
    const text = textAt(copy, place)
    // Among the words that go: what others write beside them meanwhile stays on its side.
    const at = place.from + ((wordsAt(copy, place).codePointAt(0) ?? 0) > 0xffff ? 2 : 1)
    if (words !== '') text?.insert(at, words)
    text?.delete(at + words.length, place.to - at)
    text?.delete(place.from, at - place.from)
  })
  copy.destroy()
  return Y.mergeUpdates(updates)
}

/**
 * Whether the change that a proposal holds back was not written yet and does what it shows and no more:
 * takes away the words at the place, each character of them, and puts its own among them.
 */
function changesOnly(draft: Y.Doc, place: WordPlace, { words, update }: WordProposal): boolean {
  const characters = charactersAt(draft, place)
  let decoded: ReturnType<typeof Y.decodeUpdate>
  try {
    decoded = Y.decodeUpdate(update)
  } catch {
    // Bytes from another program: the words are written anew.
    return false
  }
  const { structs, ds } = decoded
  const removed = [...ds.clients].flatMap(([client, ranges]) =>
    ranges.flatMap(({ clock, len }) =>
      Array.from({ length: len }, (_, n) => `${client} ${clock + n}`),
    ),
  )
  const isExact =
    removed.length === characters.length && characters.every((each) => removed.includes(each))
  if (!isExact || structs.length !== (words === '' ? 0 : 1)) return false
  const [item] = structs
  if (!item) return true
  return (
    item instanceof Y.Item &&
    item.content instanceof Y.ContentString &&
    item.content.str === words &&
    item.parentSub === null &&
    item.origin !== null &&
    characters.includes(`${item.origin.client} ${item.origin.clock}`) &&
    Y.getState(draft.store, item.id.client) === 0 &&
    item.id.clock === 0
  )
}

/** The ids of the characters at a place, in their order. */
function charactersAt(draft: Y.Doc, place: WordPlace): readonly string[] {
  const ids: string[] = []
  let at = 0
  for (let item = textAt(draft, place)?._start ?? null; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue
    for (let n = 0; n < item.length; n++, at++)
      if (place.from <= at && at < place.to) ids.push(`${item.id.client} ${item.id.clock + n}`)
  }
  return ids
}

interface Narrowed {
  readonly from: number
  readonly to: number
  readonly words: string
}

/** The words that differ, whole; where only some are added, with the word beside them. */
function narrow(old: string, next: string): Narrowed {
  const [a, b] = [tokensOf(old), tokensOf(next)]
  let left = 0
  while (left < Math.min(a.length, b.length) && a[left] === b[left]) left++
  let right = 0
  const most = Math.min(a.length, b.length) - left
  while (right < most && a.at(-1 - right) === b.at(-1 - right)) right++
  const hasWord = () =>
    a
      .slice(left, a.length - right)
      .join('')
      .trim() !== ''
  while (left > 0 && !hasWord()) left--
  while (right > 0 && !hasWord()) right--
  return {
    from: a.slice(0, left).join('').length,
    to: a.slice(0, a.length - right).join('').length,
    words: b.slice(left, b.length - right).join(''),
  }
}

function tokensOf(words: string): readonly string[] {
  return words.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? []
}

const NOTHING_THERE: Problem = problem('review/no-words-there')

const NO_CHANGE: Problem = problem('review/no-change')

const NO_PROPOSAL: Problem = problem('review/no-proposal')

const WORDS_CHANGED: Problem = problem('review/words-changed')

const NEWER: Problem = problem('review/newer')

const TOO_LATE: Readonly<Record<LateKind, Problem>> = {
  'unit-gone': problem('review/unit-gone'),
  'place-gone': problem('review/place-gone'),
  done: problem('review/done'),
}
