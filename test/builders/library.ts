import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as Y from 'yjs'
import { encodeBase } from '#desk/acts.ts'
import type { DeskConnection } from '#desk/connection.ts'
import { type DeskOptions, deskOver } from '#desk/desk.ts'
import { addDocument } from '#desk/library.ts'
import { present } from '#shared/base/assert.ts'
import type { Result } from '#shared/base/result.ts'
import type { Act } from '#shared/schema/act.ts'
import { seedDraft } from '#shared/sync/seed.ts'
import { insertBase } from '#store/bases.ts'
import type { Writer } from '#store/connection.ts'
import { type DocumentKey, findDocument, sealOf } from '#store/documents.ts'
import { draftState } from '#store/draft-state.ts'
import { openStore, type Store } from '#store/open.ts'
import { appendUpdate } from '#store/updates.ts'

/** A folder of the test's own, and its removal. */
export function tempFolder(): { readonly dir: string; remove(): void } {
  const dir = mkdtempSync(path.join(tmpdir(), 'bapta-'))
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) }
}

/** A clock that goes on by a second at each look, from 2026-01-01. */
export function clock(): () => number {
  let time = Date.UTC(2026, 0, 1)
  return () => (time += 1000)
}

export function counter(): () => string {
  let last = 0
  return () => `id-${++last}`
}

/** The library at `dir`, which must open. */
export function openLibrary(dir: string, now = clock()): Store {
  return value(openStore({ path: path.join(dir, 'library.db'), now }))
}

export function desk(store: Store, options: Partial<DeskOptions> = {}) {
  return deskOver(store, { now: clock(), newId: counter(), ...options })
}

/** Adds an act under an id of the test's own. */
export function addAct(db: Writer, id: string, act: Act): DocumentKey {
  const named = act.type.create({ ...act.attrs, id }, act.content)
  return addDocument(db, { act: named, source: `${id}.txt`, sample: 0, at: Date.UTC(2026, 0, 1) })
}

/** Likewise to a library of an older version, which has fewer columns. */
export function addOldAct(db: Writer, id: string, act: Act): DocumentKey {
  const whole = { source: '', units: 1, sample: 0, created_at: 1, removed_at: null } as const
  const named = { id, title: 'T', language: 'ru', profile: 'constitution' } as const
  const crc = sealOf({ ...named, ...whole, part_of: null, part: null })
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO documents (id, title, language, profile, source, units, sample, created_at, removed_at, crc)
       VALUES (@id, @title, @language, @profile, @source, @units, @sample, @created_at, @removed_at, @crc)`,
    )
    .run({ ...named, ...whole, crc })
  const key = Number(lastInsertRowid) as DocumentKey
  insertBase(db, key, encodeBase(act))
  appendUpdate(db, key, { bytes: seedDraft(act), at: 1, origin: 'seed' })
  return key
}

export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.problem.code}: ${result.problem.message}`)
  return result.value
}

/** The keys that were written with {@link mark}, in order. */
export function marksOf(state: Uint8Array): readonly string[] {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return [...doc.getMap('probe').keys()].sort()
}

export function marksIn(db: Writer, id: string): readonly string[] {
  return marksOf(draftState(db, present(findDocument(db, id), id).key))
}

/** An update that sets one key of a root that no act uses: easy to find again. */
export function mark(doc: Y.Doc, key: string): Uint8Array {
  const before = Y.encodeStateVector(doc)
  doc.getMap('probe').set(key, true)
  return Y.encodeStateAsUpdate(doc, before)
}

/** A window's replica of a document. */
export async function replica(window: DeskConnection, document: string): Promise<Y.Doc> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, value(await window.openDocument({ document })).state)
  return doc
}
