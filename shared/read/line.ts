import type { TextRange } from '../base/range.ts'

/** One line of the source that has words on it. */
export interface Line {
  /** Its words: outer spaces gone, inner runs of spaces one. */
  readonly text: string
  /** Where the words stand in the source, outer spaces left out. */
  readonly range: TextRange
  /** Spaces before the words; a tab counts as four. */
  readonly indent: number
  /** Whether white space stands between the words and the end of the line. */
  readonly spaceAfter: boolean
  /** Empty lines between this line and the line before it. */
  readonly blankBefore: number
  /** Hashes before a heading of Markdown. */
  readonly level?: number
  /** A backslash stands in the number that it opens with, which Markdown puts so that it opens no list. */
  readonly escaped?: true
  /** Words that the source shows bold or slanted. */
  readonly looks?: readonly LineLook[]
}

/** The lines of a text by any of the breaks that editors and PDF extractors write. */
export function linesOf(source: string): readonly Line[] {
  const lines: Line[] = []
  const breaks = /\r\n|[\n\r\v\f\u2028\u2029]/gu
  let start = 0
  let blank = 0
  while (start <= source.length) {
    const found = breaks.exec(source)
    const end = found ? found.index : source.length
    const line = lineIn(source, start, end, blank)
    if (line) lines.push(line)
    blank = line ? 0 : blank + 1
    if (!found) break
    start = found.index + found[0].length
  }
  return lines
}

function lineIn(source: string, start: number, end: number, blankBefore: number): Line | undefined {
  const raw = source.slice(start, end)
  const words = raw.trim()
  if (words === '') return undefined
  const lead = raw.length - raw.trimStart().length
  const from = start + lead
  const to = from + words.length
  return {
    text: setSolid(words).replaceAll(/\s+/gu, ' '),
    range: { start: from, end: to },
    indent: indentOf(raw.slice(0, lead)),
    spaceAfter: to < end,
    blankBefore,
  }
}

/** «П р е з и д е н т» as the word it is: one capital and small letters, or capitals, a space between each. */
function setSolid(words: string): string {
  return words.replaceAll(SPACED, (word) => word.replaceAll(/\s/gu, ''))
}

const SPACED =
  /(?<![\p{L}\p{N}])\p{Lu}(?:(?:[ \u00a0]\p{Ll}){4,}|(?:[ \u00a0]\p{Lu}){4,})(?![\p{L}\p{N}.)]|[ \u00a0]\p{L}(?!\p{L}))/gu

function indentOf(lead: string): number {
  let indent = 0
  for (const char of lead) indent += char === '\t' ? 4 : 1
  return indent
}

/** Words of a line that look otherwise than the rest; the range counts in the text of the line. */
export interface LineLook {
  readonly range: TextRange
  readonly mark: 'strong' | 'emphasis'
}
