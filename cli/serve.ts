import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createDesk, type Desk } from '#desk/desk.ts'
import { startBrowserHost } from '#server/browser-host.ts'
import type { Bridge, BridgeEvent } from '#shared/bridge/contract.ts'
import { argumentsOf, type Command, type Output } from './command.ts'
import { reasonOf } from './input.ts'
import { dataFolder, portOf, stopAsked } from './place.ts'
import { DONE, unreadable } from './refusal.ts'

export const serve: Command = {
  async run(args, io) {
    const options = {
      port: { type: 'string' },
      data: { type: 'string' },
      open: { type: 'boolean' },
    } as const
    const { values, positionals } = argumentsOf(args, options)
    const port = values.port === undefined ? undefined : portOf(values.port)
    const dir = path.resolve(values.data ?? dataFolder())
    const desk = await orRefusal(createDesk({ dir, now: Date.now, newId: randomUUID, log }))
    try {
      for (const file of positionals) await importInto(desk, file, io)
      const rendererDir = path.resolve(import.meta.dirname, '../out/renderer')
      const host = await orRefusal(startBrowserHost({ desk, rendererDir, port }))
      // Before the first line: whoever reads it may ask at once.
      const asked = stopAsked()
      io.print(`${host.url}\n`)
      io.tell(`Bapta is open at the address above; the library is in ${dir}. Ctrl+C ends it.`)
      if (values.open) openBrowser(host.url)
      await asked
      await host.close()
    } finally {
      await desk.close()
    }
    return DONE

    function log(where: string, fault: unknown): void {
      io.tell(`${where}: ${fault instanceof Error ? fault.message : String(fault)}`)
    }
  },
}

/** The sentence of a desk or host that cannot start, for the person. */
async function orRefusal<T>(starting: Promise<T>): Promise<T> {
  try {
    return await starting
  } catch (fault) {
    throw unreadable(reasonOf(fault))
  }
}

async function importInto(desk: Desk, file: string, io: Output): Promise<void> {
  const bridge = desk.connect()
  try {
    const bytes = fileBytes(file)
    const ended = jobEnds(bridge)
    const started = await bridge.importFile({ name: path.basename(file), bytes })
    if (!started.ok) throw unreadable(`“${file}”: ${started.problem.message}`)
    const state = await ended(started.value.job)
    if (state.kind === 'failed') throw unreadable(state.message)
    if (state.kind === 'done' && state.problems.length > 0)
      io.tell(`${file}: ${state.problems.length} doubts in reading; “bapta check” lists them.`)
  } finally {
    await bridge.close()
  }
}

function fileBytes(file: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(file))
  } catch (fault) {
    throw unreadable(`“${file}” cannot be read: ${reasonOf(fault)}`)
  }
}

type JobState = Extract<BridgeEvent, { kind: 'job' }>['state']

/** Listens from now on, so that a job that ends at once is not missed. */
function jobEnds(bridge: Bridge): (job: string) => Promise<JobState> {
  const ended = new Map<string, JobState>()
  const waiting = new Map<string, (state: JobState) => void>()
  bridge.subscribe((event) => {
    if (event.kind !== 'job' || event.state.kind === 'progress') return
    ended.set(event.job, event.state)
    waiting.get(event.job)?.(event.state)
  })
  return (job) =>
    new Promise((resolve) => {
      const state = ended.get(job)
      if (state) resolve(state)
      else waiting.set(job, resolve)
    })
}

const OPENERS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
  linux: ['xdg-open'],
}

/** Shows the address; where nothing can, the person has it in the terminal. */
function openBrowser(url: string): void {
  const [program, ...args] = OPENERS[process.platform] ?? ['xdg-open']
  const child = spawn(program, [...args, url], { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}
