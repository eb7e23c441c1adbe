import { Fragment, type Node } from 'prosemirror-model'
import type { Problem } from '../base/problem.ts'
import type { TextRange } from '../base/range.ts'
import { makeUnit, type Unit, type UnitId, unitId } from '../schema/act.ts'
import type { UnitKind, UnitState } from '../schema/kind.ts'
import { schema } from '../schema/schema.ts'
import { type Profile, printLabel } from '../tradition/tradition.ts'
import type { Block } from './block.ts'
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
  /** The heading as it looks, where its source tells looks. */
  headingInline: readonly Node[] | undefined
  readonly body: DraftBlock[]
  readonly units: DraftUnit[]
  id: UnitId | undefined
}

/** Words as they stand in the source with the looks it gives them, or a table that is read whole. */
export type DraftBlock =
  | {
      readonly type: 'paragraph' | 'note'
      readonly text: string
      readonly inline: readonly Node[]
    }
  | { readonly type: 'table'; readonly table: Node }

/** The last words of a paragraph, from where its number ends, as a block of law. */
export function wordsOf(block: Block, text: string): DraftBlock {
  return { type: 'paragraph', text, inline: inlineOf(block, text) }
}

export function noteOf(block: Block): DraftBlock {
  return { type: 'note', text: block.text, inline: inlineOf(block, block.text) }
}

/** Gives a unit its heading, or adds to it what the next paragraph holds. */
export function addHeading(unit: DraftUnit, block: Block, text: string): void {
  const inline = inlineOf(block, text)
  unit.headingInline =
    unit.headingInline === undefined ? inline : [...unit.headingInline, schema.text(' '), ...inline]
  unit.heading = unit.heading === undefined ? text : `${unit.heading} ${text}`
}

/** The looks of the last words of a paragraph; its words alone where the source tells no looks. */
function inlineOf({ inline, text }: Block, words: string): readonly Node[] {
  if (inline === undefined || !text.endsWith(words)) return words === '' ? [] : [schema.text(words)]
  return Fragment.from(inline).cut(text.length - words.length).content
}

export function draftUnit(unit: Pick<DraftUnit, 'kind' | 'range'> & Partial<DraftUnit>): DraftUnit {
  return {
    label: null,
    printed: '',
    series: undefined,
    state: 'inForce',
    heading: undefined,
    headingInline: undefined,
    id: undefined,
    ...unit,
    body: [],
    units: [],
  }
}

/** Whether the unit has words of its own that are law. */
export function hasWords(unit: DraftUnit): boolean {
  return unit.body.some(({ type }) => type !== 'note')
}

/** Whether nothing of the unit but its number has been read. */
export function isBare(unit: DraftUnit): boolean {
  return unit.heading === undefined && !hasWords(unit) && unit.units.length === 0
}

/** The last words of law of the unit itself. */
export function lastWords(unit: DraftUnit): string {
  const last = unit.body.findLast(({ type }) => type !== 'note')
  return last?.type === 'paragraph' ? last.text : (unit.heading ?? '')
}

/** The unit as a node; ids are given in document order. */
export function finished(unit: DraftUnit, profile: Profile, newId: () => string): Unit {
  const id = unitId(newId())
  unit.id = id
  const { kind, label, printed, state } = unit
  const num = printed === (label === null ? '' : printLabel(profile, kind, label)) ? null : printed
  return makeUnit(
    { id, kind, label, num: num === '' && label === null ? null : num, state },
    {
      heading: unit.headingInline,
      body: unit.body.map((block) =>
        block.type === 'table' ? block.table : schema.nodes[block.type].create(null, block.inline),
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
