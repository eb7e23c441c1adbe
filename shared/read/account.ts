import { type Problem, problem } from '../base/problem.ts'
import type { TextRange } from '../base/range.ts'

/**
 * Every run of the source that stands neither in the act nor in a range already reported. Reading
 * loses nothing when this is empty; what it finds is reported, so that nothing is lost in silence.
 */
export function unaccounted(
  source: string,
  actText: string,
  reported: readonly TextRange[],
): readonly Problem[] {
  const skip = [...reported].sort((a, b) => a.start - b.start)
  const lost: Problem[] = []
  let at = 0
  let next = 0
  let run: { start: number; end: number } | undefined
  for (let i = 0; i < source.length; i++) {
    while (next < skip.length && (skip[next]?.end ?? 0) <= i) next++
    const range = skip[next]
    if (range && i >= range.start) {
      i = range.end - 1
      continue
    }
    if (isSpace(source, i)) continue
    while (at < actText.length && isSpace(actText, at)) at++
    if (source.charCodeAt(i) === actText.charCodeAt(at)) {
      at++
      continue
    }
    if (run && run.end === i) run.end = i + 1
    else {
      run = { start: i, end: i + 1 }
      lost.push(lostAt(run))
    }
  }
  return lost
}

function lostAt(source: TextRange): Problem {
  return problem('read/lost', {}, { source })
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code > 32 && code < 160) return false
  return /\s/u.test(text[at] ?? '')
}
