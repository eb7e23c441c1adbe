import { compareActs } from '../diff/compare.ts'
import { type Act, titleOf, type UnitId } from '../schema/act.ts'
import { profileOf } from '../tradition/profiles.ts'
import { tableWordsFor } from '../tradition/table-words.ts'
import type { TableLayout, TableWords } from '../tradition/tables.ts'
import type { Profile } from '../tradition/tradition.ts'
import { type ComparativeRow, comparativeRows } from './row.ts'

/** The comparative table of a draft against the law in force, before any format draws it. */
export interface ComparativeTable {
  readonly words: TableWords
  readonly layout: TableLayout
  /** The title of the bill, which the table must bear too; empty where none is given. */
  readonly bill: string
  /** The title of the act that is amended: a row across all columns. */
  readonly act: string
  readonly profile: Profile
  readonly rows: readonly ComparativeRow[]
  /** What the drafter wrote for a row, by its unit. */
  readonly justifications: ReadonlyMap<UnitId, string>
}

export interface TableOptions {
  /** Key of a layout of the tradition; the first one when left out or unknown. */
  readonly layout?: string | undefined
  readonly bill?: string | undefined
  readonly justifications?: ReadonlyMap<UnitId, string> | undefined
}

/** Compares two texts of one act row by row; the words are those of the draft's tradition. */
export function comparativeTable(
  base: Act,
  draft: Act,
  options: TableOptions = {},
): ComparativeTable {
  const profile = profileOf(draft)
  const words = tableWordsFor(profile)
  const [first, ...more] = words.layouts
  const layout = more.find(({ id }) => id === options.layout) ?? first
  if (!layout) throw new RangeError(`no table layout in ${profile.tradition}`)
  return {
    words,
    layout,
    bill: options.bill ?? '',
    act: titleOf(draft) || titleOf(base),
    profile,
    rows: comparativeRows(compareActs(base, draft), { A: profileOf(base), B: profile }),
    justifications: options.justifications ?? new Map(),
  }
}
