import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import * as Y from 'yjs'
import { act, art } from '../builders/act.ts'
import { addAct, desk, mark, openLibrary, value } from '../builders/library.ts'

/**
 * Saves through the desk as it is told, a line a command, and says for each how it went: `save KEY`
 * prints `saved` or the code of the problem, `fill` takes all room of the disk, `free` gives it back.
 */
const [dir = ''] = process.argv.slice(2)
const ballast = path.join(dir, 'ballast')
const store = openLibrary(dir, Date.now)
addAct(store.db, 'a', act(art('1', 'Республика', 'Народ.')))
const bench = desk(store, { now: Date.now })
const window = bench.connect()
const doc = new Y.Doc()
Y.applyUpdate(doc, value(await window.openDocument({ document: 'a' })).state)
/** What was refused is sent again with the next, as a window does. */
let unsaved: Uint8Array[] = []
process.stdout.write('ready\n')
for await (const line of createInterface({ input: process.stdin }))
  process.stdout.write(`${await obey(line)}\n`)

async function obey(line: string): Promise<string> {
  const [verb, key = ''] = line.split(' ')
  switch (verb) {
    case 'fill':
      return fill()
    case 'free':
      rmSync(ballast)
      return 'done'
    default:
      return save(key)
  }
}

async function save(key: string): Promise<string> {
  unsaved.push(mark(doc, key))
  const update = new Uint8Array(Y.mergeUpdates(unsaved))
  const answer = await window.saveUpdate({ document: 'a', update })
  if (!answer.ok) return answer.problem.code
  unsaved = []
  return 'saved'
}

function fill(): string {
  for (let size = 1 << 20; size >= 1; size = Math.floor(size / 2))
    try {
      for (;;) writeFileSync(ballast, Buffer.alloc(size), { flag: 'a' })
    } catch (fault) {
      if (!(fault instanceof Error && 'code' in fault && fault.code === 'ENOSPC')) throw fault
    }
  return 'done'
}
