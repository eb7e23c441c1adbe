import type { Node } from 'prosemirror-model'
import {
  type Act,
  isUnit,
  type Unit,
  type UnitId,
  unitAttrs,
  walkUnits,
} from '#shared/schema/act.ts'

/**
 * An act that was edited on a copy, with an id for each unit. One of a kind and number that went from
 * the same unit is that one; any other that is new has a new id.
 */
export function identified(before: Act, after: Act, newId: () => UnitId): Act {
  const stood = new Map<string, Unit>()
  const known = new Set<UnitId>()
  walkUnits(before, (unit, parents) => {
    const parent = parents.at(-1)
    const key = placeKey(unit, parent ? unitAttrs(parent).id : null)
    known.add(unitAttrs(unit).id)
    if (!stood.has(key)) stood.set(key, unit)
  })
  const kept = new Set<UnitId>()
  walkUnits(after, (unit) => {
    const { id } = unitAttrs(unit)
    if (known.has(id)) kept.add(id)
  })
  const given = new Set<UnitId>()
  const children = (holder: Node, parent: UnitId | null): readonly Node[] =>
    holder.children.map((child) => (isUnit(child) ? named(child, parent) : child))
  return after.type.create(after.attrs, children(after, null))

  function named(unit: Unit, parent: UnitId | null): Unit {
    const { id } = unitAttrs(unit)
    if (kept.has(id) && !given.has(id)) {
      given.add(id)
      return unit.type.create(unit.attrs, children(unit, id))
    }
    const old = stood.get(placeKey(unit, parent))
    const oldId = old && unitAttrs(old).id
    if (old && oldId !== undefined && !kept.has(oldId) && !given.has(oldId)) {
      given.add(oldId)
      return unit.type.create(old.attrs, children(unit, oldId))
    }
    const made = newId()
    return unit.type.create({ ...unit.attrs, id: made, state: 'draft' }, children(unit, made))
  }
}

function placeKey(unit: Unit, parent: UnitId | null): string {
  const { kind, label } = unitAttrs(unit)
  return `${parent ?? ''} ${kind} ${label ?? ''}`
}
