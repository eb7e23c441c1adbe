import * as Y from 'yjs'
import type { DeskConnection } from '#desk/connection.ts'
import type { Desk } from '#desk/desk.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { applyEdit } from '#shared/sync/edit.ts'
import { citationsFrom, rowWords } from '#store/citation-rows.ts'
import { allDocuments } from '#store/documents.ts'
import type { Store } from '#store/open.ts'
import { desk, replica, value } from '../builders/library.ts'

/** Who cites a document and how, in order. */
export async function citing(open: Desk, document: string) {
  const incoming = value(await open.connect().referencesInto({ document }))
  return incoming.map((reference) => [reference.document, reference.status])
}

/** All rows of the index, brought up to date by a desk that begins with what is on disk. */
export async function indexRows(store: Store): Promise<readonly string[]> {
  const bridge = desk(store).connect()
  value(await bridge.citationGraph({ document: null }))
  return rowsKept(store)
}

export function rowsKept({ db }: Store): readonly string[] {
  return allDocuments(db).flatMap(({ key, id }) =>
    citationsFrom(db, key)
      .map((row) => `${id} ${rowWords(row)}`)
      .sort(),
  )
}

/** A window's replica of a draft in which structure is edited and saved. */
export async function drafting(bridge: DeskConnection, document: string) {
  const doc = await replica(bridge, document)
  return {
    doc,
    async edit(edit: UnitEdit): Promise<boolean> {
      const before = Y.encodeStateVector(doc)
      if (!applyEdit(doc, edit).ok) return false
      const update = new Uint8Array(Y.encodeStateAsUpdate(doc, before))
      value(await bridge.saveUpdate({ document, update }))
      return true
    },
  }
}
