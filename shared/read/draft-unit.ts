import type { Problem } from '../base/problem.ts'
import type { TextRange } from '../base/range.ts'
import { makeParagraph, makeUnit, type Unit, type UnitId, unitId } from '../schema/act.ts'
import type { UnitKind, UnitState } from '../schema/kind.ts'
import { schema } from '../schema/schema.ts'
import { type Profile, printLabel } from '../tradition/tradition.ts'
import type { Series } from './series.ts'

/** A unit while it is being read: what it holds may still grow. */
export interface DraftUnit {
  readonly kind: UnitKind
  readonly label: string | null
  /** Its number as it stands in the text; `''` for none. */
  readonly printed: string
  readonly range: TextRange
  /** The series its number runs in; `undefined` for units that are no numbered paragraph. */
  readonly series: Series | undefined
  state: UnitState
  heading: string | undefined
  readonly body: DraftBlock[]
  readonly units: DraftUnit[]
  id: UnitId | undefined
}

export interface DraftBlock {
  readonly type: 'paragraph' | 'note'
  readonly text: string
}

export function draftUnit(unit: Pick<DraftUnit, 'kind' | 'range'> & Partial<DraftUnit>): DraftUnit {
  return {
    label: null,
    printed: '',
    series: undefined,
    state: 'inForce',
    heading: undefined,
    id: undefined,
    ...unit,
    body: [],
    units: [],
  }
}

/** Whether the unit has words of its own that are law. */
export function hasWords(unit: DraftUnit): boolean {
  return unit.body.some(({ type }) => type === 'paragraph')
}

/** Whether nothing of the unit but its number has been read. */
export function isBare(unit: DraftUnit): boolean {
  return unit.heading === undefined && !hasWords(unit) && unit.units.length === 0
}

/** The last words of law of the unit itself. */
export function lastWords(unit: DraftUnit): string {
  return unit.body.findLast(({ type }) => type === 'paragraph')?.text ?? unit.heading ?? ''
}

/** The unit as a node; ids are given in document order. */
export function finished(unit: DraftUnit, profile: Profile, newId: () => string): Unit {
  const id = unitId(newId())
  unit.id = id
  const { kind, label, printed, state, heading } = unit
  const num = printed === (label === null ? '' : printLabel(profile, kind, label)) ? null : printed
  return makeUnit(
    { id, kind, label, num: num === '' && label === null ? null : num, state },
    {
      heading,
      body: unit.body.map(({ type, text }) =>
        type === 'note' ? schema.nodes.note.create(null, schema.text(text)) : makeParagraph(text),
      ),
      units: unit.units.map((child) => finished(child, profile, newId)),
    },
  )
}

export function problemAt(
  unit: DraftUnit,
  problem: Pick<Problem, 'code' | 'severity' | 'message'>,
): Problem {
  return { ...problem, source: unit.range, ...(unit.id === undefined ? {} : { unit: unit.id }) }
}
