import type { Language } from '../schema/act.ts'

/** How a tradition lays out the comparative table of a draft against the law in force, in one language. */
export interface TableWords {
  readonly tradition: string
  readonly language: Language
  /** The heading of the table, above the title of the draft. */
  readonly title: string
  /** Stands for a text that is not there yet. */
  readonly absent: string
  /** Stands for a text that goes. */
  readonly excluded: string
  /** Stands for the units of a quoted unit that are left out of the quotation. */
  readonly omission: string
  /** Stands between the place in force and the proposed place of a unit that moves. */
  readonly becomes: string
  /** The first is the one that is used when none is asked for. */
  readonly layouts: readonly TableLayout[]
}

export interface TableLayout {
  readonly id: string
  readonly columns: readonly TableColumn[]
}

export interface TableColumn {
  readonly name: string
  readonly shows: 'number' | 'element' | 'current' | 'proposed' | 'justification' | 'nothing'
  /** Width in hundredths of the table's. */
  readonly width: number
}
