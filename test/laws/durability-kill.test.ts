import { spawn } from 'node:child_process'
import path from 'node:path'
import { expect, it } from 'vitest'
import { isLibraryWhole } from '#store/inspect.ts'
import { act, art } from '../builders/act.ts'
import { addAct, marksIn, openLibrary, tempFolder } from '../builders/library.ts'

const WRITER = path.join(import.meta.dirname, 'durability-writer.ts')
const ROUNDS = 100
/** Lines after which a round is killed: 1, 8, 15 … up to some 200, never in step with the compaction. */
const linesIn = (round: number) => 1 + ((round * 7) % 200)

it(`P20: what was acknowledged survives kill -9, ${ROUNDS} times, compaction and backup running`, async () => {
  const { dir, remove } = tempFolder()
  const made = openLibrary(dir, Date.now)
  addAct(made.db, 'a', act(art('1', 'Республика', 'Народ.')))
  made.close()
  const acknowledged: string[] = []
  let compactions = 0
  for (let round = 0; round < ROUNDS; round++) {
    acknowledged.push(...(await killedAfter(dir, round)))
    const store = openLibrary(dir, Date.now)
    expect(store.health).toEqual([])
    expect(isLibraryWhole(store.db)).toBe(true)
    const found = new Set(marksIn(store.db, 'a'))
    expect(acknowledged.filter((key) => !found.has(key))).toEqual([])
    const snapshot = store.db.prepare('SELECT max(upto) FROM snapshots').pluck().get()
    compactions = Math.max(compactions, Number(snapshot))
    store.close()
  }
  expect(acknowledged.length).toBeGreaterThan(ROUNDS * 20)
  expect(compactions).toBeGreaterThan(100)
  remove()
}, 600_000)

/** Starts the writer, kills it once it printed so many lines, and gives all that it printed whole. */
function killedAfter(dir: string, round: number): Promise<readonly string[]> {
  const writer = spawn(process.execPath, [WRITER, dir, String(round)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  let errors = ''
  writer.stderr.on('data', (chunk) => {
    errors += chunk
  })
  writer.stdout.on('data', (chunk) => {
    printed += chunk
    if (printed.split('\n').length > linesIn(round)) writer.kill('SIGKILL')
  })
  return new Promise((resolve, reject) => {
    writer.on('close', (_, signal) =>
      signal === 'SIGKILL'
        ? resolve(printed.split('\n').slice(0, -1))
        : reject(new Error(`the writer ended by itself: ${errors}`)),
    )
  })
}
