import type { Node } from 'prosemirror-model'
import { GOES_ON, markIn, type PlacedMark } from '../../structure/unit-mark.ts'
import type { Declared, DeclaredUnit } from '../block.ts'
import { exactInline, type NoteOf } from './paragraph-text.ts'
import type { Side, TrackedPiece } from './tracked.ts'
import type { WordParagraph } from './word-block.ts'

/** The style of printed numbers in our own exports. */
export const NUMBER_STYLE = 'UnitNumber'

/** What the bookmarks of our own exports say of a paragraph; `undefined` where it has none of them. */
export function declaredOf(
  { bookmarks, pieces, style }: WordParagraph,
  side: Side,
  noteOf: NoteOf,
): Declared | undefined {
  const opens = declaredUnits(bookmarks, side)
  if (!opens) return undefined
  const isNumber = (piece: TrackedPiece) => piece.is === 'text' && piece.style === NUMBER_STYLE
  const printed = pieces
    .filter(isNumber)
    .map((piece) => (piece.is === 'text' ? piece.text : ''))
    .join('')
  const rest = pieces.filter((piece) => !isNumber(piece))
  return {
    opens,
    as: partOf(style.id),
    printed: printed.endsWith(' ') ? printed.slice(0, -1) : printed,
    inline: exactInline(rest, side, noteOf),
  }
}

/** The same of a table, which has no words of its own. */
export function declaredTable(bookmarks: readonly string[], side: Side): Declared | undefined {
  const opens = declaredUnits(bookmarks, side)
  const inline: readonly Node[] = []
  return opens && { opens, as: 'table', printed: '', inline }
}

/** Once changes were accepted or rejected in Word, a paragraph may keep the other text's marks alone. */
function declaredUnits(
  bookmarks: readonly string[],
  side: Side,
): readonly DeclaredUnit[] | undefined {
  const marks = bookmarks.map(markIn).filter((placed): placed is PlacedMark => placed !== undefined)
  if (marks.length === 0) return undefined
  const own = marks.filter((placed) => placed.side === 'both' || placed.side === side)
  const standing = own.length > 0 ? own : marks
  return standing.map(({ mark }) => mark).filter((mark) => mark !== GOES_ON)
}

/** Styles by what they print, as `styleId` of the export has them. */
function partOf(style: string): Declared['as'] {
  if (style === 'Note') return 'note'
  if (style === 'Foreign') return 'foreign'
  return style === 'ActTitle' || /^(?:Heading|Article|ArticleWords)\d$/.test(style)
    ? 'heading'
    : 'body'
}
