import type * as Y from 'yjs'
import { type UnitId, unitId } from '../schema/act.ts'
import type { Place } from '../structure/edit.ts'
import { compareLabels } from '../structure/label.ts'
import type { Layout } from '../sync/layout.ts'
import { compareRanks } from '../sync/order.ts'
import { recordOf, type UnitRecord, unitMaps } from '../sync/shape.ts'
import { homesOf } from './anchor.ts'
import { isPlain } from './suggested-block.ts'
import { isId, LONGEST_NAME } from './suggested-unit.ts'

/** Where a unit is meant to stand, by the units around it then: one of them is enough to find it again. */
export interface Spot {
  /** Null: the act itself. */
  readonly parent: UnitId | null
  /** The units on both sides; null: there was none. */
  readonly after: UnitId | null
  readonly before: UnitId | null
  /** The unit behind which it is, or else the one in which, in words for where these do not stand. */
  readonly name: string
}

/** The unit that is to stand there, which is no neighbor of itself; a label puts a new one in its row. */
export interface Placed {
  readonly id: UnitId
  readonly label?: string | null
}

export function spotOf(
  { units }: Layout,
  { parent, after }: Place,
  { id }: Placed,
  name: string,
): Spot {
  const siblings = (units.get(parent) ?? []).filter((one) => one !== id)
  const index = after === null ? 0 : siblings.indexOf(after) + 1
  return { parent, after, before: siblings[index] ?? null, name }
}

/**
 * Where a spot is now: beside its neighbors in its parent, or in the unit that a split or join carried
 * them to; where both are gone, in the parent where they stood. Undefined: the parent is gone.
 */
export function placeOfSpot(
  draft: Y.Doc,
  layout: Layout,
  { parent, after, before }: Spot,
  unit: Placed,
): Place | undefined {
  const [home, ...beside] = parent === null ? [null] : homesOf(draft, layout, parent)
  if (home === undefined) return undefined
  return (
    placeIn(home) ?? beside.map(placeIn).find((place) => place !== undefined) ?? placeOfGone(home)
  )

  function siblingsIn(holder: UnitId | null): readonly UnitId[] {
    return (layout.units.get(holder) ?? []).filter((id) => id !== unit.id)
  }

  function placeIn(holder: UnitId | null): Place | undefined {
    const siblings = siblingsIn(holder)
    const behind = after === null ? -1 : siblings.indexOf(after)
    const next = before === null ? -1 : siblings.indexOf(before)
    if (behind >= 0) return { parent: holder, after: inRow(siblings, behind, next) }
    return next < 0 ? undefined : { parent: holder, after: siblings[next - 1] ?? null }
  }

  /** Behind those of lesser numbers that were put at the same spot meanwhile. */
  function inRow(siblings: readonly UnitId[], behind: number, next: number): UnitId | null {
    const kind = after === null ? undefined : recordIn(after)?.kind
    let at = behind
    for (let i = behind + 1; i < siblings.length && i !== next; i++) {
      const other = recordIn(siblings[i])
      if (!unit.label || !other?.label || other.kind !== kind) break
      if (compareLabels(other.label, unit.label) >= 0) break
      at = i
    }
    return siblings[at] ?? null
  }

  function placeOfGone(holder: UnitId | null): Place {
    const siblings = siblingsIn(holder)
    const gone = [after, before].map(recordIn).find((record) => record?.parent === parent)
    if (gone) {
      const stand = siblings.filter((id) => {
        const record = recordIn(id)
        return record !== undefined && compareRanks(record, gone) < 0
      })
      return { parent: holder, after: stand.at(-1) ?? null }
    }
    const isFirst = after === null && before !== null
    return { parent: holder, after: isFirst ? null : (siblings.at(-1) ?? null) }
  }

  function recordIn(id: UnitId | null | undefined): UnitRecord | undefined {
    const map = typeof id === 'string' ? unitMaps(draft).get(id) : undefined
    return map && typeof id === 'string' ? recordOf(id, map) : undefined
  }
}

/** A spot as somebody wrote it. */
export function decodeSpot(value: unknown): Spot | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { parent, after, before, name } = value as Record<string, unknown>
  if (!isIdOrNull(parent) || !isIdOrNull(after) || !isIdOrNull(before)) return undefined
  if (!isPlain(name, LONGEST_NAME)) return undefined
  return { parent: idOf(parent), after: idOf(after), before: idOf(before), name }
}

function isIdOrNull(value: unknown): value is string | null {
  return value === null || isId(value)
}

function idOf(value: string | null): UnitId | null {
  return value === null ? null : unitId(value)
}
