import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { present } from '#shared/base/assert.ts'
import { act, art } from '../builders/act.ts'
import { addAct, desk, openLibrary, replica, tempFolder, value } from '../builders/library.ts'

const WINDOWS = 3

it('P21: any interleaving of saves from several windows is the merged state, now and after opening anew', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          window: fc.nat(WINDOWS - 1),
          at: fc.nat(50),
          word: fc.string({ minLength: 1, maxLength: 5 }),
          turn: fc.constantFrom('same', 'next', 'again'),
        }),
        { maxLength: 60 },
      ),
      async (steps) => {
        const { dir, remove } = tempFolder()
        const store = openLibrary(dir)
        addAct(store.db, 'a', act(art('1', 'Республика', 'Народ.')))
        const bench = desk(store, { compactAt: { rows: 7, bytes: 10_000 } })
        const windows = Array.from({ length: WINDOWS }, () => bench.connect())
        const docs = await Promise.all(windows.map((window) => replica(window, 'a')))
        for (const [i, window] of windows.entries())
          window.subscribe((event) => {
            if (event.kind === 'update') Y.applyUpdate(present(docs[i], 'replica'), event.update)
          })
        const saves: Promise<unknown>[] = []
        for (const { window, at, word, turn } of steps) {
          const doc = present(docs[window], 'replica')
          const bridge = present(windows[window], 'window')
          const before = Y.encodeStateVector(doc)
          const text = doc.getText('probe')
          text.insert(Math.min(at, text.length), word)
          const update = new Uint8Array(Y.encodeStateAsUpdate(doc, before))
          const save = () => bridge.saveUpdate({ document: 'a', update }).then(value)
          saves.push(save())
          if (turn === 'again') saves.push(save())
          if (turn === 'next') await saves.at(-1)
        }
        await Promise.all(saves)
        const words = docs.map((doc) => doc.getText('probe').toString())
        const opened = await replica(bench.connect(), 'a')
        expect(new Set([...words, opened.getText('probe').toString()]).size).toBe(1)
        expect(words[0]).toHaveLength(steps.reduce((sum, { word }) => sum + word.length, 0))
        await bench.close()
        const again = openLibrary(dir)
        const next = desk(again)
        const reopened = await replica(next.connect(), 'a')
        expect(reopened.getText('probe').toString()).toBe(words[0])
        expect(again.health).toEqual([])
        await next.close()
        remove()
      },
    ),
    { numRuns: 30 },
  )
})
