import { makeAct, unitId } from '../../schema/act.ts'
import { canonicalText } from '../../structure/canonical-text.ts'
import type { Profile } from '../../tradition/tradition.ts'
import {
  type QuotedBlock,
  type QuotedCell,
  type QuotedUnit,
  unitFromQuoted,
} from '../quoted-unit.ts'

/** What a clause quotes on lines of its own. */
export type QuoteText =
  | { readonly kind: 'units'; readonly units: readonly QuotedUnit[] }
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'cells'; readonly cells: readonly QuotedCell[] }

export function unitsText(units: readonly QuotedUnit[]): QuoteText {
  return { kind: 'units', units }
}

export function wordsText(words: string): QuoteText {
  return { kind: 'words', words }
}

export function cellsText(cells: readonly QuotedCell[]): QuoteText {
  return { kind: 'cells', cells }
}

/** The lines of the quotation without its marks: units as the act's profile prints them. */
export function quoteLines(profile: Profile, quote: QuoteText): readonly string[] {
  switch (quote.kind) {
    case 'words':
      return [quote.words]
    case 'cells':
      return [quote.cells.map(cellWords).join('\t')]
    case 'units':
      return quote.units.flatMap((unit) => unitLines(profile, unit))
  }
}

function cellWords({ blocks }: QuotedCell): string {
  return blocks.map(blockWords).join(' ').replaceAll('\t', ' ')
}

function blockWords(block: QuotedBlock): string {
  if (block.kind === 'paragraph') return block.text
  return block.rows.map((row) => row.map(cellWords).join(' ')).join(' ')
}

interface Printed {
  readonly profile: Profile
  readonly lines: readonly string[]
}

const printed = new WeakMap<QuotedUnit, Printed>()

function unitLines(profile: Profile, unit: QuotedUnit): readonly string[] {
  const known = printed.get(unit)
  if (known?.profile === profile) return known.lines
  const { tradition, id, language } = profile
  let last = 0
  const node = unitFromQuoted(unit, () => unitId(`q${last++}`))
  const act = makeAct({ id: 'quoted', tradition, profile: id, language }, [node])
  const lines = canonicalText(act).text.split('\n').slice(0, -1)
  printed.set(unit, { profile, lines })
  return lines
}
