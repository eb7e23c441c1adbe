import path from 'node:path'
import { MessageChannelMain, type UtilityProcess, utilityProcess, type WebContents } from 'electron'
import { fromDesk, type ToDesk } from './desk-messages.ts'
import type { Language } from './words.ts'

export interface DeskKeeperOptions {
  /** The folder of the library. */
  readonly dir: string
  handleLanguage(language: Language): void
  /** The library cannot be opened, and trying again did not help; a sentence. */
  handleFailure(message: string): void
}

/** Keeps the desk's process alive and every window connected to it. */
export interface DeskKeeper {
  /** Gives the page its port, now and whenever the desk's process is replaced. */
  connect(contents: WebContents): void
  importFile(contents: WebContents, file: string): void
  /** Has the desk finish what it holds; resolves when its process has ended. */
  close(): Promise<void>
}

/** Starts that end before the desk was ready, one after another, before it is given up. */
const MAX_FAILURES = 4
const FIRST_DELAY_MS = 100
/** What a desk gets for its last commits, which take milliseconds, and for its backup of up to 3 s. */
const CLOSE_LIMIT_MS = 8000

export function keepDesk({ dir, handleLanguage, handleFailure }: DeskKeeperOptions): DeskKeeper {
  const connected = new Set<WebContents>()
  let failures = 0
  let told = ''
  let closing = false
  let alive = false
  let desk = begin()

  function begin(): UtilityProcess {
    alive = true
    const process = utilityProcess.fork(
      path.join(import.meta.dirname, 'desk-process.js'),
      ['--data', dir],
      { serviceName: 'Bapta desk', stdio: 'inherit' },
    )
    process.on('message', handleMessage)
    process.once('exit', () => {
      alive = false
      if (!closing) replace()
    })
    return process
  }

  function handleMessage(message: unknown): void {
    const parsed = fromDesk.safeParse(message)
    if (!parsed.success) return
    switch (parsed.data.kind) {
      case 'ready':
        failures = 0
        return
      case 'language':
        handleLanguage(parsed.data.language)
        return
      case 'failed':
        told = parsed.data.message
        return
    }
  }

  function replace(): void {
    failures++
    if (failures > MAX_FAILURES) {
      handleFailure(told)
      return
    }
    setTimeout(
      () => {
        if (closing) return
        desk = begin()
        for (const contents of connected) broker(contents)
      },
      FIRST_DELAY_MS * 2 ** (failures - 1),
    )
  }

  /** The port goes from page to desk; main keeps no end of it. */
  function broker(contents: WebContents): void {
    const { port1, port2 } = new MessageChannelMain()
    post({ kind: 'connect', window: contents.id }, [port1])
    contents.postMessage('bridge:port', null, [port2])
  }

  function post(message: ToDesk, ports?: Electron.MessagePortMain[]): void {
    desk.postMessage(message, ports)
  }

  return {
    connect(contents) {
      if (!connected.has(contents)) {
        connected.add(contents)
        contents.once('destroyed', () => connected.delete(contents))
      }
      broker(contents)
    },
    importFile: (contents, file) => post({ kind: 'import', window: contents.id, path: file }),
    close() {
      closing = true
      if (!alive) return Promise.resolve()
      return new Promise((resolve) => {
        const limit = setTimeout(() => desk.kill(), CLOSE_LIMIT_MS)
        desk.once('exit', () => {
          clearTimeout(limit)
          resolve()
        })
        post({ kind: 'close' })
      })
    },
  }
}
