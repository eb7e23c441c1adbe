import type { DraftUnit } from './draft-unit.ts'
import type { Item } from './item.ts'
import { follows } from './number.ts'
import { type Series, sameSeries, seriesOf } from './series.ts'

/**
 * The series that a number may run in, in the order in which they are tried: the number after it and
 * the lists that are open tell a letter from a numeral, (aa) after (z) from (aa) before (bb).
 */
export function likelySeries(
  item: Item,
  next: Item | undefined,
  open: readonly DraftUnit[],
): readonly Series[] {
  const candidates = seriesOf(item)
  const [first, second] = candidates
  if (!first || !second) return candidates
  const label = next?.form === item.form ? next.label : undefined
  if ([first, second].some(({ style }) => style === 'letterTwice'))
    return twice(candidates, open, item, label)
  const going = candidates.filter((series) => continues(open, series, item))
  if (item.label.length > 1) return going.length > 0 ? going : candidates
  const [letter, roman] = [first, second]
  if (isOne(item.label) && label === item.label.repeat(2)) return [roman]
  const lettered = label !== undefined && follows(item.label, label, letter)
  if (lettered && !/^[ivxlcdm]{2,}$/iu.test(label)) return [letter]
  if (going.length > 0) return going
  return isOne(item.label) ? [roman] : [letter]
}

/** A doubled letter goes on a list of its like or one that ended in (z), or opens one where the next is another. */
function twice(
  candidates: readonly Series[],
  open: readonly DraftUnit[],
  item: Item,
  next: string | undefined,
): readonly Series[] {
  const goesOn = candidates.filter((series) => continues(open, series, item))
  if (goesOn.length > 0) return goesOn
  const letters = candidates.filter(({ style }) => style === 'letter')
  const last = open.findLast((unit) => letters.some((series) => sameSeries(unit.series, series)))
  if (/^(?:z|([a-z])\1)(?!\w)/u.test(last?.label ?? '')) return letters
  const doubled = candidates.filter(({ style }) => style === 'letterTwice')
  const opensList = item.label === 'aa' && next !== undefined && follows('aa', next, doubled[0])
  return opensList ? doubled : candidates.filter(({ style }) => style !== 'letterTwice')
}

function isOne(label: string): boolean {
  return label === 'i' || label === 'I'
}

function continues(open: readonly DraftUnit[], series: Series, { label }: Item): boolean {
  const last = open.findLast((unit) => sameSeries(unit.series, series))
  return last?.label !== undefined && last.label !== null && follows(last.label, label, series)
}
