import type { Node } from 'prosemirror-model'
import { ok, type Result } from '#shared/base/result.ts'
import {
  type Act,
  bodyOf,
  headingOf,
  type Unit,
  type UnitId,
  unitAttrs,
  unitsOf,
  walkUnits,
} from '#shared/schema/act.ts'
import type { UnitKind } from '#shared/schema/kind.ts'
import { schema } from '#shared/schema/schema.ts'
import { applyEditsToAct } from '#shared/structure/apply-edit.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { printedNum } from '#shared/structure/label.ts'
import { profileOf } from '#shared/tradition/profiles.ts'
import { planUnitCommand } from '../../editor/commands/unit-edits.ts'

/** What a person says of a unit that was read wrongly. */
export type Correction =
  | { readonly kind: 'kind'; readonly to: UnitKind }
  /** A level in or out. */
  | { readonly kind: 'indent' | 'outdent' }
  /** The unit is no unit: its number and words go on in the unit before it. */
  | { readonly kind: 'text' }

/** The act with a unit corrected; `undefined` where that cannot be. No word is lost. */
export function correctedAct(act: Act, unit: UnitId, correction: Correction): Act | undefined {
  const path = pathOf(act, unit)
  const edits = path && editsOf(act, path, correction)
  if (!edits) return undefined
  const done: Result<Act> = edits.length === 0 ? ok(act) : applyEditsToAct(act, edits)
  return done.ok ? done.value : undefined
}

function editsOf(
  act: Act,
  path: readonly Unit[],
  correction: Correction,
): readonly UnitEdit[] | undefined {
  const unit = path.at(-1)
  if (!unit) return undefined
  const { id } = unitAttrs(unit)
  switch (correction.kind) {
    case 'kind':
      return [{ kind: 'setKind', unit: id, to: correction.to }]
    case 'indent':
    case 'outdent':
      return planUnitCommand(act, path, correction.kind, () => id)?.edits
    case 'text':
      return asText(act, path, unit)
  }
}

function asText(act: Act, path: readonly Unit[], unit: Unit): readonly UnitEdit[] | undefined {
  const before = unitBefore(act, unit)
  if (!before) return undefined
  const { id } = unitAttrs(unit)
  const parent = path.at(-2)
  const body = [...bodyOf(before), ...wordsOf(act, unit)]
  const heading = headingOf(before) ?? null
  const moves = unitsOf(unit).toReversed()
  return [
    { kind: 'setText', unit: unitAttrs(before).id, heading, body },
    ...moves.map((child): UnitEdit => {
      const to = { parent: parent ? unitAttrs(parent).id : null, after: id }
      return { kind: 'move', unit: unitAttrs(child).id, to }
    }),
    { kind: 'remove', unit: id },
  ]
}

/** A unit's own words as paragraphs, its number before the first. */
function wordsOf(act: Act, unit: Unit): readonly Node[] {
  const { paragraph } = schema.nodes
  const heading = headingOf(unit)
  const [first, ...rest] = [
    ...(heading ? [paragraph.create(null, heading.content)] : []),
    ...bodyOf(unit),
  ]
  const num = printedNum(profileOf(act), unit)
  if (num === undefined) return first ? [first, ...rest] : []
  const opening = schema.text(first ? `${num} ` : num)
  if (!first?.isTextblock)
    return [paragraph.create(null, schema.text(num)), ...(first ? [first] : []), ...rest]
  return [first.copy(first.content.addToStart(opening)), ...rest]
}

function unitBefore(act: Act, unit: Unit): Unit | undefined {
  let before: Unit | undefined
  let found: Unit | undefined
  walkUnits(act, (one) => {
    if (one === unit) found = before
    before = one
  })
  return found
}

export function pathOf(act: Act, unit: UnitId): readonly Unit[] | undefined {
  let found: readonly Unit[] | undefined
  walkUnits(act, (one, parents) => {
    if (unitAttrs(one).id === unit) found = [...parents, one]
  })
  return found
}
