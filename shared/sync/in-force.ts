import type * as Y from 'yjs'
import { type UnitId, unitId } from '../schema/act.ts'
import { type InForce, type TimeOfForce, timeOfForce } from '../schema/in-force.ts'

/** No unit has this id: the time of all that has none of its own. */
const THE_LAW = ''

/** When the law comes into force, as it stands beside the text in the shared document; merged as the text is. */
export function inForceIn(doc: Y.Doc): InForce {
  const units = new Map<UnitId, TimeOfForce>()
  for (const [key, value] of inForceMap(doc)) {
    const day = timeOfForce(value)
    if (day && key !== THE_LAW) units.set(unitId(key), day)
  }
  return { law: timeOfForce(inForceMap(doc).get(THE_LAW)) ?? null, units }
}

/** Chooses for the law, or for what is done to units; `null` takes the choice back. */
export function setInForce(
  doc: Y.Doc,
  units: readonly UnitId[] | 'the law',
  day: TimeOfForce | null,
  origin?: unknown,
): void {
  const map = inForceMap(doc)
  doc.transact(() => {
    for (const key of units === 'the law' ? [THE_LAW] : units) {
      if (day === null) map.delete(key)
      else map.set(key, { ...day })
    }
  }, origin)
}

/** Calls back when a choice changes, whoever changed it. */
export function onInForce(doc: Y.Doc, listener: () => void): () => void {
  const map = inForceMap(doc)
  map.observe(listener)
  return () => map.unobserve(listener)
}

function inForceMap(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('inForce')
}
