import { randomUUID } from 'node:crypto'
import { copyFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import type { Store } from '#store/open.ts'
import { desk, openLibrary, value } from '../builders/library.ts'
import { QUICK, until } from '../sync-server/peer.ts'
import {
  folder,
  join,
  open,
  type Person,
  person,
  reads,
  server,
  share,
  stateOf,
  write,
} from './sharing.ts'

/** A desk over a library that the test can back up. */
function deskWithBackups(dir: string): Pick<Person, 'desk' | 'window'> & { readonly store: Store } {
  const store = openLibrary(dir, Date.now)
  const made = desk(store, { now: Date.now, newId: randomUUID, network: QUICK })
  return { store, desk: made, window: made.connect() }
}

const times = (text: string, word: string) => text.split(word).length - 1

it('P11, J61: (T8 of the field) a backup made while the draft is written to, restored on another computer, comes to the draft of all, with nothing twice, also beside the library it was made of', async () => {
  const node = await server()
  const dir = folder()
  const first = await person(dir)
  const dana = await person()
  const document = await share(first, node)
  await join(dana, node, document)
  await first.desk.close()

  const aida = deskWithBackups(dir)
  await open(aida, document)
  const words = (by: string, from: number) =>
    Array.from({ length: 8 }, (_, i) => `⟨${by}${from + i}⟩`)
  for (const word of words('a', 0)) await write(aida, document, word)
  const making = aida.store.backUp()
  for (const word of words('a', 10)) await write(aida, document, word)
  const copy = await making
  for (const word of [...words('a', 20)]) await write(aida, document, word)
  for (const word of words('d', 0)) await write(dana, document, word)
  await until(async () => (await stateOf(aida, document)) === 'safe')

  const restoredDir = folder()
  copyFileSync(copy, path.join(restoredDir, 'library.db'))
  const restored = await person(restoredDir)
  await open(restored, document)
  await until(async () => (await stateOf(restored, document)) === 'safe')
  // The library that it was made of goes on, so that two desks write as one person.
  await write(restored, document, '⟨r⟩')
  await write(aida, document, '⟨a30⟩')
  const all = [words('a', 0), words('a', 10), words('a', 20), words('d', 0), '⟨r⟩', '⟨a30⟩'].flat()
  for (const someone of [aida, restored, dana])
    await until(async () => {
      const text = await reads(someone, document)
      return all.every((word) => text.includes(word))
    })
  const text = await reads(dana, document)
  for (const word of all) expect(times(text, word), word).toBe(1)
  for (const someone of [aida, restored]) expect(await reads(someone, document)).toBe(text)
  value(await restored.window.closeDocument({ document }))
  await aida.desk.close()
})
