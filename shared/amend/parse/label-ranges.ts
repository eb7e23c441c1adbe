import type { LabelItem } from '../../citation/address.ts'

/** Units in one list or range; a law that repeals a whole code's chapters names some hundred. */
export const MOST_UNITS = 400

/** `3`, `5` → 3, 4, 5; `10-1`, `10-3`; `c`, `e`; `undefined` where numbers do not tell what lies between. */
export function labelsBetween(from: string, to: string): readonly string[] | undefined {
  const [stem, first] = stemOf(from)
  const [stemTo, last] = stemOf(to)
  if (first !== undefined && last !== undefined && stem === stemTo)
    return last > first && last - first < MOST_UNITS
      ? Array.from({ length: last - first + 1 }, (_, i) => `${stem}${first + i}`)
      : undefined
  if (/^[a-zа-я]$/u.test(from) && /^[a-zа-я]$/u.test(to)) {
    const [a, b] = [from.charCodeAt(0), to.charCodeAt(0)]
    return b > a
      ? Array.from({ length: b - a + 1 }, (_, i) => String.fromCharCode(a + i))
      : undefined
  }
  return undefined
}

function stemOf(label: string): readonly [stem: string, last: number | undefined] {
  const match = /^(.*?)(\d+)$/u.exec(label)
  return match ? [match[1] ?? '', Number(match[2])] : [label, undefined]
}

/** "9(a) to (c)" runs through the last of the numbers. */
export function innerRange({ inner }: LabelItem, to: string): readonly (readonly string[])[] {
  const outer = inner.slice(0, -1)
  const labels = labelsBetween(inner.at(-1) ?? '', to)
  return labels?.map((label) => [...outer, label]) ?? []
}
