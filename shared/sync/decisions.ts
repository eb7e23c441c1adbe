import type * as Y from 'yjs'
import type { Person } from './person.ts'

/** What a drafter decided of a proposal. */
export interface Decision {
  readonly kind: 'accepted' | 'rejected'
  readonly person: Person
  /** Milliseconds since the epoch. */
  readonly at: number
}

/**
 * The decisions by thread. They stand in the text part, `decisions`: a reviewer cannot write there, and
 * undo takes one back together with the words. Of decisions made apart the acceptance holds, since its
 * words are in the text; of two alike the first.
 */
export function decisionsIn(draft: Y.Doc): ReadonlyMap<string, Decision> {
  const decisions = new Map<string, Decision>()
  for (const entry of decisionsOf(draft).toArray()) {
    const read = decodeDecision(entry)
    if (!read) continue
    const known = decisions.get(read.thread)
    if (!known || ranks(read.decision, known)) decisions.set(read.thread, read.decision)
  }
  return decisions
}

export function decide(draft: Y.Doc, thread: string, { kind, person, at }: Decision): void {
  const by = { id: person.id, name: person.name }
  decisionsOf(draft).push([{ thread, kind, person: by, at }])
}

/** Calls back when something is decided or taken back, whoever did it. */
export function onDecisions(draft: Y.Doc, listener: () => void): () => void {
  const decisions = decisionsOf(draft)
  decisions.observe(listener)
  return () => decisions.unobserve(listener)
}

export function decisionsOf(draft: Y.Doc): Y.Array<unknown> {
  return draft.getArray('decisions')
}

function ranks(a: Decision, b: Decision): boolean {
  return a.kind === b.kind ? a.at < b.at : a.kind === 'accepted'
}

function decodeDecision(entry: unknown) {
  if (typeof entry !== 'object' || entry === null) return undefined
  const { thread, kind, person, at } = entry as Record<string, unknown>
  if (typeof thread !== 'string' || typeof at !== 'number') return undefined
  if (kind !== 'accepted' && kind !== 'rejected') return undefined
  if (typeof person !== 'object' || person === null) return undefined
  const { id, name } = person as Record<string, unknown>
  if (typeof id !== 'string' || typeof name !== 'string') return undefined
  return { thread, decision: { kind, person: { id, name }, at } satisfies Decision }
}
