import type { ListLabel } from './counters.ts'
import type { Style } from './styles.ts'
import type { TrackedParagraph, TrackedPiece } from './tracked.ts'

/** A paragraph of one text of a document, its number worked out. */
export interface WordParagraph {
  readonly kind: 'paragraph'
  /** What it says, in order; all of it stands in this text. */
  readonly pieces: readonly TrackedPiece[]
  readonly label: ListLabel | undefined
  readonly style: Style
  /** Heading level from 0; `undefined`: no heading. */
  readonly outline: number | undefined
  /** The paragraphs of the file whose words it holds; its own where it is empty. */
  readonly origins: readonly number[]
  readonly bookmarks: readonly string[]
  readonly move: TrackedParagraph['move']
  readonly contents: boolean
}

export interface WordCell {
  readonly columns: number
  readonly rows: number
  readonly header: boolean
  readonly blocks: readonly WordBlock[]
}

export interface WordTable {
  readonly kind: 'table'
  readonly origins: readonly number[]
  readonly bookmarks: readonly string[]
  /** Cells as a web page has them: one over several rows stands in its first row only. */
  readonly rows: readonly (readonly WordCell[])[]
}

export type WordBlock = WordParagraph | WordTable

/** All words of blocks in one line each, cells apart by tabs. */
export function wordsOf(blocks: readonly WordBlock[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'table')
        return block.rows
          .map((row) => row.map((cell) => wordsOf(cell.blocks)).join('\t'))
          .join('\n')
      const words = block.pieces.map((piece) => (piece.is === 'text' ? piece.text : ''))
      const label = block.label && block.label.text !== '' ? `${block.label.text} ` : ''
      return `${label}${words.join('')}`.trim()
    })
    .filter((line) => line !== '')
    .join('\n')
}
