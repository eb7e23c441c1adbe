import type { TextRange } from '../base/range.ts'

/** Whether a range touches none of `taken`, which are in order and apart; asked in logarithmic time. */
export function apartFrom(taken: readonly TextRange[]): (range: TextRange) => boolean {
  return ({ start, end }) => {
    let low = 0
    let high = taken.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((taken[middle]?.end ?? 0) <= start) low = middle + 1
      else high = middle
    }
    const next = taken[low]
    return next === undefined || end <= next.start
  }
}
