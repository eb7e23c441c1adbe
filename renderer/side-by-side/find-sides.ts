import type { PageBlock, Side } from '#shared/export/page/page.ts'
import { fold, foldedQuery, placesOf } from '../editor/queries/find-words.ts'
import type { PairRow, Row } from './rows.ts'

/** A place of the words looked for in one of the texts, or in both where they say the same there. */
export interface SideFound {
  /** The row that it is in, folded or not. */
  readonly row: string
  readonly in: Side | 'both'
  /** Its number among those of its row and text, from 0. */
  readonly nth: number
}

/**
 * Every place of `query` in both texts, row by row, what the base says before what the draft says; what
 * is replaced, removed, put in or folded is looked through as well.
 */
export function findInSides(rows: readonly Row[], query: string): readonly SideFound[] {
  const wanted = foldedQuery(query)
  if (wanted === undefined) return []
  const found: SideFound[] = []
  const look = ({ key, before, after }: PairRow) => {
    const [a, b] = [textsOf(before), textsOf(after)]
    const isSame = a.join('\n') === b.join('\n')
    for (let nth = 0; nth < countIn(a, wanted); nth++)
      found.push({ row: key, in: isSame ? 'both' : 'A', nth })
    if (isSame) return
    for (let nth = 0; nth < countIn(b, wanted); nth++) found.push({ row: key, in: 'B', nth })
  }
  for (const row of rows) {
    if (row.kind === 'pair') look(row)
    else row.rows.forEach(look)
  }
  return found
}

/** The first place in a row or behind it, in the order of the rows; the first of all when none is. */
export function firstFrom(
  rows: readonly Row[],
  found: readonly SideFound[],
  key: string | undefined,
): number {
  const keys = rows.flatMap((row) => (row.kind === 'pair' ? row.key : row.rows.map((r) => r.key)))
  const behind = new Set(keys.slice(Math.max(0, key === undefined ? 0 : keys.indexOf(key))))
  return Math.max(
    0,
    found.findIndex(({ row }) => behind.has(row)),
  )
}

const folded = new WeakMap<PageBlock, readonly string[]>()

/** The paragraphs of a block as they are drawn, folded. */
function textsOf(block: PageBlock | undefined): readonly string[] {
  if (!block) return []
  const known = folded.get(block)
  if (known) return known
  const texts =
    block.kind === 'paragraph'
      ? [fold(block.runs.map(({ text }) => text).join(''))]
      : block.rows.flatMap(({ cells }) =>
          cells
            .filter(({ kind }) => kind !== 'covered')
            .flatMap(({ blocks }) => blocks.flatMap(textsOf)),
        )
  folded.set(block, texts)
  return texts
}

function countIn(texts: readonly string[], wanted: string): number {
  return texts.reduce((sum, text) => sum + placesOf(wanted, text).length, 0)
}
