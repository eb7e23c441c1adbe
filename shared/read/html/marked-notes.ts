import type { PageParagraph, Piece } from './paragraph.ts'

/**
 * The paragraphs of a page with the footnotes at its end hung on the words that bear their marks,
 * «слово[1]» and «[1] Text», where no link says so. Only where there is no doubt: the notes are the last
 * paragraphs and number from 1, and the text bears each number once, in order, and no other.
 */
export function withMarkedNotes(paragraphs: readonly PageParagraph[]): readonly PageParagraph[] {
  const first = 1 + paragraphs.findLastIndex((one) => markOf(one) === undefined)
  const notes = paragraphs.slice(first)
  const text = paragraphs.slice(0, first)
  const marks = text.flatMap(marksIn)
  const isCertain =
    notes.length > 0 &&
    marks.length === notes.length &&
    notes.every((note, i) => markOf(note) === String(i + 1) && marks[i] === String(i + 1))
  if (!isCertain) return paragraphs
  const texts = notes.map(noteText)
  return text.map((paragraph) => ({
    ...paragraph,
    pieces: paragraph.pieces.flatMap((piece) => hung(piece, texts)),
  }))
}

const OPENING = /^\s*\[(\d{1,3})\]\s*(?=\S)/u
/** A number in square brackets, and whether it stands at a word as the mark of a note does. */
const MARK = /(\S)?\[(\d{1,3})\]/gu

/** The number that a paragraph opens with, if it may be a note. */
function markOf({ pieces, table }: PageParagraph): string | undefined {
  return table ? undefined : OPENING.exec(wordsOf(pieces))?.[1]
}

/** The numbers in a paragraph; one in a table or after a space is no mark, and puts all in doubt. */
function marksIn({ pieces, table }: PageParagraph): readonly string[] {
  if (table) return [...table.textContent.matchAll(MARK)].map(() => '')
  const whole = [...wordsOf(pieces).matchAll(MARK)]
  const inOne = pieces.flatMap(({ text }) => [...text.matchAll(MARK)])
  if (whole.length !== inOne.length) return ['']
  return whole.map(([, before, number = '']) => (before === undefined ? '' : number))
}

function wordsOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('')
}

function noteText({ pieces }: PageParagraph): string {
  return wordsOf(pieces).replace(OPENING, '').trim()
}

/** A piece parted at its marks, with the notes in their place. */
function hung(piece: Piece, texts: readonly string[]): readonly Piece[] {
  if (piece.footnote) return [piece]
  const parts: Piece[] = []
  let from = 0
  for (const { index, 0: mark, 1: before = '', 2: marker = '' } of piece.text.matchAll(MARK)) {
    const at = index + before.length
    if (at > from) parts.push({ ...piece, text: piece.text.slice(from, at), at: piece.at + from })
    const footnote = { marker, text: texts[Number(marker) - 1] ?? '' }
    parts.push({ text: ' ', marks: [], at: piece.at + at, footnote })
    from = index + mark.length
  }
  if (from === 0) return [piece]
  const rest = piece.text.slice(from)
  return rest === '' ? parts : [...parts, { ...piece, text: rest, at: piece.at + from }]
}
