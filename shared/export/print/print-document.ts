import type { Language } from '../../schema/act.ts'
import type { Fate, Role } from '../page/page.ts'

/** What the print template sets, as JSON: law is data to it and never markup, so no text can command it. */
export interface PrintDocument {
  readonly title: string
  /** The title at the head of each page, as far as there is room. */
  readonly head: string
  readonly author: string
  /** As it is printed. */
  readonly day: string
  readonly language: Language
  /** Upright for acts, landscape for tables of two texts. */
  readonly turned: boolean
  /** Numbers the lines of each page from 1, as bills are printed. */
  readonly lineNumbers: boolean
  /** «стр. {page} из {pages}». */
  readonly pageOf: string
  readonly summary: PrintSummary | null
  readonly blocks: readonly PrintBlock[]
}

/** The page in front of a redline: how many changes of each kind, and where each is. */
export interface PrintSummary {
  readonly heading: string
  readonly counts: readonly string[]
  readonly legendHeading: string
  readonly legend: readonly PrintRun[]
  readonly items: readonly { readonly n: number; readonly place: string; readonly kind: string }[]
}

/** Fate, words (breaks as `\n`) and names of marks. */
export type PrintRun = readonly [fate: Fate, text: string, marks: readonly string[]]

export type PrintBlock = PrintParagraph | PrintTable

export interface PrintParagraph {
  readonly kind: 'paragraph'
  /** `said`: no law. */
  readonly role: Role['name'] | 'said'
  /** Of a heading: 1 for the title; never more than one below the heading before, as PDF/UA demands. */
  readonly level: number
  readonly runs: readonly PrintRun[]
  /** The change that starts here. */
  readonly change: PrintChange | null
}

export interface PrintChange {
  readonly n: number
  /** What the bookmark says. */
  readonly name: string
  /** Level of the bookmark: one below the heading before. */
  readonly level: number
}

export interface PrintTable {
  readonly kind: 'table'
  readonly columns: number
  /** Shares of the columns' widths; equal where empty. */
  readonly widths: readonly number[]
  readonly change: PrintChange | null
  /** How many rows from the top are the header, repeated on each page. */
  readonly headers: number
  readonly rows: readonly PrintRow[]
}

export interface PrintRow {
  readonly fate: Fate
  readonly cells: readonly PrintCell[]
}

export interface PrintCell {
  readonly header: boolean
  /** Stays on one page. */
  readonly short: boolean
  readonly columns: number
  readonly rows: number
  readonly blocks: readonly PrintBlock[]
}
