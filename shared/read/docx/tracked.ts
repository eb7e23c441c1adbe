import { type Look, PLAIN } from './look.ts'
import { NOBODY } from './said-ranges.ts'
import type { ParagraphProperties } from './styles.ts'

/** In which of the two texts of a document with tracked changes something stands. */
export interface Sides {
  /** The text with all changes rejected. */
  readonly base: boolean
  /** The text with all changes accepted. */
  readonly draft: boolean
}

export type Side = keyof Sides

export const BOTH: Sides = { base: true, draft: true }

/** One tracked change: what was done, by whom and when, as the document says it. */
export interface WordChange {
  readonly kind: 'inserted' | 'deleted' | 'movedFrom' | 'movedTo'
  readonly author: string
  /** ISO 8601 as it stands in the file; `''` where it is left out. */
  readonly date: string
}

/** Words of one look in one fate. */
export interface TrackedText {
  readonly is: 'text'
  readonly text: string
  readonly look: Look
  /** The look with changes of format rejected. */
  readonly lookBase: Look
  /** Id of the character style, of which our own exports tell where a number ends. */
  readonly style: string | undefined
  /** Ids of the comments that opened the threads on these words. */
  readonly said: readonly string[]
  readonly sides: Sides
  readonly change: WordChange | undefined
}

/** A footnote or endnote where the text refers to it. */
export interface TrackedNote {
  readonly is: 'note'
  readonly note: 'footnote' | 'endnote'
  readonly id: string
  /** A mark of its own in place of the next number. */
  readonly marker: string | undefined
  readonly said: readonly string[]
  readonly sides: Sides
  readonly change: WordChange | undefined
}

export interface TrackedComment {
  readonly is: 'comment'
  readonly id: string
  readonly sides: Sides
}

/** Something that has no words: a picture, an embedded object. */
export interface TrackedObject {
  readonly is: 'object'
  /** What it says of itself for those who cannot see it. */
  readonly description: string
  readonly sides: Sides
}

/** A number of a list among the words (a LISTNUM field): «1.—(1)». */
export interface TrackedNumber {
  readonly is: 'number'
  readonly list: string
  readonly level: number
  readonly sides: Sides
  readonly change: WordChange | undefined
}

export type TrackedPiece =
  | TrackedText
  | TrackedNote
  | TrackedComment
  | TrackedObject
  | TrackedNumber

/** Plain words in the fate of another piece. */
export function textPiece(
  text: string,
  { sides, change }: Pick<TrackedText, 'sides' | 'change'>,
): TrackedText {
  const plain = { look: PLAIN, lookBase: PLAIN, style: undefined, said: NOBODY }
  return { is: 'text', text, ...plain, sides, change }
}

export interface TrackedParagraph {
  readonly kind: 'paragraph'
  /** Its place in the file, from 0: what makes paragraphs of the two texts the same. */
  readonly origin: number
  readonly properties: ParagraphProperties
  /** With changes of format rejected. */
  readonly propertiesBase: ParagraphProperties
  readonly pieces: readonly TrackedPiece[]
  /** The texts in which the mark that ends it stands; without it, its words run into the next. */
  readonly mark: Sides
  readonly markChange: WordChange | undefined
  readonly bookmarks: readonly string[]
  /** The move that the paragraph is a place of. */
  readonly move: { readonly name: string; readonly place: 'from' | 'to' } | undefined
  /** A line of a table of contents, which Word makes from the headings. */
  readonly contents: boolean
}

export interface TrackedCell {
  readonly sides: Sides
  readonly columns: number
  /** `restart` opens a cell over several rows, `continue` goes on with the one above. */
  readonly merge: Readonly<Record<Side, 'restart' | 'continue' | undefined>>
  /** Goes on with the cell before it. */
  readonly joinsBefore: boolean
  readonly blocks: readonly TrackedBlock[]
}

export interface TrackedRow {
  readonly sides: Sides
  readonly change: WordChange | undefined
  readonly heads: boolean
  /** Grid columns left free before the first cell. */
  readonly before: number
  readonly cells: readonly TrackedCell[]
}

export interface TrackedTable {
  readonly kind: 'table'
  /** Its place in the file among tables and paragraphs. */
  readonly origin: number
  readonly bookmarks: readonly string[]
  readonly rows: readonly TrackedRow[]
}

export type TrackedBlock = TrackedParagraph | TrackedTable

/** Inside what stands in one text only, nothing stands in the other. */
export function within(outer: Sides, inner: Sides): Sides {
  if (outer === BOTH) return inner
  if (inner === BOTH) return outer
  return { base: outer.base && inner.base, draft: outer.draft && inner.draft }
}
