import type { Node } from 'prosemirror-model'
import type { TextRange } from '../base/range.ts'
import {
  type Act,
  bodyOf,
  headingOf,
  type Unit,
  type UnitId,
  unitAttrs,
  unitsOf,
} from '../schema/act.ts'
import { footnotesIn } from '../schema/footnote.ts'
import { schema } from '../schema/schema.ts'
import { profileOf } from '../tradition/profiles.ts'
import { type Profile, styleOf } from '../tradition/tradition.ts'
import { printedNum } from './label.ts'

/** One line of the canonical text and what of the act it shows. */
export interface CanonicalLine {
  /** The unit the line belongs to. */
  readonly unit: UnitId
  readonly kind: 'num' | 'heading' | 'body' | 'note' | 'row'
  /** Where the line's own words stand in the text, its number left out. */
  readonly words: TextRange
  /** The whole line without its line feed. */
  readonly line: TextRange
}

export interface CanonicalText {
  readonly text: string
  readonly lines: readonly CanonicalLine[]
}

/**
 * The act as plain text: one block a line, the number of a unit before its heading or first words.
 * All offsets that Bapta gives or takes outside itself count UTF-16 units of this text.
 */
export function canonicalText(act: Act): CanonicalText {
  const writer = new LineWriter(profileOf(act))
  for (const unit of unitsOf(act)) writer.unit(unit)
  return { text: writer.text, lines: writer.lines }
}

class LineWriter {
  text = ''
  readonly lines: CanonicalLine[] = []
  private readonly profile: Profile

  constructor(profile: Profile) {
    this.profile = profile
  }

  unit(unit: Unit): void {
    const { id, kind } = unitAttrs(unit)
    const heading = headingOf(unit)
    let num = printedNum(this.profile, unit)
    const ownLine = heading !== undefined || styleOf(this.profile, kind)?.placement !== 'inline'
    if (ownLine && (num !== undefined || heading !== undefined)) {
      this.line(id, heading ? 'heading' : 'num', num, heading ? blockText(heading) : '')
      if (heading) this.footnotes(id, heading)
      num = undefined
    }
    for (const block of bodyOf(unit)) num = this.block(id, block, num)
    if (num !== undefined) this.line(id, 'num', num, '')
    for (const child of unitsOf(unit)) this.unit(child)
  }

  private block(id: UnitId, block: Node, num: string | undefined): undefined {
    if (block.type !== schema.nodes.table) {
      this.line(id, block.type === schema.nodes.note ? 'note' : 'body', num, blockText(block))
      this.footnotes(id, block)
      return
    }
    if (num !== undefined) this.line(id, 'num', num, '')
    for (const row of block.children) {
      this.line(id, 'row', undefined, row.children.map((cell) => cellText(cell)).join('\t'))
      this.footnotes(id, row)
    }
  }

  private footnotes(id: UnitId, block: Node): void {
    for (const { marker, text } of footnotesIn(block)) {
      this.line(id, 'note', marker ?? undefined, oneLine(text))
    }
  }

  private line(unit: UnitId, kind: CanonicalLine['kind'], num: string | undefined, words: string) {
    if (num === undefined && words === '') return
    const start = this.text.length
    const lead = num === undefined ? '' : words === '' ? num : `${num} `
    const end = start + lead.length + words.length
    this.lines.push({
      unit,
      kind,
      words: { start: start + lead.length, end },
      line: { start, end },
    })
    this.text += `${lead}${words}\n`
  }
}

/** The words of one block on one line: breaks inside it become spaces, and so do footnotes. */
export function blockText(block: Node): string {
  return oneLine(block.textBetween(0, block.content.size, ' ', ' '))
}

function oneLine(text: string): string {
  return text.replaceAll('\n', ' ')
}

function cellText(cell: Node): string {
  return cell.children.map(blockText).join(' ').replaceAll('\t', ' ')
}
