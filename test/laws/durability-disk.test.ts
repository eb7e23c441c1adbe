import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { present } from '#shared/base/assert.ts'
import { isLibraryWhole } from '#store/inspect.ts'
import { act, art } from '../builders/act.ts'
import { addAct, marksIn, openLibrary, tempFolder } from '../builders/library.ts'

const SAVER = path.join(import.meta.dirname, 'durability-saver.ts')

let folder: ReturnType<typeof tempFolder>
let saver: Saver | undefined
beforeEach(() => {
  folder = tempFolder()
})
afterEach(async () => {
  await saver?.kill()
  folder.remove()
})

it('P24: (T5 of the field) on a full disk a save is told as not saved, nothing acknowledged is lost, and saving goes on when there is room', async () => {
  const disk = path.join(folder.dir, 'disk')
  mkdirSync(disk)
  // A disk of 4 MB in a namespace of the process's own: it is gone when that ends.
  const mount = 'mount -t tmpfs -o size=4m bapta "$1" && exec "$2" "$3" "$1"'
  saver = await begin('unshare', [
    ...['--map-root-user', '--mount', '--', 'sh', '-c', mount, 'sh'],
    ...[disk, process.execPath, SAVER],
  ])
  const saved = await saveSome(saver, 'before', 20)
  await saver.tell('fill')
  const refused = await fillUp(saver, saved)
  expect(new Set(refused.map(({ answer }) => answer))).toEqual(new Set(['store/disk-full']))
  await saver.tell('free')
  expect(await saver.tell('save after')).toBe('saved')
  saved.push('after', ...refused.map(({ key }) => key))
  const inside = `/proc/${saver.pid}/root${disk}`
  const copy = path.join(folder.dir, 'copy')
  cpSync(inside, copy, { recursive: true, filter: (from) => !from.endsWith('.lock') })
  expectWhole(copy, saved)
})

it('P24: (T5 of the field) on a disk that fails to write a save is told as not saved, and saving goes on when it writes again', async () => {
  saver = await begin(process.execPath, [SAVER, folder.dir])
  const saved = await saveSome(saver, 'before', 20)
  // No file may grow or be written to beyond its first bytes: SQLite hears the same fault as of a broken disk.
  limitFiles(saver.pid, '100')
  const answers: string[] = []
  for (let i = 0; i < 10; i++) answers.push(await saver.tell(`save failing${i}`))
  expect(new Set(answers)).toEqual(new Set(['store/disk-error']))
  limitFiles(saver.pid, 'unlimited')
  expect(await saver.tell('save after')).toBe('saved')
  saved.push('after', ...answers.map((_, i) => `failing${i}`))
  await saver.kill()
  expectWhole(folder.dir, saved)
})

it('P24: (T5 of the field) what a failing disk took no answer for is gone after kill -9, and what was acknowledged is there', async () => {
  saver = await begin(process.execPath, [SAVER, folder.dir])
  const saved = await saveSome(saver, 'before', 20)
  limitFiles(saver.pid, '100')
  expect(await saver.tell('save failing')).toBe('store/disk-error')
  await saver.kill()
  expectWhole(folder.dir, saved)
})

it('P24: a damaged library that the disk has no room to repair is told so and stays as it is', async () => {
  const made = openLibrary(folder.dir)
  addAct(made.db, 'a', act(art('1', 'Республика', 'Народ.')))
  made.close()
  const file = path.join(folder.dir, 'library.db')
  const damaged = readFileSync(file).fill(0, 0, 4096)
  writeFileSync(file, damaged)
  const limited = ['--fsize=20000:', process.execPath, SAVER, folder.dir]
  await expect(begin('prlimit', limited)).rejects.toThrow('store/disk-error')
  expect(readFileSync(file).equals(damaged)).toBe(true)
  expect(readdirSync(folder.dir).filter((name) => name.includes('damaged'))).toEqual([])
  const store = openLibrary(folder.dir)
  expect(store.health.map(({ code }) => code)).toEqual(['store/library-damaged'])
  expect(marksIn(store.db, 'a')).toEqual([])
  store.close()
})

interface Saver {
  readonly pid: number
  /** Tells the saver to do something and gives its answer. */
  tell(line: string): Promise<string>
  kill(): Promise<void>
}

async function begin(command: string, args: readonly string[]): Promise<Saver> {
  const child: ChildProcessWithoutNullStreams = spawn(command, args)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  let errors = ''
  child.stderr.on('data', (chunk) => {
    errors += chunk
  })
  const answer = async () => {
    const { value, done } = await lines.next()
    if (done) throw new Error(`the saver ended: ${errors}`)
    return value
  }
  expect(await answer()).toBe('ready')
  return {
    pid: present(child.pid, 'a process'),
    tell(line) {
      child.stdin.write(`${line}\n`)
      return answer()
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'close')
    },
  }
}

async function saveSome({ tell }: Saver, name: string, count: number): Promise<string[]> {
  const keys = Array.from({ length: count }, (_, i) => `${name}${i}`)
  for (const key of keys) expect(await tell(`save ${key}`)).toBe('saved')
  return keys
}

interface Refused {
  readonly key: string
  readonly answer: string
}

/** Saves on the full disk, where the log of writes may have room for some, until ten are refused. */
async function fillUp({ tell }: Saver, saved: string[]): Promise<readonly Refused[]> {
  const refused: Refused[] = []
  for (let i = 0; refused.length < 10; i++) {
    expect(i).toBeLessThan(1000)
    const key = `more${i}`
    const answer = await tell(`save ${key}`)
    if (answer === 'saved') saved.push(key)
    else refused.push({ key, answer })
  }
  return refused
}

function limitFiles(pid: number, bytes: string): void {
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`])
}

function expectWhole(dir: string, saved: readonly string[]): void {
  const store = openLibrary(dir)
  expect(store.health).toEqual([])
  expect(isLibraryWhole(store.db)).toBe(true)
  expect(marksIn(store.db, 'a')).toEqual([...saved].sort())
  store.close()
}
