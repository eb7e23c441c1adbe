import { comparativeTable } from '#shared/compare/table.ts'
import type { PageBlock } from '#shared/export/page/page.ts'
import { unchanged } from '#shared/export/page/unchanged.ts'
import { type PageUnit, pageUnits } from '#shared/export/page/unit-page.ts'
import { tablePage } from '#shared/export/table/page.ts'
import type { Thread } from '#shared/review/threads.ts'
import type { Act, UnitId } from '#shared/schema/act.ts'
import { profileOf } from '#shared/tradition/profiles.ts'

/** The beginning of a file, and whether there is more of it. */
export interface Previewed<T> {
  readonly shown: T
  readonly goesOn: boolean
}

/** Blocks, and rows of a table, that tell how the others will look. */
const BLOCKS = 60

/** Characters of a text, for the same end. */
const CHARACTERS = 12_000

/** The first blocks of an act as it is written, without changes. */
export function previewedAct(act: Act): Previewed<readonly PageBlock[]> {
  const shown: PageBlock[] = []
  const add = (unit: PageUnit): void => {
    if (shown.length > BLOCKS) return
    shown.push(...unit.blocks)
    unit.units.forEach(add)
  }
  pageUnits(unchanged(act), profileOf(act)).forEach(add)
  return { shown: shown.slice(0, BLOCKS), goesOn: shown.length > BLOCKS }
}

/** The first rows of a comparative table as it is written. */
export function previewedTable(
  base: Act,
  draft: Act,
  justifications: ReadonlyMap<UnitId, string>,
): Previewed<readonly PageBlock[]> {
  const table = comparativeTable(base, draft, { justifications })
  const rows = table.rows.slice(0, BLOCKS)
  return { shown: tablePage({ ...table, rows }), goesOn: table.rows.length > BLOCKS }
}

/** Threads that a Word file shows as comments, open and settled; one without words it does not show. */
export function countSaid(threads: readonly Thread[]) {
  const said = threads.filter(
    ({ comments, proposal }) => proposal !== undefined || comments.some(({ words }) => words),
  )
  const resolved = said.filter((thread) => thread.resolved !== undefined).length
  return { open: said.length - resolved, resolved }
}

/** The first lines of a file that is text; a line is not cut unless it alone is too long. */
export function previewedText(bytes: Uint8Array): Previewed<string> {
  const text = new TextDecoder().decode(bytes)
  if (text.length <= CHARACTERS) return { shown: text, goesOn: false }
  const begun = text.slice(0, CHARACTERS)
  const lines = begun.lastIndexOf('\n')
  return { shown: lines > 0 ? begun.slice(0, lines) : begun, goesOn: true }
}
