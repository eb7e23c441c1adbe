import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { MessagePortMain } from 'electron'
import { createDesk, type Desk } from '#desk/desk.ts'
import type { Bridge } from '#shared/bridge/contract.ts'
import { serveBridge } from '#shared/bridge/serve.ts'
import type { FromDesk, ToDesk } from './desk-messages.ts'
import { mainPort } from './main-port.ts'

type Connection = ReturnType<Desk['connect']>

const { values } = parseArgs({ options: { data: { type: 'string', default: '.' } } })

try {
  await run(createDesk({ dir: values.data, now: Date.now, newId: randomUUID }))
} catch (error) {
  tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
  process.exitCode = 1
}

/** The desk in a process of its own: a commit that waits for the disk never holds up a window. */
async function run(desk: Desk): Promise<void> {
  const windows = new Map<number, Connection>()
  process.parentPort.on(
    'message',
    ({ data, ports: [port] }: { data: ToDesk; ports: MessagePortMain[] }) => {
      switch (data.kind) {
        case 'connect':
          if (port) connect(desk, windows, data.window, port)
          return
        case 'import':
          void importFile(windows.get(data.window), data.path)
          return
        case 'close':
          void close(desk)
          return
      }
    },
  )
  const own = desk.connect()
  await tellLanguage(own)
  tell({ kind: 'ready' })
}

function connect(
  desk: Desk,
  windows: Map<number, Connection>,
  window: number,
  carrier: MessagePortMain,
): void {
  const connection = desk.connect()
  const port = mainPort(carrier)
  port.onState((state) => {
    if (state !== 'closed') return
    connection.close()
    if (windows.get(window) === connection) windows.delete(window)
  })
  windows.set(window, connection)
  serveBridge(port, withLanguageTold(connection), report)
}

/** The menu of main follows the settings. */
function withLanguageTold(connection: Connection): Bridge {
  return {
    ...connection,
    async writeSettings(settings) {
      const written = await connection.writeSettings(settings)
      if (written.ok) tell({ kind: 'language', language: settings.language })
      return written
    },
  }
}

/** A file that the desktop named; its job's events go to the window, whose page never learns the path. */
async function importFile(connection: Connection | undefined, file: string): Promise<void> {
  if (!connection) return
  try {
    await connection.importFile({ name: path.basename(file), bytes: await readFile(file) })
  } catch (error) {
    report('import', error)
  }
}

async function tellLanguage(connection: Connection): Promise<void> {
  const settings = await connection.readSettings()
  if (settings.ok) tell({ kind: 'language', language: settings.value.language })
}

async function close(desk: Desk): Promise<void> {
  await desk.close()
  process.exit(0)
}

function tell(message: FromDesk): void {
  process.parentPort.postMessage(message)
}

function report(where: string, fault: unknown): void {
  const told = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
  process.stderr.write(`bapta desk: fault in ${where}: ${told}\n`)
}
