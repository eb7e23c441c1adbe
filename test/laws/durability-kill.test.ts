import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { expect, it } from 'vitest'
import { isLibraryWhole } from '#store/inspect.ts'
import { act, art } from '../builders/act.ts'
import { addAct, marksIn, openLibrary, tempFolder } from '../builders/library.ts'

const WRITER = path.join(import.meta.dirname, 'durability-writer.ts')
const ROUNDS = 100
/** Lines after which a round is killed: 1, 8, 15 … up to some 200, never in step with the compaction. */
const linesIn = (round: number) => 1 + ((round * 7) % 200)

it(`P20: (T5 of the field) what was acknowledged survives kill -9, ${ROUNDS} times, compaction and backup running`, async () => {
  const { dir, remove } = tempFolder()
  const made = openLibrary(dir, Date.now)
  addAct(made.db, 'a', act(art('1', 'Республика', 'Народ.')))
  made.close()
  const acknowledged: string[] = []
  let compactions = 0
  const cache = path.join(dir, 'compiled')
  let next = load(dir, cache, 0)
  for (let round = 0; round < ROUNDS; round++) {
    const killed = killedAfter(next, linesIn(round))
    next = load(dir, cache, round + 1)
    acknowledged.push(...(await killed))
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
  next.kill('SIGKILL')
  await once(next, 'close')
  remove()
}, 600_000)

/** A writer that waits to be told to begin: it loads while the one before is killed and looked at. */
function load(dir: string, cache: string, round: number): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [WRITER, dir, String(round)], {
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
  })
}

/** Kills a writer once it printed so many lines, and gives all that it printed whole. */
async function killedAfter(
  writer: ChildProcessWithoutNullStreams,
  lines: number,
): Promise<readonly string[]> {
  let printed = ''
  let errors = ''
  writer.stderr.on('data', (chunk) => {
    errors += chunk
  })
  writer.stdout.on('data', (chunk) => {
    printed += chunk
    if (printed.split('\n').length > lines) writer.kill('SIGKILL')
  })
  writer.stdin.write('begin\n')
  const [, signal] = await once(writer, 'close')
  if (signal !== 'SIGKILL') throw new Error(`the writer ended by itself: ${errors}`)
  return printed.split('\n').slice(0, -1)
}
