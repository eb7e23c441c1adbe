import { type Act, bodyOf, headingOf, type Unit, unitAttrs, unitsOf } from '../schema/act.ts'
import { findUnit } from '../structure/apply-edit.ts'
import type { Place, UnitEdit } from '../structure/edit.ts'
import { isSameBody, isSameNode } from './deeds.ts'
import type { ReviewEntry, UnitVersion } from './review.ts'

/**
 * The edits that make a unit of the draft what one side had made of it: its words, number, kind,
 * state and place, or its absence. None where it is that already.
 */
export function takeSide(
  entry: ReviewEntry,
  side: 'mine' | 'theirs',
  draft: Act,
): readonly UnitEdit[] {
  const unit = side === 'theirs' && entry.other !== null ? entry.other : entry.unit
  const wanted = entry[side]
  const standing = findUnit(draft, unit)
  if (!wanted) return standing ? [{ kind: 'remove', unit }] : []
  if (!standing) return [{ kind: 'restore', unit }, ...ownEdits(undefined, wanted.unit)]
  return [...ownEdits(standing.unit, wanted.unit), ...homeward(entry, wanted, draft)]
}

/** Without a unit to compare with, everything is written that restoring may have left otherwise. */
function ownEdits(now: Unit | undefined, wanted: Unit): readonly UnitEdit[] {
  const { id: unit, kind, label, num, state } = unitAttrs(wanted)
  const attrs = now && unitAttrs(now)
  const edits: UnitEdit[] = []
  const isSameText = now && isSameBody(now, wanted) && isSameNode(headingOf(now), headingOf(wanted))
  if (!isSameText) {
    edits.push({ kind: 'setText', unit, heading: headingOf(wanted) ?? null, body: bodyOf(wanted) })
  }
  if (attrs?.kind !== kind) edits.push({ kind: 'setKind', unit, to: kind })
  if (attrs?.label !== label || attrs?.num !== num) {
    edits.push({ kind: 'setLabel', unit, label, num })
  }
  if (attrs?.state !== state) edits.push({ kind: 'setState', unit, state })
  return edits
}

function homeward(
  { mineDid, theirsDid }: ReviewEntry,
  { unit, parent, after }: UnitVersion,
  draft: Act,
): readonly UnitEdit[] {
  if (!mineDid.includes('moved') && !theirsDid.includes('moved')) return []
  const { id } = unitAttrs(unit)
  const holder = parent === null ? draft : findUnit(draft, parent)?.unit
  if (!holder) return []
  const siblings = unitsOf(holder).map((sibling) => unitAttrs(sibling).id)
  const to: Place = { parent, after: after.find((each) => siblings.includes(each)) ?? null }
  const at = siblings.indexOf(id)
  const isThere = at >= 0 && (siblings[at - 1] ?? null) === to.after
  return isThere ? [] : [{ kind: 'move', unit: id, to }]
}
