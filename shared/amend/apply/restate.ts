import { Fragment, type Node } from 'prosemirror-model'
import { problem } from '../../base/problem.ts'
import {
  type Act,
  bodyOf,
  headingOf,
  isUnit,
  makeUnit,
  type Unit,
  type UnitId,
  unitAttrs,
  unitsOf,
} from '../../schema/act.ts'
import { schema } from '../../schema/schema.ts'
import type { RestateAct, RestateHeading, RestateUnit } from '../instruction.ts'
import { blockFromQuoted, type QuotedUnit, unitFromQuoted } from '../quoted-unit.ts'
import { changed, type Done, refused } from './done.ts'
import { sameLabel } from './locate.ts'
import { unitFor } from './spot.ts'
import { nodeAt, replaced } from './tree.ts'

/** Gives the id of a new unit. */
export type NewId = () => UnitId

export function restateUnit(act: Act, { at, unit: quoted }: RestateUnit, newId: NewId): Done {
  const found = unitFor(act, at)
  if (!found.ok) return found
  const { path, own } = found.place
  const old = nodeAt(act, path)
  if (!old || path.length === 0) return refused('not-found', problem('amend/no-such-unit'))
  const id = unitAttrs(old).id
  if (own) return changed(replaced(act, path, restatedOwn(old, quoted, newId)), [id], found.doubt)
  const target = unitAttrs(old)
  const unit = restated(
    old,
    { ...quoted, kind: target.kind, label: target.label ?? quoted.label },
    newId,
  )
  const doubt = found.doubt ?? (unit.eq(old) ? problem('amend/reads-so') : undefined)
  return changed(replaced(act, path, unit), [id], doubt)
}

/** The new text under the old ids: units in it that have a number keep theirs, others in order. */
export function restated(old: Unit, quoted: QuotedUnit, newId: NewId): Unit {
  const { id, state } = unitAttrs(old)
  const left = [...unitsOf(old)]
  const units = quoted.units.map((one) => {
    const index = left.findIndex((unit) => isSame(unit, one))
    const match = index >= 0 ? left.splice(index, 1)[0] : undefined
    return match ? restated(match, one, newId) : unitFromQuoted(one, newId)
  })
  const { kind, label, num, heading } = quoted
  const notes = notesOf(old)
  return makeUnit(
    { id, kind, label, num, state: state === 'repealed' ? 'inForce' : state },
    {
      heading: headingFor(old, heading),
      body: [
        ...notes.opening,
        ...quoted.blocks.map((block) => keptBlock(old, blockFromQuoted(block))),
        ...notes.other,
      ],
      units,
    },
  )
}

function isSame(unit: Unit, { kind, label }: QuotedUnit): boolean {
  const own = unitAttrs(unit)
  if (label === null) return own.label === null && own.kind === kind
  return own.label !== null && sameLabel(own.label, label) && own.kind === kind
}

/** A heading or block whose words stay keeps its look. */
function headingFor(old: Unit, heading: string | null) {
  const before = headingOf(old)
  if (heading === null) return undefined
  return before?.textContent === heading ? before.content : heading
}

function keptBlock(old: Unit, block: Node): Node {
  return (
    bodyOf(old).find(
      (one) =>
        one.type === block.type &&
        one.textContent === block.textContent &&
        one.type === schema.nodes.paragraph,
    ) ?? block
  )
}

/** A publisher's notes, those that open the unit and the others. */
function notesOf(unit: Unit): {
  readonly opening: readonly Node[]
  readonly other: readonly Node[]
} {
  const body = bodyOf(unit)
  const law = body.findIndex(({ type }) => type !== schema.nodes.note)
  const isNote = ({ type }: Node) => type === schema.nodes.note
  const opening = body.slice(0, Math.max(law, 0))
  return { opening, other: body.slice(opening.length).filter(isNote) }
}

/** The unit's own words restated, which law calls its first part; the units in it stay. */
function restatedOwn(old: Unit, quoted: QuotedUnit, newId: NewId): Unit {
  const blocks = quoted.blocks
    .map((block, i) => (i === 0 ? withoutNumber(block, old) : block))
    .map(blockFromQuoted)
  const heading = headingOf(old)
  const notes = notesOf(old)
  const units = unitsOf(old)
  const firstPart = units.findIndex((unit) => unitAttrs(unit).label === null)
  const behind = firstPart < 0 ? [] : units.slice(firstPart)
  const inner =
    quoted.units.length === 0
      ? units
      : [
          ...quoted.units.map((one) => {
            const match = units.find((unit) => isSame(unit, one))
            return match ? restated(match, one, newId) : unitFromQuoted(one, newId)
          }),
          ...behind,
        ]
  return old.copy(
    Fragment.from([
      ...(heading ? [heading] : []),
      ...notes.opening,
      ...blocks,
      ...notes.other,
      ...inner,
    ]),
  )
}

function withoutNumber(
  block: QuotedUnit['blocks'][number],
  unit: Unit,
): QuotedUnit['blocks'][number] {
  const { label } = unitAttrs(unit)
  if (block.kind !== 'paragraph' || label === null) return block
  const opens = block.text.startsWith(label) && /^[.)]\s+/u.test(block.text.slice(label.length))
  return opens ? { ...block, text: block.text.slice(label.length).replace(/^[.)]\s+/u, '') } : block
}

export function restateHeading(act: Act, { at, heading }: RestateHeading): Done {
  if (at.length === 0) return restateTitle(act, heading)
  const found = unitFor(act, at)
  if (!found.ok) return found
  const { path } = found.place
  const unit = nodeAt(act, path)
  if (!unit) return refused('not-found', problem('amend/no-such-unit'))
  return changed(replaced(act, path, withHeading(unit, heading)), [unitAttrs(unit).id], found.doubt)
}

function withHeading(unit: Unit, heading: string | null): Unit {
  const rest = unit.children.filter(({ type }) => type !== schema.nodes.heading)
  const node =
    heading === null
      ? []
      : [schema.nodes.heading.create(null, heading === '' ? [] : schema.text(heading))]
  return unit.copy(Fragment.from([...node, ...rest]))
}

function restateTitle(act: Act, heading: string | null): Done {
  const index = act.children.findIndex(
    (child) => isUnit(child) && unitAttrs(child).kind === 'preface',
  )
  const preface = act.maybeChild(index)
  if (!preface) return refused('not-found', problem('amend/no-title'))
  return changed(replaced(act, [index], withHeading(preface, heading)), [unitAttrs(preface).id])
}

/** A new edition: units of the same kind and number keep their ids; the title stays. */
export function restateAct(act: Act, { units }: RestateAct, newId: NewId): Done {
  const frame = unitsOf(act).filter((unit) => unitAttrs(unit).kind === 'preface')
  const left = unitsOf(act).filter((unit) => unitAttrs(unit).kind !== 'preface')
  const made = units.map((quoted) => {
    const match = left.find((unit) => isSame(unit, quoted))
    return match ? restated(match, quoted, newId) : unitFromQuoted(quoted, newId)
  })
  return changed(
    act.copy(Fragment.from([...frame, ...made])),
    made.map((unit) => unitAttrs(unit).id),
  )
}
