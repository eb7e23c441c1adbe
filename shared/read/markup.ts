import { type Problem, problem } from '../base/problem.ts'
import type { TextRange } from '../base/range.ts'
import type { Line } from './line.ts'

/** A line without the Markdown around its words, and the marks left out. */
export interface Unmarked {
  readonly line: Line | undefined
  readonly problems: readonly Problem[]
}

const HEADING = /^#{1,6}(?=\s|$)\s*/u
const QUOTE = /^>\s?/u
const RULE = /^(?:[-*_=]\s?){3,}$|^(?:```|~~~)\w*$/u
const BOLD = /^(\*\*|__)(?=\S)(.*\S)\1$/u

/** Takes off what Markdown puts before and around the words of a line; each mark is reported. */
export function unmarked(line: Line): Unmarked {
  const first = line.text[0] ?? ''
  if (!/[#>*_=\-\d`~]/u.test(first)) return { line, problems: [] }
  if (RULE.test(line.text))
    return { line: undefined, problems: [leftOut(line.range.start, line.range.end)] }
  const problems: Problem[] = []
  let { text } = line
  let { start, end } = line.range
  let level: number | undefined
  const exact = end - start === text.length
  for (const opening of exact ? [HEADING, QUOTE] : [HEADING]) {
    const mark = opening.exec(text)?.[0]
    if (!mark) continue
    problems.push(leftOut(start, start + mark.trimEnd().length))
    if (opening === HEADING) level = mark.trimEnd().length
    text = text.slice(mark.length)
    start += mark.length
  }
  const bold = exact ? BOLD.exec(text) : null
  if (bold) {
    problems.push(leftOut(start, start + 2), leftOut(end - 2, end))
    text = bold[2] ?? ''
    start += 2
    end -= 2
  }
  const bare = { ...line, text, range: { start, end }, ...(level === undefined ? {} : { level }) }
  return { line: text === '' ? undefined : bare, problems }
}

function leftOut(start: number, end: number): Problem {
  return markProblem({ start, end })
}

/** A mark of Markdown that is no word. */
export function markProblem(source: TextRange): Problem {
  return problem('read/markup', {}, { severity: 'info', source })
}
