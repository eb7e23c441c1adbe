import { compareValues, followsValues, labelValues } from '../structure/label-value.ts'
import type { LabelStyle } from '../tradition/tradition.ts'

export type SeriesDoubt = 'gap' | 'disorder'

/**
 * What is doubtful in a label that stands after `before` in one series: a number is missing between
 * them, or the order is broken. `null`: it opens the series. Labels without a value raise no doubt.
 */
export function doubtInSeries(
  before: string | null,
  label: string,
  style: LabelStyle | undefined,
): SeriesDoubt | undefined {
  const next = labelValues(label, style)
  if (!next) return undefined
  if (before === null) return next[0] === 1 && next.length === 1 ? undefined : 'gap'
  const last = labelValues(before, style)
  if (!last) return undefined
  if (compareValues(last, next) >= 0) return 'disorder'
  return followsValues(last, next) ? undefined : 'gap'
}
