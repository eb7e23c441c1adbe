import type { Node } from 'prosemirror-model'
import * as Y from 'yjs'
import { type Act, actAttrs, type UnitId, unitAttrs, unitsOf } from '#shared/schema/act.ts'
import { SCHEMA_VERSION } from '#shared/schema/schema.ts'
import { sourceOf } from '#shared/schema/source.ts'
import { ordersFor } from '#shared/sync/order.ts'
import { newUnitMap } from '#shared/sync/seed.ts'
import { metaOf, unitMaps } from '#shared/sync/shape.ts'

/** The seed of an act as Yjs itself makes and encodes it, under the client id given. */
export function seedInYjs(act: Act, client: number): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = client
  doc.transact(() => {
    const { id, language, tradition, profile } = actAttrs(act)
    const attrs = { schemaVersion: SCHEMA_VERSION, actId: id, language, tradition, profile }
    for (const [key, value] of Object.entries(attrs)) metaOf(doc).set(key, value)
    const source = sourceOf(act)
    if (source !== null) metaOf(doc).set('source', source)
    seedUnits(doc, act, null)
  })
  return Y.encodeStateAsUpdate(doc)
}

function seedUnits(doc: Y.Doc, holder: Node, parent: UnitId | null): void {
  const units = unitsOf(holder)
  const ranked = units.map((unit) => ({ id: unitAttrs(unit).id, order: '' }))
  const orders = ordersFor(ranked, new Set())
  for (const unit of units) {
    const { id } = unitAttrs(unit)
    unitMaps(doc).set(id, newUnitMap(unit, parent, orders.get(id) ?? ''))
    seedUnits(doc, unit, id)
  }
}
