import { Fragment } from 'prosemirror-model'
import { problem } from '../../base/problem.ts'
import { type Act, isUnit, makeUnit, type Unit, unitAttrs } from '../../schema/act.ts'
import type { UnitKind } from '../../schema/kind.ts'
import { schema } from '../../schema/schema.ts'
import type { NestText } from '../instruction.ts'
import { candidateAt, changed, type Done, refused } from './done.ts'
import { sameLabel } from './locate.ts'
import type { NewId } from './restate.ts'
import { unitFor } from './spot.ts'
import { nodeAt, replaced } from './tree.ts'

/** Puts all that a unit says, but for its heading, into one new unit in it. */
export function nestText(act: Act, { at, as }: NestText, newId: NewId): Done {
  const found = unitFor(act, at)
  if (!found.ok) return found
  const { path, own } = found.place
  const unit = nodeAt(act, path)
  if (!unit || !isUnit(unit) || own) return refused('not-found', problem('amend/no-such-unit'))
  const { id, state } = unitAttrs(unit)
  const said = unit.children.filter(({ type }) => type !== schema.nodes.heading)
  if (said.length === 0 || state === 'repealed')
    return refused('not-found', problem('amend/no-text'), [candidateAt(act, path)], [id])
  const taken = said.findIndex(
    (child) => isUnit(child) && sameLabel(unitAttrs(child).label ?? '', as.label),
  )
  if (taken >= 0)
    return refused(
      'taken',
      problem('amend/number-taken', { number: as.label }),
      [candidateAt(act, [...path, unit.children.indexOf(said[taken] ?? unit)])],
      [id],
    )
  const sinks = said.some((child) => isUnit(child) && unitAttrs(child).kind === as.kind)
  const frame = makeUnit({ id: newId(), kind: as.kind, label: as.label })
  const nested = frame.copy(
    Fragment.from(said.map((child) => (sinks && isUnit(child) ? sunk(child) : child))),
  )
  const kept = unit.children.filter((child) => !said.includes(child))
  return changed(
    path.length === 0 ? act : replaced(act, path, unit.copy(Fragment.from([...kept, nested]))),
    [id],
    found.doubt,
  )
}

/** Each kind of small unit, and the one below it. */
const BELOW: Readonly<Partial<Record<UnitKind, UnitKind>>> = {
  subsection: 'paragraph',
  paragraph: 'subparagraph',
  subparagraph: 'clause',
  clause: 'subclause',
}

/** A unit and those in it, each a level deeper. */
function sunk(unit: Unit): Unit {
  const { kind } = unitAttrs(unit)
  const children = unit.children.map((child) => (isUnit(child) ? sunk(child) : child))
  return unit.type.create({ ...unit.attrs, kind: BELOW[kind] ?? kind }, children)
}
