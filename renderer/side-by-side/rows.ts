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
  let unchanged: PageUnit[] = []
  const fold = () => {
    const [first] = unchanged
    if (!first) return
    const inside = unchanged.flatMap(allRows)
    const count = unchanged.reduce((sum, unit) => sum + countUnits(unit), 0)
    rows.push({ kind: 'fold', key: `fold ${idOf(first)}`, count, rows: inside })
    unchanged = []
  }
  const visit = (unit: PageUnit): void => {
    if (!isChangedUnit(unit)) {
      unchanged.push(unit)
      return
    }
    fold()
    rows.push(...ownRows(unit))
    unit.units.forEach(visit)
  }
  pageUnits(redline, redline.profile).forEach(visit)
  fold()
  return rows
}

function allRows(unit: PageUnit): readonly PairRow[] {
  return [...ownRows(unit), ...unit.units.flatMap(allRows)]
}

/** A block that went stands beside the one that came in its place. */
function ownRows(unit: PageUnit): readonly PairRow[] {
  const rows: PairRow[] = []
  for (const [index, block] of unit.blocks.entries()) {
    const before = isOn('A', block.fate) ? block : undefined
    const after = isOn('B', block.fate) ? block : undefined
    const last = rows.at(-1)
    if (last && !before && last.before && !last.after) rows.splice(-1, 1, { ...last, after })
    else {
      const key = `${unit.redline.kind} ${idOf(unit)} ${index}`
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
