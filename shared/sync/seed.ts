import type { Node } from 'prosemirror-model'
import * as Y from 'yjs'
import { assert } from '../base/assert.ts'
import {
  type Act,
  actAttrs,
  bodyOf,
  headingOf,
  type Unit,
  type UnitId,
  unitAttrs,
  unitsOf,
} from '../schema/act.ts'
import { SCHEMA_VERSION } from '../schema/schema.ts'
import { sourceOf } from '../schema/source.ts'
import { ordersFor } from './order.ts'
import { BIRTH, birthText, digest, metaOf, type UnitMap, unitMaps } from './shape.ts'
import { newElement, newText } from './write-body.ts'

/** Bumped when the same act would seed other bytes: then the seeds must not share a client id. */
export const SEED_FORM = 2

/**
 * The first state of a draft: an act as one Yjs update, version 1 encoding. The same act gives the
 * same bytes, whoever seeds it, so that two seeds merge into one draft and not into two. `json` is the
 * act as JSON, where it is known.
 */
export function seedDraft(act: Act, json = JSON.stringify(act)): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = seedClient(json)
  doc.transact(() => {
    const { id, language, tradition, profile } = actAttrs(act)
    const meta = metaOf(doc)
    const attrs = { schemaVersion: SCHEMA_VERSION, actId: id, language, tradition, profile }
    for (const [key, value] of Object.entries(attrs)) meta.set(key, value)
    const source = sourceOf(act)
    if (source !== null) meta.set('source', source)
    seedUnits(unitMaps(doc), act, null)
  })
  const bytes = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return bytes
}

/** The shared form of one unit, without the units in it. */
export function newUnitMap(unit: Unit, parent: UnitId | null, order: string): UnitMap {
  const { kind, label, num, state } = unitAttrs(unit)
  const map: UnitMap = new Y.Map()
  const heading = headingOf(unit)
  const birth = { kind, parent, order, label, num, state, titled: heading !== undefined }
  map.set(BIRTH, birthText(birth))
  map.set('live', true)
  for (const [key, value] of Object.entries(sourcesOf(unit)))
    if (value !== null) map.set(key, value)
  map.set('heading', newText(heading ?? null))
  const body = new Y.XmlFragment()
  body.insert(0, bodyOf(unit).map(newElement))
  map.set('body', body)
  return map
}

/** The registers that keep the foreign markup of a unit and of its heading. */
export function sourcesOf(unit: Unit): {
  readonly source: string | null
  readonly headingSource: string | null
} {
  const heading = headingOf(unit)
  return { source: sourceOf(unit), headingSource: heading ? sourceOf(heading) : null }
}

function seedUnits(maps: Y.Map<UnitMap>, holder: Node, parent: UnitId | null): void {
  const units = unitsOf(holder)
  const ranked = units.map((unit) => ({ id: unitAttrs(unit).id, order: '' }))
  const orders = ordersFor(ranked, new Set())
  for (const unit of units) {
    const { id } = unitAttrs(unit)
    assert(!maps.has(id), `unit ids are unique, ${id} is not`)
    maps.set(id, newUnitMap(unit, parent, orders.get(id) ?? ''))
    seedUnits(maps, unit, id)
  }
}

/** A Yjs client id made from the act: other acts, and other forms of seed, get another. */
function seedClient(json: string): number {
  return Number.parseInt(digest(`${SEED_FORM}/${SCHEMA_VERSION}/${json}`), 16)
}
