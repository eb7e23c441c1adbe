import {
  type Act,
  bodyOf,
  makeParagraph,
  makeUnit,
  type Unit,
  type UnitId,
  unitAttrs,
  unitsOf,
} from '#shared/schema/act.ts'
import type { UnitKind } from '#shared/schema/kind.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { profileOf } from '#shared/tradition/profiles.ts'
import { type Profile, styleOf } from '#shared/tradition/tradition.ts'
import type { PlannedEdits } from './unit-edits.ts'

/**
 * What begins a new line in the words of `unit`: the part or indent that reading makes of a further
 * paragraph without a number, for a paragraph inside the unit is no unit and no law could say it.
 * `undefined` where reading keeps paragraphs together, as in a preamble, and with no words before.
 */
export function planFurtherPart(
  act: Act,
  unit: Unit,
  { block, offset }: { readonly block: number; readonly offset: number },
  newId: () => UnitId,
): PlannedEdits | undefined {
  const paragraph = bodyOf(unit)[block]
  const { id, kind } = unitAttrs(unit)
  if (!paragraph?.isTextblock) return undefined
  const before = paragraph.textBetween(0, offset, ' ', ' ').trim()
  const after = paragraph.textBetween(offset, paragraph.content.size, ' ', ' ')
  const further = furtherKind(profileOf(act), kind, before, after)
  if (before === '' || !further) return undefined
  const first = { parent: id, after: null }
  if (block === bodyOf(unit).length - 1 && after.trim() === '') {
    const attrs = { id: newId(), kind: further, label: null, state: 'draft' } as const
    const part = makeUnit(attrs, { heading: undefined, body: [makeParagraph('')] })
    return { edits: [{ kind: 'insert', unit: part, at: first }], caret: attrs.id }
  }
  const newUnit = newId()
  const blanks = after.length - after.trimStart().length
  const cut: UnitEdit = {
    kind: 'split',
    unit: id,
    block,
    offset: offset + blanks,
    newUnit,
    newLabel: null,
  }
  if (isUnnumbered(profileOf(act), kind)) return { edits: [cut], caret: newUnit }
  return {
    edits: [
      cut,
      { kind: 'setKind', unit: newUnit, to: further },
      { kind: 'move', unit: newUnit, to: first },
      ...unitsMoved(unit, newUnit),
    ],
    caret: newUnit,
  }
}

/** A cut takes the units of a unit along; they come back behind the part. */
function unitsMoved(unit: Unit, part: UnitId): readonly UnitEdit[] {
  const ids = unitsOf(unit).map((one) => unitAttrs(one).id)
  const parent = unitAttrs(unit).id
  return ids.map((id, i) => ({ kind: 'move', unit: id, to: { parent, after: ids[i - 1] ?? part } }))
}

/** An indent behind words that go on or before words that begin small, else a part, if the profile has them. */
function furtherKind(
  profile: Profile,
  kind: UnitKind,
  before: string,
  after: string,
): UnitKind | undefined {
  const style = styleOf(profile, kind)
  if (!style || (kind !== 'article' && style.placement !== 'inline')) return undefined
  const goesOn = /[:;,–—]$/u.test(before) || /^\s*[\p{Ll}–—•*-]/u.test(after)
  const wanted = goesOn ? (['alinea'] as const) : (['subparagraph', 'alinea'] as const)
  if (isUnnumbered(profile, kind)) return 'alinea'
  return wanted.find((one) => style.holds.includes(one) && isUnnumbered(profile, one))
}

function isUnnumbered(profile: Profile, kind: UnitKind): boolean {
  const style = styleOf(profile, kind)
  return style?.placement === 'inline' && style.print === undefined
}
