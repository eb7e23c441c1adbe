import * as Y from 'yjs'
import { type Problem, problem } from '../base/problem.ts'
import { fail, ok, type Result } from '../base/result.ts'
import type { UnitEdit } from '../structure/edit.ts'
import { decide, decisionsIn } from '../sync/decisions.ts'
import { note } from '../sync/edit.ts'
import type { Layout } from '../sync/layout.ts'
import { signClient, signDeletions } from '../sync/people.ts'
import type { Person } from '../sync/person.ts'
import { type Located, locate, type WordPlace } from './anchor.ts'
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
import {
  decodeWords,
  placeOfProposal,
  updateOfWords,
  type WordProposal,
} from './suggested-words.ts'
import type { Thread } from './threads.ts'

/** What a thread suggests; `newer`: a newer program's suggestion, which stays as it is. */
export type Proposal = WordProposal | StructureProposal | { readonly kind: 'newer' }

/** Who decides, when, and under which origin undo finds it. */
export interface DecidedBy {
  readonly person: Person
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly origin?: unknown
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
  const brought = bringSuggested(draft, proposal, by.origin)
  if (!brought.ok) return brought
  const unit = proposal.kind === 'insert' ? proposal.unit.id : proposal.unit
  draft.transact((transaction) => {
    if (brought.value !== undefined) signClient(draft, brought.value, author, by.at)
    writeAs(draft, author, by.at, () => {
      writeStructure(draft, layout, proposal, outlook.place)
      signDeletions(draft, transaction)
    })
    writeDecision(draft, { thread: id, unit }, 'accepted', by)
  }, by.origin)
  return ok(undefined)
}

/** Whether what a thread suggests can be accepted; writes nothing. */
export function mayAccept(draft: Y.Doc, layout: Layout, thread: Thread): Result<void> {
  const { proposal, anchor } = thread
  if (!proposal || !suggesterOf(thread)) return fail(NO_PROPOSAL)
  if (proposal.kind === 'newer') return fail(NEWER)
  if (proposal.kind === 'words') {
    const place = placeOfProposal(draft, layout, anchor)
    if (!place) return fail(WORDS_CHANGED)
    return updateOfWords(draft, thread.id, place, proposal) ? ok(undefined) : fail(TOO_EARLY)
  }
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
  const { kind = 'words' } = value as Record<string, unknown>
  if (kind === 'words') return decodeWords({ ...value })
  if (typeof kind !== 'string') return undefined
  return STRUCTURE.has(kind) ? decodeStructure({ ...value }) : { kind: 'newer' }
}

const STRUCTURE: ReadonlySet<string> = new Set<StructureProposal['kind']>([
  'insert',
  'remove',
  'setState',
  'move',
  'addBlocks',
  'dropBlock',
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
  const update = updateOfWords(draft, id, place, proposal)
  if (!update) return fail(TOO_EARLY)
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

const NO_PROPOSAL: Problem = problem('review/no-proposal')

const WORDS_CHANGED: Problem = problem('review/words-changed')

const TOO_EARLY: Problem = problem('review/too-early')

const NEWER: Problem = problem('review/newer')

const TOO_LATE: Readonly<Record<LateKind, Problem>> = {
  'unit-gone': problem('review/unit-gone'),
  'place-gone': problem('review/place-gone'),
  done: problem('review/done'),
}
