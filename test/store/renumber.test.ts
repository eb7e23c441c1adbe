import { rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { present } from '#shared/base/assert.ts'
import { readBase } from '#store/bases.ts'
import { transact } from '#store/connection.ts'
import { findDocument } from '#store/documents.ts'
import { draftState } from '#store/draft-state.ts'
import { isLibraryWhole } from '#store/inspect.ts'
import { readRemains } from '#store/remains.ts'
import { underTrueNumbers } from '#store/renumber.ts'
import { appendUpdate } from '#store/updates.ts'
import { act, art } from '../builders/act.ts'
import { addAct, clock, mark, marksOf, openLibrary, tempFolder } from '../builders/library.ts'

const IDS = ['a', 'b', 'c']
let dir: string
let file: string

beforeEach(() => {
  dir = tempFolder().dir
  file = path.join(dir, 'library.db')
  const store = openLibrary(dir)
  const now = clock()
  for (const id of IDS) {
    const key = addAct(store.db, id, act(art('1', `Статья ${id}`)))
    const bytes = mark(new Y.Doc(), `m-${id}`)
    transact(store.db, () => appendUpdate(store.db, key, { bytes, at: now(), origin: 'window' }))
  }
  store.close()
})

afterEach(() => rmSync(dir, { recursive: true }))

describe('P22: a damaged number', () => {
  it.each([
    'UPDATE documents SET key = 10 WHERE key = 2',
    'UPDATE bases SET document = 10 WHERE document = 2',
  ])('of an entry or a base is mended with nothing lost: %s', (damage) => {
    const raw = new Database(file)
    raw.pragma('foreign_keys = OFF')
    raw.exec(damage)
    raw.close()
    const store = openLibrary(dir)
    expect(store.health.map(({ code }) => code)).toContain('store/library-damaged')
    for (const id of IDS) expect(said(store, id)).toEqual([`Статья ${id}`, [`m-${id}`]])
    expect(isLibraryWhole(store.db)).toBe(true)
    store.close()
  })

  it('that another document has gives no document the text of another', () => {
    const whole = present(readRemains(file), 'remains')
    const [a, b, c] = whole.documents
    const [one, two, three] = whole.bases
    if (!a || !b || !c || !one || !two || !three) throw new Error('three documents')
    const entry = underTrueNumbers({ ...whole, documents: [a, { ...b, key: c.key }, c] })
    expect(entry.documents).toEqual(whole.documents)
    const base = underTrueNumbers({ ...whole, bases: [one, { ...two, document: c.key }, three] })
    expect(base.bases).toEqual(whole.bases)
    expect(underTrueNumbers(whole)).toEqual(whole)
  })
})

function said({ db }: ReturnType<typeof openLibrary>, id: string) {
  const { key } = present(findDocument(db, id), id)
  const base = new TextDecoder().decode(readBase(db, key))
  return [/Статья \w/.exec(base)?.[0], marksOf(draftState(db, key))]
}
