import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { MessageEvent, MessagePortMain } from 'electron'
import { createDesk, type Desk } from '#desk/desk.ts'
import { problem, sayingOf } from '#shared/base/problem.ts'
import type { Bridge } from '#shared/bridge/contract.ts'
import { listeners } from '#shared/bridge/derive.ts'
import { serveBridge } from '#shared/bridge/serve.ts'
import type { FromDesk, ToDesk } from './desk-messages.ts'
import { mainPort } from './main-port.ts'

/** The desk in a process of its own: a commit that waits for the disk never holds up a window. */
const { values } = parseArgs({ options: { data: { type: 'string', default: '.' } } })
const windows = new Map<number, Connected>()
const opening = createDesk({ dir: values.data, now: Date.now, newId: randomUUID, log: report })

process.parentPort.on('message', ({ data, ports: [port] }: MessageEvent) => {
  // Only main holds the other end.
  const message = data as ToDesk
  void opening.then((desk) => handle(desk, message, port), refuse)
})
opening.then(begin, refuse)

/** A window's end of the desk, and what this process itself tells it. */
interface Connected {
  readonly bridge: Bridge
  tell: ReturnType<typeof listeners>['emit']
}

async function begin(desk: Desk): Promise<void> {
  const own = desk.connect()
  const settings = await own.readSettings()
  own.close()
  const language = settings.ok ? settings.value.language : undefined
  if (language) tell({ kind: 'language', language })
  tell({ kind: 'ready' })
}

function refuse(error: unknown): void {
  tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
  process.exitCode = 1
  process.parentPort.removeAllListeners('message')
}

function handle(desk: Desk, message: ToDesk, port: MessagePortMain | undefined): void {
  switch (message.kind) {
    case 'connect':
      if (port) connect(desk, message.window, port)
      return
    case 'import':
      void importFile(message.window, message.path)
      return
    case 'close':
      void desk.close().then(() => process.exit(0))
      return
  }
}

function connect(desk: Desk, window: number, carrier: MessagePortMain): void {
  const connection = desk.connect()
  const own = listeners()
  const connected: Connected = {
    tell: own.emit,
    bridge: {
      ...connection,
      async writeSettings(settings) {
        const written = await connection.writeSettings(settings)
        if (written.ok) tell({ kind: 'language', language: settings.language })
        return written
      },
      subscribe(listener) {
        const stops = [connection.subscribe(listener), own.subscribe(listener)]
        return () => {
          for (const stop of stops) stop()
        }
      },
    },
  }
  const port = mainPort(carrier)
  windows.set(window, connected)
  port.onState((state) => {
    if (state !== 'closed') return
    connection.close()
    if (windows.get(window) === connected) windows.delete(window)
  })
  serveBridge(port, connected.bridge, report)
}

/** A file that the desktop named; its job's events go to the window, whose page never learns the path. */
async function importFile(window: number, file: string): Promise<void> {
  const connected = windows.get(window)
  if (!connected) return
  try {
    const bytes = await readFile(file)
    await connected.bridge.importFile({ name: path.basename(file), bytes })
  } catch (error) {
    report('import', error)
    const why = problem('desk/file-unreadable', { name: path.basename(file) })
    connected.tell({
      kind: 'job',
      job: randomUUID(),
      state: { kind: 'failed', ...sayingOf(why) },
    })
  }
}

function tell(message: FromDesk): void {
  process.parentPort.postMessage(message)
}

function report(where: string, fault: unknown): void {
  const told = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
  process.stderr.write(`bapta desk: fault in ${where}: ${told}\n`)
}
