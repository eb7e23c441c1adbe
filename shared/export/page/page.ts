import type { Mark } from 'prosemirror-model'
import type { ChangedBy } from '../../diff/redline.ts'
import type { Footnote } from '../../schema/footnote.ts'
import type { Remark } from '../../structure/remark.ts'
import type { UnitMark } from '../../structure/unit-mark.ts'

/**
 * Which of the two texts holds something: both, only the draft, or only the base; the two last are
 * told apart from the places that a moved unit left and reached.
 */
export type Fate = 'kept' | 'inserted' | 'deleted' | 'movedFrom' | 'movedTo'

/** The texts of a comparison: base (A) and draft (B). */
export type Side = 'A' | 'B'

export function isOn(side: Side, fate: Fate): boolean {
  switch (fate) {
    case 'kept':
      return true
    case 'inserted':
    case 'movedTo':
      return side === 'B'
    case 'deleted':
    case 'movedFrom':
      return side === 'A'
  }
}

/** What a paragraph is on the page. `level` counts the units with headings around it, from 1. */
export interface Role {
  readonly name:
    | 'title'
    | 'preface'
    | 'division'
    | 'article'
    /** The line of an article's number on which its words stand and no heading. */
    | 'sentence'
    | 'text'
    | 'note'
    | 'foreign'
    | 'cell'
    | 'cellHeader'
  readonly level: number
}

/** Words of one fate and one look; a line break in them is `\n`. */
export interface Run {
  readonly fate: Fate
  readonly text: string
  readonly marks: readonly Mark[]
  /** The marks in the base, where kept words looked otherwise. */
  readonly marksA?: readonly Mark[]
  /** Part of a printed number, the space behind it included. */
  readonly number?: true
  /** The footnote whose mark this is. */
  readonly footnote?: Footnote
  /** Remarks on words that begin here, and on words that end here. */
  readonly opens?: readonly Opening[]
  readonly closes?: readonly Remark[]
  readonly by?: ChangedBy | undefined
}

/** Where a remark begins. */
export interface Opening {
  readonly remark: Remark
  /** Left out: it is on words. */
  readonly unit?: OpenedUnit
}

/** The unit that a remark is on, told from the unit of the line that it stands at. */
export interface OpenedUnit {
  readonly side: Side
  /** How many units around that one: 0 is that one itself. */
  readonly above: number
}

/** What a paragraph or table opens in each text: the last unit is the one its words belong to. */
export type BlockMarks = Partial<Record<Side, readonly UnitMark[]>>

export interface PageParagraph {
  readonly kind: 'paragraph'
  readonly fate: Fate
  readonly role: Role
  /** The role in the base, where a kept paragraph had another. */
  readonly roleA?: Role
  readonly runs: readonly Run[]
  /** Names the move that a `movedFrom` or `movedTo` paragraph belongs to. */
  readonly move?: string
  /** The line of a footnote, for pages that have no other place for it. */
  readonly footnote?: true
  readonly marks?: BlockMarks
  /** Who changed it, where its words say nothing of their own. */
  readonly by?: ChangedBy | undefined
}

export interface PageTable {
  readonly kind: 'table'
  readonly fate: Fate
  /** Grid columns, at least 1. */
  readonly columns: number
  /** Shares of the columns in the width, in hundredths; equal when left out. */
  readonly widths?: readonly number[]
  readonly rows: readonly PageRow[]
  readonly move?: string
  readonly marks?: BlockMarks
  readonly by?: ChangedBy | undefined
}

export interface PageRow {
  readonly fate: Fate
  readonly cells: readonly PageCell[]
}

/** One cell of the grid; `covered` continues the cell above it, whose rows it spans. */
export interface PageCell {
  readonly kind: 'cell' | 'header' | 'covered'
  readonly columns: number
  /** Rows the cell spans; 1 for a covered cell. */
  readonly rows: number
  readonly blocks: readonly PageBlock[]
}

export type PageBlock = PageParagraph | PageTable
