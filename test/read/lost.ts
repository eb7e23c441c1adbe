import type { ReadText } from '#shared/read/act-of-blocks.ts'
import { type ReadOptions, readText } from '#shared/read/read.ts'
import { canonicalText } from '#shared/structure/canonical-text.ts'

/** Reads with ids `u0`, `u1` …. */
export function read(source: string, profile?: ReadOptions['profile']): ReadText {
  let n = 0
  const newId = () => `u${n++}`
  return readText(source, profile ? { newId, profile } : { newId })
}

/** Codes of problems that say: these characters were left out of the act. */
const LEFT_OUT = new Set(['read/page-furniture', 'read/markup'])

/** The characters of a text that neither its act nor its problems show; law 1 says there are none. */
export function lost(source: string, { act, problems }: ReadText): string {
  const left = new Uint8Array(source.length)
  const maybe = new Uint8Array(source.length)
  for (const { code, source: range } of problems) {
    if (range && LEFT_OUT.has(code)) left.fill(1, range.start, range.end)
  }
  for (const { code, source: range } of problems) {
    if (!range || code !== 'read/table') continue
    for (let i = range.start; i < range.end; i++)
      if (/[|+\-=:\u2500-\u257f]/u.test(source[i] ?? '')) maybe[i] = 1
  }
  const text = canonicalText(act).text.replaceAll(/\s/gu, '')
  let at = 0
  let missing = ''
  for (let i = 0; i < source.length; i++) {
    const char = source[i] ?? ''
    if (left[i] === 1 || /\s/u.test(char)) continue
    if (text[at] === char) at++
    else if (maybe[i] === 0) missing += char
  }
  return missing
}
