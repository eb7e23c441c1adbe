import { Fragment, type Node } from 'prosemirror-model'
import type { Problem } from '../base/problem.ts'
import type { TextRange } from '../base/range.ts'
import { makeUnit, type Unit, type UnitId, unitId } from '../schema/act.ts'
import type { UnitKind, UnitState } from '../schema/kind.ts'
import { schema } from '../schema/schema.ts'
import { type Profile, printLabel } from '../tradition/tradition.ts'
import type { Block, Declared } from './block.ts'
import type { ListPlace } from './item.ts'
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
  /** Its place in a list that the source counts. */
  readonly place: ListPlace | undefined
  /** How deep its heading is, where the source says so by hashes. */
  readonly level: number | undefined
  state: UnitState
  heading: string | undefined
  /** The heading as it looks, where its source tells looks. */
  headingInline: readonly Node[] | undefined
  readonly body: DraftBlock[]
  readonly units: DraftUnit[]
  id: UnitId | undefined
}

/** Words as they stand in the source with the looks it gives them, or a table or foreign markup, read whole. */
export type DraftBlock =
  | {
      readonly type: 'paragraph' | 'note'
      readonly text: string
      readonly inline: readonly Node[]
    }
  | { readonly type: 'whole'; readonly node: Node }

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

/** Gives a unit the heading that stands over its number. */
export function takeAbove(unit: DraftUnit, { above }: Block): void {
  if (above) addHeading(unit, above, above.text)
}

/** The paragraph for a second number in it: the heading over it belongs to the first. */
export function under({ above: _, ...block }: Block): Block {
  return block
}

/** Gives a unit a paragraph as its source declares it. */
export function takeDeclared(
  unit: DraftUnit,
  as: Declared['as'],
  inline: readonly Node[],
  { role }: Block,
): void {
  const text = Fragment.from(inline).textBetween(0, Fragment.from(inline).size, ' ', ' ')
  if (role.is === 'table') unit.body.push({ type: 'whole', node: role.table })
  else if (inline.length === 0) return
  else if (as === 'heading' && unit.heading === undefined && unit.body.length === 0) {
    unit.heading = text
    unit.headingInline = inline
  } else if (as === 'foreign') unit.body.push({ type: 'whole', node: foreignNode(inline) })
  else unit.body.push({ type: as === 'note' ? 'note' : 'paragraph', text, inline })
}

/** Foreign markup from the lines that show it. */
export function foreignNode(inline: readonly Node[]): Node {
  return schema.nodes.unknown.create({ source: inline.map((node) => node.text ?? '\n').join('') })
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
    place: undefined,
    level: undefined,
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

/** The unit as a node; ids are given in document order to units that have none yet. */
export function finished(unit: DraftUnit, profile: Profile, newId: () => string): Unit {
  const id = unit.id ?? unitId(newId())
  unit.id = id
  const { kind, label, printed, state } = unit
  const expected = label === null ? '' : (printLabel(profile, kind, label) ?? '')
  const num = printed === expected ? null : printed
  return makeUnit(
    { id, kind, label, num, state },
    {
      heading: unit.headingInline,
      body: unit.body.map((block) =>
        block.type === 'whole' ? block.node : schema.nodes[block.type].create(null, block.inline),
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
