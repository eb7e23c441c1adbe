import type { TextRange } from '../base/range.ts'
import type { Line, LineLook } from './line.ts'

/** A line without the marks of Markdown among its words, and where in the source those stood. */
export interface Unstarred {
  readonly line: Line
  readonly leftOut: readonly TextRange[]
}

/** Whether a text is Markdown: it has headings of hashes, or several words between double stars. */
export function isMarkdown(source: string): boolean {
  if (/^#{1,6} \S/mu.test(source)) return true
  let bold = 0
  for (const _ of source.matchAll(/\*\*[^\s*][^*\n]{0,300}\*\*/gu)) if (++bold >= 3) return true
  return false
}

/** «1\\. Words»: Markdown's way to keep a number from being a list, also in texts with no other mark. */
const ESCAPED = /^\d{1,4}(?:-\d{1,4})?(?=\\[.)])/u

/** Takes the backslash out of the number that opens a line. */
export function unescaped(line: Line): Unstarred {
  const { text, range } = line
  const at = ESCAPED.exec(text)?.[0].length
  if (at === undefined || range.end - range.start !== text.length) return { line, leftOut: [] }
  const slash = { start: range.start + at, end: range.start + at + 1 }
  const bare = text.slice(0, at) + text.slice(at + 1)
  return { line: { ...line, text: bare, escaped: true }, leftOut: [slash] }
}

/** Bold, slanted, a link, a character after a backslash. Stars and lines around blanks are no marks. */
const MARK =
  /\\([\\`*_{}[\]()#+\-.!|>~])|(\*\*|__)(?=\S)([^*\n]{1,2000}?)(?<=\S)\2|(?<![\p{L}\p{N}*_])([*_])(?=[^\s*_])([^*_\n]{1,2000}?)(?<=\S)\4(?![\p{L}\p{N}*_])|\[([^\][\n]{1,500})\]\(([^()\s]{1,1000})\)/gu

/** Takes off bold, slanted, links and backslashes where the line stands in the source as it is read. */
export function unstarred(line: Line): Unstarred {
  const { text, range } = line
  if (!/[*_\\[]/u.test(text) || range.end - range.start !== text.length)
    return { line, leftOut: [] }
  const leftOut: TextRange[] = []
  const looks: LineLook[] = []
  let bare = ''
  let from = 0
  const drop = (start: number, end: number) => {
    bare += text.slice(from, start)
    leftOut.push({ start: range.start + start, end: range.start + end })
    from = end
  }
  for (const found of text.matchAll(MARK)) {
    const { index, 0: whole, 1: escaped, 2: bold = '', 4: slanted = '', 6: linked } = found
    const end = index + whole.length
    if (escaped !== undefined) {
      drop(index, index + 1)
      continue
    }
    const open = linked === undefined ? (bold || slanted).length : 1
    const close = linked === undefined ? open : whole.length - 1 - linked.length
    drop(index, index + open)
    const start = bare.length
    drop(end - close, end)
    if (linked === undefined)
      looks.push({ range: { start, end: bare.length }, mark: bold ? 'strong' : 'emphasis' })
  }
  bare += text.slice(from)
  const plain: Line = { ...line, text: bare, ...(ESCAPED.test(text) ? { escaped: true } : {}) }
  return { line: looks.length > 0 ? { ...plain, looks } : plain, leftOut }
}
