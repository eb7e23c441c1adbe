import {
  type Act,
  type Unit,
  type UnitId,
  unitAttrs,
  unitsOf,
  walkUnits,
} from '#shared/schema/act.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { profileOf } from '#shared/tradition/profiles.ts'
import { styleOf } from '#shared/tradition/tradition.ts'

/** Which of the following units of a series get new numbers too. */
export type RenumberReach = 'this' | 'drafts' | 'all'

/** One unit's new number. */
export interface NewLabel {
  readonly unit: UnitId
  readonly old: string
  readonly label: string
}

/** The units of a series from one on: the act's articles, or the siblings of its kind. */
export function seriesFrom(act: Act, unit: UnitId): readonly Unit[] {
  const series: Unit[] = []
  walkUnits(act, (one, parents) => {
    if (series.length > 0 || unitAttrs(one).id !== unit) return
    const { kind } = unitAttrs(one)
    const isThroughAct = styleOf(profileOf(act), kind)?.series === 'act'
    const siblings = isThroughAct ? all(act) : unitsOf(parents.at(-1) ?? act)
    const ofKind = siblings.filter((other) => unitAttrs(other).kind === kind)
    series.push(...ofKind.slice(ofKind.indexOf(one)))
  })
  return series
}

/**
 * The numbers that follow when a unit gets `label`. The numbers of law in force are fixed: with
 * `drafts` only the units of the draft behind it follow, and skip the numbers that stand.
 */
export function newLabels(
  act: Act,
  unit: UnitId,
  label: string,
  reach: RenumberReach,
): readonly NewLabel[] {
  const [first, ...following] = seriesFrom(act, unit)
  const own = first && unitAttrs(first)
  if (!own || own.label === null || label.trim() === '') return []
  const moving = following.filter((one) => {
    const { state, label: old } = unitAttrs(one)
    return old !== null && (reach === 'all' || (reach === 'drafts' && state === 'draft'))
  })
  const fixed = new Set(
    following.filter((one) => !moving.includes(one)).map((one) => unitAttrs(one).label),
  )
  const labels: NewLabel[] = [{ unit: own.id, old: own.label, label: label.trim() }]
  let last = label.trim()
  for (const one of moving) {
    const { id, label: old } = unitAttrs(one)
    do last = labelBehind(last)
    while (fixed.has(last))
    labels.push({ unit: id, old: old ?? '', label: last })
  }
  return labels.filter((one) => one.old !== one.label)
}

export function renumberEdits(labels: readonly NewLabel[]): readonly UnitEdit[] {
  return labels.map(({ unit, label }) => ({ kind: 'setLabel', unit, label, num: null }))
}

/** `5` → `6`, `44-1` → `44-2`, `b` → `c`; what has no number after it takes an index. */
function labelBehind(label: string): string {
  const match = /^(.*?)(\d+)$/.exec(label)
  if (match) return `${match[1]}${Number(match[2]) + 1}`
  if (/^[a-yа-я]$/iu.test(label)) return String.fromCodePoint((label.codePointAt(0) ?? 0) + 1)
  return `${label}-1`
}

function all(act: Act): readonly Unit[] {
  const units: Unit[] = []
  walkUnits(act, (unit) => units.push(unit))
  return units
}
