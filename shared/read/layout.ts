import type { UnitKind } from '../schema/kind.ts'
import type { ReadHead } from './head.ts'
import { itemOf, numberOfHeading } from './item.ts'
import type { Line } from './line.ts'

/** How a text shows where a paragraph ends. */
export interface Layout {
  /** Lines are broken at this many characters; `undefined`: a line break means something. */
  readonly wrap: number | undefined
  /** Paragraphs start at this indent or a greater one; 0: indents say nothing. */
  readonly indent: number
  /** Of a wrapped text: what every line that starts a paragraph shows; `undefined`: its words alone. */
  readonly starts: 'blank' | 'indent' | undefined
  /** Lines are torn at links: some hold nothing but a number or the punctuation behind a link. */
  readonly torn: boolean
  /** Kinds whose heads are headings of Markdown, so that a line without hashes opens none. */
  readonly marked: ReadonlySet<UnitKind>
}

/** Lines looked at: enough for any act, so that the layout of a long text costs no more. */
const SAMPLE = 20_000

export function layoutOf(lines: readonly Line[], readHead: ReadHead): Layout {
  const sample = lines.slice(0, SAMPLE)
  const marked = markedKinds(sample, readHead)
  const wrap = wrapOf(sample) ?? (marked.size > 0 ? columnOf(sample) : undefined)
  const indent = marked.size > 0 ? 0 : indentOf(sample)
  const starts = wrap === undefined ? undefined : startsOf(sample, indent, readHead)
  return { wrap, indent, starts, torn: isTorn(sample), marked }
}

/** Share of the lines with a number that must be set apart; a few years and references stand at random. */
const APART = 0.9

/** How the lines that open with a number, but for the first, are set apart from those before them. */
function startsOf(lines: readonly Line[], indent: number, readHead: ReadHead): Layout['starts'] {
  const opening = lines.slice(1).filter(({ text }) => itemOf(text) ?? readHead(text))
  const share = (isApart: (line: Line) => boolean) =>
    opening.length < 10 ? 0 : opening.filter(isApart).length / opening.length
  if (share(({ blankBefore }) => blankBefore > 0) >= APART) return 'blank'
  if (indent > 0 && share((line) => line.indent >= indent) >= APART) return 'indent'
  return undefined
}

/** Whether a line of a wrapped text lacks what every line that starts a paragraph shows. */
export function isInside(line: Line, { starts, indent }: Layout): boolean {
  if (starts === undefined || line.blankBefore > 0) return false
  return starts === 'blank' || line.indent < indent
}

/** Lines that are headings by their hashes against those that open a unit of the kind without. */
function markedKinds(lines: readonly Line[], readHead: ReadHead): ReadonlySet<UnitKind> {
  const times = new Map<UnitKind, number>()
  if (!lines.some(({ text }) => HASHES.test(text))) return new Set()
  for (const { text } of lines) {
    const hashes = HASHES.exec(text)?.[0].length ?? 0
    const words = text.slice(hashes)
    const kind =
      readHead(words)?.kind ?? (hashes > 1 && numberOfHeading(words) ? 'chapter' : undefined)
    if (kind) times.set(kind, (times.get(kind) ?? 0) + (hashes > 0 ? 1 : -1))
  }
  return new Set([...times].flatMap(([kind, more]) => (more > 0 ? kind : [])))
}

const HASHES = /^#{1,6}\s+/u

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

/** Where Markdown breaks its paragraphs, which empty lines part: most lines that go on are that long. */
function columnOf(lines: readonly Line[]): number | undefined {
  const broken = lines.filter((line, i) => goesOnAt(lines[i + 1]) && !HASHES.test(line.text))
  const lengths = broken.map((line) => line.indent + line.text.length).sort((a, b) => a - b)
  const [usual = 0, widest = 0] = [lengths[Math.floor(lengths.length / 2)], lengths.at(-1)]
  return usual >= NARROWEST && widest <= WIDEST ? widest : undefined
}

/** A line with a colon gives the meaning of the term before it, which stands on a line of its own. */
function goesOnAt(line: Line | undefined): boolean {
  return line?.blankBefore === 0 && !line.text.startsWith(':')
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
