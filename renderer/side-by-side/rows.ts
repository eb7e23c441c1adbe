import type { ActRedline } from '#shared/diff/redline.ts'
import { isOn, type PageBlock } from '#shared/export/page/page.ts'
import { type PageUnit, pageUnits } from '#shared/export/page/unit-page.ts'
import { type UnitId, unitAttrs } from '#shared/schema/act.ts'
import { isChangedBlock, isChangedUnit } from '../panels/history/compared-pages.ts'

/** What stands beside each other: the same block of both texts, or one that the other text lacks. */
export interface PairRow {
  readonly kind: 'pair'
  readonly key: string
  readonly unit: UnitId
  readonly before: PageBlock | undefined
  readonly after: PageBlock | undefined
  readonly isChanged: boolean
}

/** Units that are the same in both texts, one after another. */
export interface FoldRow {
  readonly kind: 'fold'
  readonly key: string
  /** Units, those in units counted too. */
  readonly count: number
  readonly rows: readonly PairRow[]
}

export type Row = PairRow | FoldRow

/** Both texts beside each other, unchanged units folded. */
export function rowsOf(redline: ActRedline): readonly Row[] {
  const rows: Row[] = []
  let unchanged: Placed[] = []
  const fold = () => {
    const [first] = unchanged
    if (!first) return
    const folded = unchanged.flatMap(allRows)
    const count = unchanged.reduce((sum, { unit }) => sum + countUnits(unit), 0)
    const key = `fold ${first.place} ${idOf(first.unit)}`
    rows.push({ kind: 'fold', key, count, rows: folded })
    unchanged = []
  }
  const visit = (placed: Placed): void => {
    if (!isChangedUnit(placed.unit)) {
      unchanged.push(placed)
      return
    }
    fold()
    rows.push(...ownRows(placed))
    inside(placed).forEach(visit)
  }
  for (const unit of pageUnits(redline, redline.profile)) visit({ unit, place: '' })
  fold()
  return rows
}

/** A unit, and which place of a move it is in: what moved stands in both. */
interface Placed {
  readonly unit: PageUnit
  readonly place: '' | 'movedFrom' | 'movedTo'
}

function inside({ unit, place }: Placed): readonly Placed[] {
  const { kind } = unit.redline
  const here = kind === 'movedFrom' || kind === 'movedTo' ? kind : place
  return unit.units.map((one) => ({ unit: one, place: here }))
}

function allRows(placed: Placed): readonly PairRow[] {
  return [...ownRows(placed), ...inside(placed).flatMap(allRows)]
}

/** A block that went stands beside the one that came in its place. */
function ownRows({ unit, place }: Placed): readonly PairRow[] {
  const rows: PairRow[] = []
  for (const [index, block] of unit.blocks.entries()) {
    const before = isOn('A', block.fate) ? block : undefined
    const after = isOn('B', block.fate) ? block : undefined
    const last = rows.at(-1)
    if (last && !before && last.before && !last.after) rows.splice(-1, 1, { ...last, after })
    else {
      const key = `${place} ${unit.redline.kind} ${idOf(unit)} ${index}`
      const isChanged = isChangedBlock(block)
      rows.push({ kind: 'pair', key, unit: idOf(unit), before, after, isChanged })
    }
  }
  return rows
}

function countUnits(unit: PageUnit): number {
  return unit.units.reduce((sum, inner) => sum + countUnits(inner), 1)
}

function idOf({ unit }: PageUnit): UnitId {
  return unitAttrs(unit).id
}
