import * as Y from 'yjs'
import type { DeskConnection } from '#desk/connection.ts'
import { present } from '#shared/base/assert.ts'
import type { BridgeEvent } from '#shared/bridge/contract.ts'
import type { Store } from '#store/open.ts'
import { exported, isEnd, once } from '../bridge/window-asks.ts'
import { act, art, para } from '../builders/act.ts'
import { addAct, clock, desk, openLibrary, tempFolder, value } from '../builders/library.ts'

export const law = act(
  art('1', 'Первая', para('1', 'Один.'), para('2', 'Два.')),
  art('2', 'Вторая'),
)

/** A desk of a library of its own, with one window. */
export interface Person {
  readonly store: Store
  readonly window: DeskConnection
}

/** Three people without a network; the first has the law. */
export function threeDesks(): { readonly people: readonly Person[]; close(): Promise<void> } {
  const cleanups: (() => unknown)[] = []
  const people = ['a', 'b', 'c'].map((name) => {
    const folder = tempFolder()
    const store = openLibrary(folder.dir)
    if (name === 'a') addAct(store.db, 'law', law)
    let ids = 0
    const made = desk(store, { now: clock(), newId: () => `${name}-${++ids}` })
    cleanups.push(folder.remove, () => made.close())
    return { store, window: made.connect() }
  })
  return {
    people,
    async close() {
      for (const clean of cleanups.toReversed()) await clean()
    },
  }
}

export async function carryOut({ window }: Person): Promise<Uint8Array> {
  const made = await exported(window, { document: 'law', form: 'carry', format: 'bapta' })
  return value(made).bytes
}

export type End = Extract<BridgeEvent, { kind: 'job' }>['state']

export async function carryIn({ window }: Person, bytes: Uint8Array): Promise<End> {
  const ended = once(window, isEnd)
  value(await window.importFile({ name: 'law.bapta', bytes: new Uint8Array(bytes) }))
  const end = await ended
  if (end.kind !== 'job') throw new Error('an end of a job was waited for')
  return end.state
}

export async function state({ window }: Person): Promise<Uint8Array> {
  return value(await window.openDocument({ document: 'law' })).state
}

export async function write(someone: Person, words: string, unit = 0): Promise<void> {
  const doc = new Y.Doc({ gc: false })
  Y.applyUpdate(doc, await state(someone))
  const before = Y.encodeStateVector(doc)
  const map = present([...doc.getMap('units').values()][unit], 'a unit')
  const heading: unknown = map instanceof Y.Map ? map.get('heading') : undefined
  if (!(heading instanceof Y.XmlText)) throw new Error('the unit has a heading')
  heading.insert(0, words)
  const update = new Uint8Array(Y.encodeStateAsUpdate(doc, before))
  value(await someone.window.saveUpdate({ document: 'law', update }))
}
