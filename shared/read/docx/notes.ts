import type { Node } from 'prosemirror-model'
import { makeFootnote } from '../../schema/footnote.ts'
import { formatted } from './number-format.ts'
import type { NoteOf } from './paragraph-text.ts'
import type { Side, TrackedNote } from './tracked.ts'
import { viewOf } from './view.ts'
import type { WordBlock } from './word-block.ts'
import { wordsOf } from './word-block.ts'
import type { WordFile } from './word-file.ts'

/** Makes the footnotes of one text: numbered as they come, notes at the end in small Roman numerals. */
export function noteMaker({ notes, context }: WordFile, side: Side): NoteOf {
  let footnotes = 0
  let endnotes = 0
  const made = new Map<TrackedNote, Node>()
  return (reference: TrackedNote): Node => {
    const known = made.get(reference)
    if (known) return known
    const { note, id, marker } = reference
    const text = noteWords(viewOf(notes.get(`${note} ${id}`) ?? [], side, context))
    const count = marker !== undefined ? '' : note === 'footnote' ? ++footnotes : ++endnotes
    const printed =
      marker ?? (note === 'footnote' ? String(count) : formatted(Number(count), 'lowerRoman'))
    const node = makeFootnote({ marker: printed, text })
    made.set(reference, node)
    return node
  }
}

/** The words of a note without the mark that opens it and the space behind that. */
export function noteWords(blocks: readonly WordBlock[]): string {
  const [first, ...rest] = blocks
  if (first?.kind !== 'paragraph') return wordsOf(blocks)
  const words = first.pieces
    .filter((piece) => !(piece.is === 'text' && /^FootnoteReference$/i.test(piece.style ?? '')))
    .map((piece) => (piece.is === 'text' ? piece.text : ''))
    .join('')
  const more = wordsOf(rest)
  return words.replace(/^[ \t]/, '') + (more === '' ? '' : `\n${more}`)
}
