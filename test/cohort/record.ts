import { type Act, bodyOf, isUnit, type Unit, type UnitId } from '#shared/schema/act.ts'
import type { Peer } from './cohort.ts'

/** What drafters did, as far as it tells where words may be. */
export interface Record {
  /** Each word typed and the unit it was typed into. */
  readonly typed: Map<string, UnitId>
  /** Words that a drafter took away: by undo, or with a selection. */
  readonly undone: Set<string>
  /** By whom each word was taken away with a selection, which redo may do again. */
  readonly erased: Map<string, Set<string>>
  /** Units that text went to from a unit: by a split or a join. */
  readonly flows: Map<UnitId, Set<UnitId>>
  /** Units whose words each drafter changed. */
  readonly touched: Map<string, Set<UnitId>>
  /** How often the words of a unit were cut or carried: what two do so apart stands twice. */
  readonly cuts: Map<UnitId, number>
}

export function newRecord(): Record {
  return {
    typed: new Map(),
    undone: new Set(),
    erased: new Map(),
    flows: new Map(),
    touched: new Map(),
    cuts: new Map(),
  }
}

/** A word that {@link typeWord} types. */
export const WORD = /⟨[^⟨⟩]*⟩/g

/** The units that a word typed into `unit` may stand in by now. */
export function reach(record: Record, unit: UnitId): ReadonlySet<UnitId> {
  const reached = new Set([unit])
  for (const id of reached) for (const next of record.flows.get(id) ?? []) reached.add(next)
  return reached
}

/** Notes that a drafter carried words from a unit to another. */
export function noteFlow(peer: Peer, from: UnitId, to: UnitId, record: Record): void {
  const known = record.flows.get(from)
  if (known) known.add(to)
  else record.flows.set(from, new Set([to]))
  noteCut(peer, from, record)
  noteTouch(peer, to, record)
}

export function noteCut(peer: Peer, unit: UnitId, record: Record): void {
  record.cuts.set(unit, (record.cuts.get(unit) ?? 0) + 1)
  noteTouch(peer, unit, record)
}

/** Notes that a drafter took a word away with the words around it. */
export function noteErased({ name }: Peer, word: string, { erased, undone }: Record): void {
  undone.add(word)
  erased.set(word, new Set([...(erased.get(word) ?? []), name]))
}

/**
 * Notes that a drafter took back that a word was taken away. Who puts it back carries it, as who cuts
 * the words around it does: with a cut that another made meanwhile it stands twice.
 */
export function notePutBack(word: string, record: Record): void {
  record.undone.delete(word)
  const unit = record.typed.get(word)
  if (unit !== undefined) record.cuts.set(unit, (record.cuts.get(unit) ?? 0) + 1)
}

/** Whether a drafter's undo or redo may take a word away: it is theirs, or they erased it once. */
export function mayTakeBack({ name }: Peer, word: string, { erased }: Record): boolean {
  return word.startsWith(`⟨${name}`) || (erased.get(word)?.has(name) ?? false)
}

export function noteTouch({ name }: Peer, unit: UnitId, { touched }: Record): void {
  const known = touched.get(name)
  if (known) known.add(unit)
  else touched.set(name, new Set([unit]))
}

/** Units with a paragraph to type in. */
export function typable(draft: Act): readonly Unit[] {
  const units: Unit[] = []
  draft.descendants((node) => {
    if (isUnit(node) && bodyOf(node).length > 0 && bodyOf(node).every((b) => b.isTextblock)) {
      units.push(node)
    }
    return isUnit(node)
  })
  return units
}

/** Typed words stay whole, so that they can be looked for. */
export function wordSafe(text: string, offset: number): number {
  const open = text.lastIndexOf('⟨', offset - 1)
  const close = text.indexOf('⟩', Math.max(open, 0))
  return open >= 0 && close >= offset ? open : offset
}
