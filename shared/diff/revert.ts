import { assert } from '../base/assert.ts'
import {
  type Act,
  bodyOf,
  headingOf,
  isUnit,
  type Unit,
  type UnitId,
  unitAttrs,
  unitId,
  unitsOf,
  walkUnits,
} from '../schema/act.ts'
import { applyEditToAct, findUnit } from '../structure/apply-edit.ts'
import type { Place, UnitEdit } from '../structure/edit.ts'
import type { Change } from './changes.ts'
import { pairSiblings, pairUnits } from './pairing.ts'

/**
 * The edits that undo one change of a draft; none where the draft no longer has it. What a change
 * cannot be undone without is undone with it: a unit goes home to a parent that is brought back, and
 * units of the base that stand in a unit to be removed are moved home first.
 */
export function revert(change: Change, base: Act, draft: Act): readonly UnitEdit[] {
  const [id] = change.units
  if (id === undefined || pairUnits(base, draft).sort !== 'ids') return []
  const reverter = new Reverter(base, draft)
  reverter.revert(change.kind, id)
  return reverter.edits
}

class Reverter {
  readonly edits: UnitEdit[] = []
  private readonly base: Act
  private draft: Act

  constructor(base: Act, draft: Act) {
    this.base = base
    this.draft = draft
  }

  revert(kind: Change['kind'], id: UnitId): void {
    const unitA = findUnit(this.base, id)?.unit
    const unitB = findUnit(this.draft, id)?.unit
    if (kind === 'deleted') {
      if (unitA && !unitB) this.bringBack(id)
      return
    }
    if (!unitB) return
    if (kind === 'inserted') {
      if (!unitA) this.remove(unitB)
      return
    }
    if (unitA) this.revertPaired(kind, id, unitA, unitB)
  }

  private revertPaired(
    kind: Exclude<Change['kind'], 'deleted' | 'inserted'>,
    id: UnitId,
    unitA: Unit,
    unitB: Unit,
  ): void {
    const { label, num, kind: to, state } = unitAttrs(unitA)
    switch (kind) {
      case 'moved':
        this.moveHome(id)
        return
      case 'renumbered':
        this.apply({ kind: 'setLabel', unit: id, label, num })
        return
      case 'kind':
        this.apply({ kind: 'setKind', unit: id, to })
        return
      case 'repealed':
      case 'state':
        this.apply({ kind: 'setState', unit: id, state })
        return
      case 'heading': {
        const heading = headingOf(unitA) ?? null
        this.apply({ kind: 'setText', unit: id, heading, body: bodyOf(unitB) })
        return
      }
      case 'words':
      case 'formatting': {
        const heading = headingOf(unitB) ?? null
        this.apply({ kind: 'setText', unit: id, heading, body: bodyOf(unitA) })
      }
    }
  }

  private apply(edit: UnitEdit): void {
    const next = applyEditToAct(this.draft, edit)
    assert(next.ok, `a revert can be applied: ${next.ok ? '' : next.problem.message}`)
    if (next.value.eq(this.draft)) return
    this.draft = next.value
    this.edits.push(edit)
  }

  private remove(unit: Unit): void {
    const inBase = idsOf(this.base)
    for (const guest of outermost(unit, (id) => inBase.has(id))) this.moveHome(guest)
    this.apply({ kind: 'remove', unit: idOf(unit) })
  }

  /** Puts a unit back with what went with it; units of it that stand elsewhere stay there. */
  private bringBack(id: UnitId): void {
    const parent = this.homeOf(id)
    const path = findUnit(this.base, id)
    /** A parent that was gone too has brought it along. */
    if (!path || findUnit(this.draft, id)) return
    const present = idsOf(this.draft)
    const unit = without(path.unit, present)
    this.apply({ kind: 'insert', unit, at: { parent, after: this.neighborOf(id, parent) } })
  }

  private moveHome(id: UnitId): void {
    if (!this.isAway(id)) return
    const parent = this.homeOf(id)
    this.clearWay(id, parent)
    const to: Place = { parent, after: this.neighborOf(id, parent) }
    this.apply({ kind: 'move', unit: id, to })
  }

  /**
   * Moves home what keeps a unit's parent inside the unit itself. On the way down from the unit to
   * that parent some unit is away from home, for in the base the way runs upwards.
   */
  private clearWay(id: UnitId, parent: UnitId | null): void {
    const most = idsOf(this.draft).size
    for (let moved = 0; parent !== null; moved++) {
      assert(moved <= most, 'each pass brings a unit home for good')
      const way = wayDown(findUnit(this.draft, id)?.unit, parent)
      const away = way?.find((each) => parentOf(this.base, each) !== parentOf(this.draft, each))
      if (away === undefined) return
      this.moveHome(away)
    }
  }

  /** Whether the unit stands under another parent than in the base, or out of its order there. */
  private isAway(id: UnitId): boolean {
    const parentA = parentOf(this.base, id)
    if (parentA !== parentOf(this.draft, id)) return true
    return !this.settled(parentA).has(id)
  }

  /** The unit's parent in the base, brought back if it is gone. */
  private homeOf(id: UnitId): UnitId | null {
    const parent = parentOf(this.base, id) ?? null
    if (parent !== null && !findUnit(this.draft, parent)) this.bringBack(parent)
    return parent
  }

  /** The nearest unit before it in the base that stands in its place in the draft. */
  private neighborOf(id: UnitId, parent: UnitId | null): UnitId | null {
    const settled = this.settled(parent)
    const siblings = unitsOf(holder(this.base, parent)).map(idOf)
    return siblings.slice(0, siblings.indexOf(id)).findLast((each) => settled.has(each)) ?? null
  }

  private settled(parent: UnitId | null | undefined): ReadonlySet<UnitId> {
    const unitsA = unitsOf(holder(this.base, parent ?? null))
    const unitsB = unitsOf(holder(this.draft, parent ?? null))
    const { inPlace } = pairSiblings(unitsA, unitsB, pairUnits(this.base, this.draft))
    return new Set(inPlace.flatMap(({ a }) => (unitsA[a] ? [idOf(unitsA[a])] : [])))
  }
}

function holder(act: Act, parent: UnitId | null): Act | Unit {
  return parent === null ? act : (findUnit(act, parent)?.unit ?? act)
}

function parentOf(act: Act, id: UnitId): UnitId | null | undefined {
  const parent = findUnit(act, id)?.parents.at(-1)
  if (!parent) return undefined
  return isUnit(parent) ? idOf(parent) : null
}

function idsOf(act: Act): ReadonlySet<UnitId> {
  const ids = new Set<UnitId>()
  walkUnits(act, (unit) => ids.add(idOf(unit)))
  return ids
}

/** The units below `unit` down to the one of that id, itself last. */
function wayDown(unit: Unit | undefined, id: UnitId): readonly UnitId[] | undefined {
  for (const child of unit ? unitsOf(unit) : []) {
    const rest = idOf(child) === id ? [] : wayDown(child, id)
    if (rest) return [idOf(child), ...rest]
  }
  return undefined
}

/** The unit itself is no guest; of guests in guests the outer one counts. */
function outermost(unit: Unit, isGuest: (id: UnitId) => boolean): readonly UnitId[] {
  return unitsOf(unit).flatMap((child) =>
    isGuest(idOf(child)) ? [idOf(child)] : outermost(child, isGuest),
  )
}

function without(unit: Unit, ids: ReadonlySet<UnitId>): Unit {
  const children = unit.children.flatMap((child) => {
    if (!isUnit(child)) return [child]
    return ids.has(idOf(child)) ? [] : [without(child, ids)]
  })
  return unit.type.create(unit.attrs, children)
}

function idOf(unit: Unit): UnitId {
  return unitId(String(unit.attrs['id']))
}
