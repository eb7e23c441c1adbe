import { romanValue } from '../../structure/label-value.ts'

/**
 * Orders the numbers of siblings as law does: `4` < `4A` < `4B` < `5`, `10` < `10-1` < `11`,
 * `a` < `a-1` < `b` < `aa`. Letters are Roman where all siblings that are letters can be.
 */
export function labelOrder(siblings: readonly string[]): (a: string, b: string) => number {
  const letters = siblings.filter((label) => /^[a-z]+/iu.test(label))
  const isRoman =
    letters.some((label) => /^(?:ii|iv|vi|II|IV|VI)/u.test(label) || /^[IV]$/u.test(label)) &&
    letters.every((label) => romanValue(stem(label)) !== undefined)
  return (a, b) => compared(parts(a, isRoman), parts(b, isRoman))
}

function stem(label: string): string {
  return /^[a-z]+/iu.exec(label)?.[0] ?? label
}

type Part = readonly [length: number, value: number | string]

/** Runs of figures and of letters; longer runs of letters follow shorter ones. */
function parts(label: string, isRoman: boolean): readonly Part[] {
  return (label.match(/\d+|\p{L}+/gu) ?? [label]).map((run, i): Part => {
    if (/^\d+$/u.test(run)) return [0, Number(run)]
    const roman = isRoman && i === 0 ? romanValue(run) : undefined
    return roman === undefined ? [run.length, run] : [0, roman]
  })
}

function compared(a: readonly Part[], b: readonly Part[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [one, other] = [a[i], b[i]]
    if (!one) return -1
    if (!other) return 1
    if (one[0] !== other[0]) return one[0] - other[0]
    if (one[1] < other[1]) return -1
    if (one[1] > other[1]) return 1
  }
  return 0
}
