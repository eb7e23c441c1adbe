import type * as Y from 'yjs'
import { type UnitId, unitId } from '../schema/act.ts'
import type { Wording, Wordings } from '../schema/wordings.ts'

/** No unit has this id: the choice for all others. */
const ALL_OTHERS = ''

/** What was chosen, as it stands beside the text in the shared document; merged as the text is. */
export function wordingsIn(doc: Y.Doc): Wordings {
  const units = new Map<UnitId, Wording>()
  for (const [key, value] of wordingMap(doc))
    if (isWording(value) && key !== ALL_OTHERS) units.set(unitId(key), value)
  const chosen = wordingMap(doc).get(ALL_OTHERS)
  return { default: chosen === 'restate' ? 'restate' : 'minimal', units }
}

/** Chooses for one unit, or for all that nobody chose for; `null` leaves a unit to that choice again. */
export function setWording(
  doc: Y.Doc,
  unit: UnitId | 'all others',
  wording: Wording | null,
  origin?: unknown,
): void {
  const key = unit === 'all others' ? ALL_OTHERS : unit
  doc.transact(() => {
    if (wording === null) wordingMap(doc).delete(key)
    else wordingMap(doc).set(key, wording)
  }, origin)
}

/** Calls back when a choice changes, whoever changed it. */
export function onWordings(doc: Y.Doc, listener: () => void): () => void {
  const map = wordingMap(doc)
  map.observe(listener)
  return () => map.unobserve(listener)
}

function isWording(value: unknown): value is Wording {
  return value === 'minimal' || value === 'part' || value === 'restate'
}

function wordingMap(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('wordings')
}
