import type { Line } from './line.ts'

/** How a text shows where a paragraph ends. */
export interface Layout {
  /** Lines are broken at this many characters; `undefined`: a line break means something. */
  readonly wrap: number | undefined
  /** Paragraphs start at this indent or a greater one; 0: indents say nothing. */
  readonly indent: number
  /** Lines are torn at links: some hold nothing but a number or the punctuation behind a link. */
  readonly torn: boolean
}

/** Lines looked at: enough for any act, so that the layout of a long text costs no more. */
const SAMPLE = 20_000

export function layoutOf(lines: readonly Line[]): Layout {
  const sample = lines.slice(0, SAMPLE)
  return { wrap: wrapOf(sample), indent: indentOf(sample), torn: isTorn(sample) }
}

/** A column that PDF extractors and typewriters break at lies between these. */
const NARROWEST = 40
const WIDEST = 140

/**
 * Text is wrapped when no line is much longer than the rest and most lines that come near that
 * length end in the middle of a sentence.
 */
function wrapOf(lines: readonly Line[]): number | undefined {
  if (lines.length < 20) return undefined
  const lengths = lines.map((line) => line.indent + line.text.length).sort((a, b) => a - b)
  const width = lengths[Math.floor(lengths.length * 0.97)] ?? 0
  const longest = lengths.at(-1) ?? 0
  if (width < NARROWEST || width > WIDEST || longest > width * 2.5) return undefined
  let full = 0
  let broken = 0
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i]
    const next = lines[i + 1]
    if (!line || !next || line.indent + line.text.length < width * 0.75) continue
    full++
    if (!/[.;:!?]$/u.test(line.text) && next.blankBefore === 0) broken++
  }
  return full >= lines.length / 4 && broken > full / 2 ? width : undefined
}

/** Two lines that open with what no paragraph opens with are enough. */
function isTorn(lines: readonly Line[]): boolean {
  return lines.filter(({ text }) => /^(?:[,;.)\]]|№)/u.test(text)).length > 1
}

/** Indented first lines: at least a fifth of the lines start deeper than three spaces, and others do not. */
function indentOf(lines: readonly Line[]): number {
  const deep = lines.filter(({ indent }) => indent >= 3).length
  return deep > lines.length / 5 ? 3 : 0
}
