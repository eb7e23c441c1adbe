import { once } from 'node:events'
import { flushCompileCache } from 'node:module'
import * as Y from 'yjs'
import { desk, mark, openLibrary, value } from '../builders/library.ts'

/** Once told to, saves marks through the desk and prints each once it was acknowledged, until it is killed. */
const [dir = '', round = ''] = process.argv.slice(2)
// A killed process would leave the next one nothing of what it compiled.
flushCompileCache()
await once(process.stdin, 'data')
const store = openLibrary(dir, Date.now)
const bench = desk(store, { now: Date.now, compactAt: { rows: 25, bytes: 10_000 } })
const window = bench.connect()
const doc = new Y.Doc()
Y.applyUpdate(doc, value(await window.openDocument({ document: 'a' })).state)
void store.backUp()
for (let n = 0; ; n += 3) {
  const keys = [n, n + 1, n + 2].map((each) => `${round}-${each}`)
  await Promise.all(
    keys.map(async (key) => {
      value(await window.saveUpdate({ document: 'a', update: new Uint8Array(mark(doc, key)) }))
      process.stdout.write(`${key}\n`)
    }),
  )
}
