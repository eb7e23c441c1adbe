import type { Change } from '#shared/diff/changes.ts'
import { type Act, isUnit, type UnitId, unitAttrs, unitsOf } from '#shared/schema/act.ts'
import { findUnit } from '#shared/structure/apply-edit.ts'
import type { ChangeKind } from '#shared/structure/change-kind.ts'

/** How many changes there are, by what a reader tells apart at a glance. */
export interface ChangeCounts {
  readonly words: number
  readonly inserted: number
  readonly removed: number
  readonly moved: number
  /** New numbers. */
  readonly numbers: number
}

export function countChanges(changes: readonly Pick<Change, 'kind'>[]): ChangeCounts {
  const counts = { words: 0, inserted: 0, removed: 0, moved: 0, numbers: 0 }
  for (const { kind } of changes) counts[countedAs(kind)] += 1
  return counts
}

export function countedAs(kind: ChangeKind): keyof ChangeCounts {
  switch (kind) {
    case 'inserted':
      return 'inserted'
    case 'deleted':
    case 'repealed':
      return 'removed'
    case 'moved':
      return 'moved'
    case 'renumbered':
      return 'numbers'
    case 'words':
    case 'heading':
    case 'formatting':
    case 'kind':
    case 'state':
      return 'words'
  }
}

/**
 * Where a change is shown in the draft: its unit, or for one that is gone the nearest unit before it
 * in the base that still stands, else the nearest that held it.
 */
export function standingNear(
  base: Act,
  unit: UnitId,
  stands: (unit: UnitId) => boolean,
): UnitId | undefined {
  if (stands(unit)) return unit
  const found = findUnit(base, unit)
  if (!found) return undefined
  const path = [...found.parents.filter(isUnit), found.unit]
  for (let depth = path.length - 1; depth >= 0; depth--) {
    const here = path[depth]
    const holder = path[depth - 1]
    const siblings = unitsOf(holder ?? base).map((one) => unitAttrs(one).id)
    const before = here ? siblings.slice(0, siblings.indexOf(unitAttrs(here).id)) : []
    const near = before.findLast(stands)
    if (near !== undefined) return near
    if (holder && stands(unitAttrs(holder).id)) return unitAttrs(holder).id
  }
  return undefined
}
