import { present } from '../base/assert.ts'
import type { UnitId } from '../schema/act.ts'
import type { Conflict } from './conflicts.ts'
import { compareRanks } from './order.ts'
import type { UnitRecord } from './shape.ts'

/** The tree of the units that stand: what each holds, in order; `null` is the act. */
export interface Layout {
  readonly units: ReadonlyMap<UnitId | null, readonly UnitId[]>
  readonly parents: ReadonlyMap<UnitId, UnitId | null>
  readonly conflicts: readonly Conflict[]
}

export interface LayoutSource {
  readonly records: ReadonlyMap<UnitId, UnitRecord>
  /** Whether any words stand in the unit's own heading or blocks. */
  hasWords(unit: UnitId): boolean
}

/**
 * The tree of a draft's registers. Whatever replicas wrote apart, the outcome is one tree: a unit
 * whose parent is gone stands where that parent stood, a unit in a cycle at the end of the act.
 */
export function layOut(source: LayoutSource): Layout {
  const { records } = source
  const conflicts: Conflict[] = []
  const standing = [...records.values()].filter((record) => stands(source, record))
  const ids = new Set(standing.map(({ id }) => id))
  const homes = new Map(standing.map((record) => [record.id, homeOf(records, ids, record)]))
  breakCycles(records, homes)
  const parents = new Map<UnitId, UnitId | null>()
  const held = new Map<UnitId | null, Placed[]>()
  for (const record of standing) {
    const home = present(homes.get(record.id), 'every standing unit has a home')
    conflicts.push(...conflictsOf(record, home))
    parents.set(record.id, home.parent)
    const siblings = held.get(home.parent)
    const placed = { id: record.id, path: home.path }
    if (siblings) siblings.push(placed)
    else held.set(home.parent, [placed])
  }
  const units = new Map<UnitId | null, readonly UnitId[]>()
  for (const [parent, siblings] of held) {
    units.set(
      parent,
      siblings.sort(comparePlaced).map(({ id }) => id),
    )
  }
  return { units, parents, conflicts }
}

/** A unit joined to another stands again while words are in it that its joiner did not see. */
export function stands(source: LayoutSource, record: UnitRecord): boolean {
  return record.live && (record.joinedInto === null || source.hasWords(record.id))
}

interface Rank {
  readonly id: string
  readonly order: string
}

interface Home {
  readonly parent: UnitId | null
  /** Where it sorts among siblings: the ranks of the gone ancestors in whose place it stands, then its own. */
  readonly path: readonly Rank[]
  readonly wanted: UnitId | null
  readonly kind: 'own' | 'moved' | 'detached' | 'cycle'
}

interface Placed {
  readonly id: UnitId
  readonly path: readonly Rank[]
}

/** Sorts behind every fractional index. */
const LAST = '~'

function homeOf(
  records: ReadonlyMap<UnitId, UnitRecord>,
  standing: ReadonlySet<UnitId>,
  record: UnitRecord,
): Home {
  const wanted = record.parent
  let path: readonly Rank[] = [record]
  let parent = wanted
  let kind: Home['kind'] = 'own'
  const seen = new Set<UnitId>([record.id])
  while (parent !== null && !standing.has(parent)) {
    const gone = records.get(parent)
    if (!gone || seen.has(parent))
      return { parent: null, path: last(path), wanted, kind: 'detached' }
    seen.add(parent)
    const isJoined = gone.live && gone.joinedInto !== null
    if (!isJoined) kind = 'detached'
    else if (kind === 'own') kind = 'moved'
    path = isJoined ? last([gone, ...path]) : [gone, ...path]
    parent = isJoined ? gone.joinedInto : gone.parent
  }
  return { parent, path, wanted, kind }
}

function last(path: readonly Rank[]): readonly Rank[] {
  return [{ id: '', order: LAST }, ...path]
}

/** Of each cycle the unit with the least id goes to the end of the act. */
function breakCycles(records: ReadonlyMap<UnitId, UnitRecord>, homes: Map<UnitId, Home>): void {
  const safe = new Set<UnitId>()
  for (const start of homes.keys()) {
    const trail: UnitId[] = []
    const onTrail = new Set<UnitId>()
    let at: UnitId | null = start
    while (at !== null && !safe.has(at) && !onTrail.has(at)) {
      trail.push(at)
      onTrail.add(at)
      at = homes.get(at)?.parent ?? null
    }
    if (at !== null && onTrail.has(at)) {
      const cycle = trail.slice(trail.indexOf(at)).sort()
      const least = present(cycle[0], 'a cycle has a unit')
      const record = present(records.get(least), 'a unit of a cycle has a record')
      homes.set(least, { parent: null, path: last([record]), wanted: record.parent, kind: 'cycle' })
    }
    for (const id of trail) safe.add(id)
  }
}

function conflictsOf(record: UnitRecord, { kind, wanted }: Home): readonly Conflict[] {
  const found: Conflict[] = []
  if (record.joinedInto !== null) {
    found.push({ kind: 'joined-with-text', unit: record.id, into: record.joinedInto })
  }
  if ((kind === 'detached' || kind === 'cycle') && wanted !== null) {
    found.push({ kind, unit: record.id, parent: wanted })
  }
  return found
}

function comparePlaced(a: Placed, b: Placed): number {
  for (let i = 0; i < Math.max(a.path.length, b.path.length); i++) {
    const rankA = a.path[i]
    const rankB = b.path[i]
    if (!rankA) return -1
    if (!rankB) return 1
    const order = compareRanks(rankA, rankB)
    if (order !== 0) return order
  }
  return 0
}
