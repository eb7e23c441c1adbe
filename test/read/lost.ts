import type { ReadOptions, ReadText } from '#shared/read/read.ts'
import { readText } from '#shared/read/read.ts'
import { canonicalText } from '#shared/structure/canonical-text.ts'

/** Reads with ids `u0`, `u1` …. */
export function read(source: string, profile?: ReadOptions['profile']): ReadText {
  let n = 0
  const newId = () => `u${n++}`
  return readText(source, profile ? { newId, profile } : { newId })
}

/** The characters of a text that its act and its problems do not show; law 1 says there are none. */
export function lost(source: string, { act, problems }: ReadText): string {
  const covered = new Uint8Array(source.length)
  for (const { source: range } of problems) {
    if (range) covered.fill(1, range.start, range.end)
  }
  const text = canonicalText(act).text.replaceAll(/\s/gu, '')
  let at = 0
  let missing = ''
  for (let i = 0; i < source.length; i++) {
    const char = source[i] ?? ''
    if (/\s/u.test(char)) continue
    if (text[at] === char) at++
    else if (covered[i] === 0) missing += char
  }
  return missing
}
