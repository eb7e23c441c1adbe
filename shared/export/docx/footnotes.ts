import type { ChangedBy } from '../../diff/redline.ts'
import { type Footnote, shownMarker } from '../../schema/footnote.ts'
import { type Fate, isOn, type PageBlock } from '../page/page.ts'
import { breaksNormalized } from '../page/runs.ts'
import { xmlText } from '../xml-text.ts'
import { breaksXml } from './words-xml.ts'

interface Note {
  readonly id: number
  readonly marker: string | undefined
  readonly text: string
  readonly fate: Fate
  readonly by: ChangedBy | undefined
}

/**
 * The footnotes of one document. A mark that is the next number in every text it stands in is left to
 * Word to count; any other stands as the act has it.
 */
export class NoteWriter {
  private readonly stamp: (by?: ChangedBy) => string
  private readonly notes: string[] = []
  private readonly counts = { A: 0, B: 0 }

  constructor(stamp: (by?: ChangedBy) => string) {
    this.stamp = stamp
  }

  /** The run that refers to a new note, without what tracks it. */
  reference(footnote: Footnote, fate: Fate, by?: ChangedBy): string {
    const id = this.notes.length + 1
    const marker = shownMarker(footnote)
    const counted = this.isNext(marker, fate)
    this.notes.push(
      this.noteXml({ id, marker: counted ? undefined : marker, text: footnote.text, fate, by }),
    )
    const tag = isOn('B', fate) || fate === 'movedFrom' ? 'w:t' : 'w:delText'
    const custom = counted
      ? `<w:footnoteReference w:id="${id}"/>`
      : `<w:footnoteReference w:customMarkFollows="1" w:id="${id}"/>${ownMarkXml(marker, tag)}`
    return `<w:r>${REFERENCE}${custom}</w:r>`
  }

  private isNext(marker: string, fate: Fate): boolean {
    const sides = (['A', 'B'] as const).filter((side) => isOn(side, fate))
    const counted = sides.every((side) => marker === String(this.counts[side] + 1))
    if (counted) for (const side of sides) this.counts[side]++
    return counted
  }

  /**
   * Its own words are tracked as its reference is; a note has no places of moves. Its mark goes with the
   * reference and is in no revision: LibreOffice 7.4 forgets one that begins at the mark of any note but the first.
   */
  private noteXml({ id, marker, text, fate, by }: Note): string {
    const gone = !isOn('B', fate)
    const mark = marker === undefined ? '<w:footnoteRef/>' : `<w:t>${xmlText(marker)}</w:t>`
    const words = `<w:r>${breaksXml(` ${breaksNormalized(text)}`, gone ? 'w:delText' : 'w:t')}</w:r>`
    const revision = gone ? 'w:del' : 'w:ins'
    const tracked = fate === 'kept' ? words : `<${revision}${this.stamp(by)}>${words}</${revision}>`
    return `<w:footnote w:id="${id}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r>${REFERENCE}${mark}</w:r>${tracked}</w:p></w:footnote>`
  }

  /** The notes of the document, without the separators that every Word file has before them. */
  xml(): string {
    return this.notes.join('')
  }
}

/** A mark of several characters in an element for each: LibreOffice 7.4 shows one of a single element twice. */
function ownMarkXml(marker: string, tag: string): string {
  return [...marker].map((c) => `<${tag}>${xmlText(c)}</${tag}>`).join('')
}

const REFERENCE = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'

/** A block without the lines that stand in for footnotes where a page has no foot. */
export function withoutNoteLines(block: PageBlock): readonly PageBlock[] {
  if (block.kind === 'paragraph') return block.footnote ? [] : [block]
  const rows = block.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, blocks: cell.blocks.flatMap(withoutNoteLines) })),
  }))
  return [{ ...block, rows }]
}
