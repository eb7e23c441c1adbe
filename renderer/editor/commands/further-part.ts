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
  const isCut = block < bodyOf(unit).length - 1 || after.trim() !== ''
  const further = furtherKind(profileOf(act), kind, {
    goesOn: /[:;,–—]$/u.test(before) || /^\s*[\p{Ll}–—•*-]/u.test(after),
    holdsUnits: isCut && unitsOf(unit).length > 0,
  })
  if (before === '' || !further) return undefined
  const first = { parent: id, after: null }
  if (!isCut) {
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
    ],
    caret: newUnit,
  }
}

/** An indent where the words go on, else a part, if the profile has them; units read on in a part alone. */
function furtherKind(
  profile: Profile,
  kind: UnitKind,
  { goesOn, holdsUnits }: { readonly goesOn: boolean; readonly holdsUnits: boolean },
): UnitKind | undefined {
  const style = styleOf(profile, kind)
  if (!style || (kind !== 'article' && style.placement !== 'inline')) return undefined
  if (isUnnumbered(profile, kind)) return 'alinea'
  const likeliest: readonly UnitKind[] = holdsUnits ? ['subparagraph'] : ['subparagraph', 'alinea']
  const wanted: readonly UnitKind[] = goesOn && !holdsUnits ? ['alinea'] : likeliest
  return wanted.find((one) => style.holds.includes(one) && isUnnumbered(profile, one))
}

function isUnnumbered(profile: Profile, kind: UnitKind): boolean {
  const style = styleOf(profile, kind)
  return style?.placement === 'inline' && style.print === undefined
}
