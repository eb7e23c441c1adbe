import type { UnitId } from '#shared/schema/act.ts'
import type { ChangeKind } from '#shared/structure/change-kind.ts'
import type { PairRow, Row } from './rows.ts'

/** A row, and the fold that it is in. */
export interface FoundRow {
  readonly key: string
  readonly fold?: string
}

/** The first row of a unit where the draft has it; of one that is gone, where it stood. */
export function rowOfUnit(rows: readonly Row[], unit: UnitId): FoundRow | undefined {
  return (
    firstRow(rows, (row) => row.unit === unit && row.after !== undefined) ??
    firstRow(rows, (row) => row.unit === unit)
  )
}

/** The row in which a change shows. */
export function rowOfChange(
  rows: readonly Row[],
  unit: UnitId,
  kind: ChangeKind,
): FoundRow | undefined {
  const isGone = ({ before, after }: PairRow) => before !== undefined && after === undefined
  const gone =
    kind === 'deleted' ? firstRow(rows, (row) => row.unit === unit && isGone(row)) : undefined
  const isHere = (row: PairRow) => row.unit === unit && row.isChanged && row.after !== undefined
  return gone ?? firstRow(rows, isHere) ?? rowOfUnit(rows, unit)
}

export function rowOfKey(rows: readonly Row[], key: string): FoundRow | undefined {
  return firstRow(rows, (row) => row.key === key)
}

function firstRow(rows: readonly Row[], isSought: (row: PairRow) => boolean): FoundRow | undefined {
  for (const row of rows) {
    if (row.kind === 'pair' && isSought(row)) return { key: row.key }
    const inside = row.kind === 'fold' ? row.rows.find(isSought) : undefined
    if (inside) return { key: inside.key, fold: row.key }
  }
  return undefined
}
