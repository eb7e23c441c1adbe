import {
  type Act,
  actAttrs,
  bodyOf,
  type Unit,
  type UnitId,
  unitAttrs,
  walkUnits,
} from '../schema/act.ts'
import type { UnitKind } from '../schema/kind.ts'
import { schema } from '../schema/schema.ts'
import { blockText } from '../structure/canonical-text.ts'
import type { HistoryActKind, HistoryEffect } from '../tradition/history.ts'
import { historyWordsFor } from '../tradition/history-words.ts'
import { type Commencement, type NoteEntry, noteEntries } from './note.ts'

/** One thing that a note tells of a unit: which act did what to it, and from when. */
export interface HistoryEntry {
  /** The unit the note speaks of; where the act has none such, the unit it stands in. */
  readonly unit: UnitId
  /** The unit in which the note stands. */
  readonly notedAt: UnitId
  readonly effect: HistoryEffect
  readonly act: {
    readonly kind: HistoryActKind | null
    /** ISO 8601. */
    readonly date: string | null
    /** As printed, in capitals: `51-VI`. */
    readonly number: string | null
  }
  readonly commencement: Commencement
}

/** The history of an act's units, from the notes of its publisher in the order they stand. */
export function historyOf(act: Act): readonly HistoryEntry[] {
  const words = historyWordsFor(actAttrs(act).language)
  const named = unitsByName(act)
  const entries: HistoryEntry[] = []
  walkUnits(act, (unit, parents) => {
    for (const note of notesOf(unit, words.lead)) {
      for (const entry of noteEntries(note, words)) {
        const notedAt = unitAttrs(unit).id
        const spokenOf = unitOf(entry, [...parents, unit], named) ?? notedAt
        const { effect, act, commencement } = entry
        entries.push({ unit: spokenOf, notedAt, effect, act, commencement })
      }
    }
  })
  return entries
}

/** The notes of a unit, each with the paragraphs that go on with it. */
function notesOf(unit: Unit, lead: RegExp): readonly string[] {
  const notes: string[] = []
  for (const block of bodyOf(unit)) {
    if (block.type !== schema.nodes.note) continue
    const text = blockText(block)
    const before = notes.at(-1)
    if (before === undefined || lead.test(text)) notes.push(text)
    else notes[notes.length - 1] = `${before} ${text}`
  }
  return notes
}

type ByName = ReadonlyMap<string, UnitId>

/** Units that a note names by kind and number alone: the first of each name. */
function unitsByName(act: Act): ByName {
  const named = new Map<string, UnitId>()
  walkUnits(act, (unit) => {
    const { id, kind, label } = unitAttrs(unit)
    const name = nameOf(kind, label)
    if (RUN_THROUGH.has(kind) && !named.has(name)) named.set(name, id)
  })
  return named
}

/** Kinds that a note may name from anywhere in the act. */
const RUN_THROUGH: ReadonlySet<UnitKind> = new Set([
  'article',
  'chapter',
  'part',
  'annex',
  'preamble',
])

function nameOf(kind: UnitKind, label: string | null): string {
  return `${kind} ${label ?? ''}`
}

/** The nearest unit around a note that bears the name it gives, then one in these, then one anywhere. */
function unitOf(
  { kind, label }: NoteEntry,
  around: readonly Unit[],
  named: ByName,
): UnitId | undefined {
  if (kind === undefined) return undefined
  const bears = (unit: Unit) => unitAttrs(unit).kind === kind && unitAttrs(unit).label === label
  const outer = around.findLast(bears)
  if (outer) return unitAttrs(outer).id
  if (label === null) return undefined
  for (const unit of around.toReversed()) {
    const inner = unit.children.find((child) => child.type === unit.type && bears(child))
    if (inner) return unitAttrs(inner).id
  }
  return named.get(nameOf(kind, label))
}
