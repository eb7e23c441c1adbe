import { isMark, type Scan } from './scan.ts'

/** Tokens between which nothing is cited. */
export interface DeadRange {
  readonly from: number
  readonly next: number
}

/** Lists of publications, «(Ведомости Парламента …, 1998 г., № 2-3, ст. 25; …)»: their numbers cite no law. */
export function deadRanges(scan: Scan): readonly DeadRange[] {
  const { tokens, lexicon } = scan
  const ranges: DeadRange[] = []
  for (const [i, { type, form }] of tokens.entries()) {
    if (type !== 'word' || i < (ranges.at(-1)?.next ?? 0)) continue
    if (!lexicon.words.gazette.test(form)) continue
    let next = i
    for (let depth = 1; next < tokens.length; next++) {
      if (isMark(scan, next, '(')) depth++
      if (isMark(scan, next, ')')) depth--
      if (depth === 0) break
    }
    ranges.push({ from: i, next })
  }
  return ranges
}
