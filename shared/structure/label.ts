import type { Unit } from '../schema/act.ts'
import { unitAttrs } from '../schema/act.ts'
import { type Profile, printLabel } from '../tradition/tradition.ts'

/** The number as it stands on paper: the printed form that the act fixed, else the profile's. */
export function printedNum(profile: Profile, unit: Unit): string | undefined {
  const { num, label } = unit.attrs
  if (typeof num === 'string') return num
  return typeof label === 'string' ? printLabel(profile, unitAttrs(unit).kind, label) : undefined
}

/**
 * The label of a unit inserted behind `label` in law in force, where nothing may be renumbered:
 * `44` → `44-1`, `44-1` → `44-2` when `44-1` is the last of its run, else the first free index.
 * Rule: inserted units take the number of the unit before them and an index after a hyphen.
 */
export function labelAfter(label: string, taken: ReadonlySet<string>): string {
  const [stem, index] = splitIndex(label)
  for (let next = index + 1; ; next++) {
    const candidate = `${stem}-${next}`
    if (!taken.has(candidate)) return candidate
  }
}

function splitIndex(label: string): readonly [stem: string, index: number] {
  const match = /^(.*)-(\d+)$/.exec(label)
  return match ? [match[1] ?? label, Number(match[2])] : [label, 0]
}

/** Orders labels as law does: `9` < `10` < `10-1` < `10-2` < `11`; `V` < `IX`; `a` < `b`. */
export function compareLabels(a: string, b: string): number {
  const partsA = a.split('-')
  const partsB = b.split('-')
  for (let i = 0; i < Math.max(partsA.length, partsB.length); i++) {
    const partA = partsA[i]
    const partB = partsB[i]
    if (partA === undefined) return -1
    if (partB === undefined) return 1
    const byNumber = numberOf(partA) - numberOf(partB)
    if (byNumber !== 0 && !Number.isNaN(byNumber)) return byNumber
    if (Number.isNaN(byNumber) && partA !== partB) return partA < partB ? -1 : 1
  }
  return 0
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 }

/** The value of an arabic or an upper-case roman number; `NaN` for letters. */
function numberOf(label: string): number {
  if (!/^[IVXLC]+$/.test(label)) return Number(label)
  const values = [...label].map((digit) => ROMAN[digit] ?? 0)
  return values.reduce(
    (sum, value, i) => (value < (values[i + 1] ?? 0) ? sum - value : sum + value),
    0,
  )
}
