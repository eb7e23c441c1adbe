import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron, type Browser, chromium, expect, type Page } from '@playwright/test'
import { electronBinary, root } from './binary.ts'

const MAIN = path.join(root, 'out/main/index.js')

export type HostName = 'stand-in' | 'electron'

/** What the tests may touch in the main process; on real Electron `desktop` is not there. */
// biome-ignore lint/suspicious/noExplicitAny: evaluated in another process, whose types do not reach here.
type InMain = any

/** The app as built, running on a host. */
export interface RunningApp {
  readonly dir: string
  /** The first window's page. */
  readonly page: Page
  /** All pages there are now. */
  pages(): readonly Page[]
  evaluate<T = unknown, A = undefined>(
    ask: (electron: InMain, input: A) => T | Promise<T>,
    input?: A,
  ): Promise<T>
  /** Resolves with the exit code of the main process. */
  readonly exited: Promise<number | null>
  close(): Promise<void>
}

export interface LaunchOptions {
  readonly args?: readonly string[]
  /** The data folder of an earlier launch. */
  readonly dir?: string
}

export async function launch(host: HostName, options: LaunchOptions = {}): Promise<RunningApp> {
  const dir = options.dir ?? mkdtempSync(path.join(tmpdir(), 'bapta-electron-'))
  const args = [root, '--data', path.join(dir, 'library'), ...(options.args ?? [])]
  return host === 'stand-in' ? launchStandIn(dir, args) : launchElectron(dir, args)
}

export function removeData({ dir }: RunningApp): void {
  rmSync(dir, { recursive: true, force: true })
}

async function launchStandIn(dir: string, args: readonly string[]): Promise<RunningApp> {
  const hooks = path.join(import.meta.dirname, 'stand-in/hooks.ts')
  const child = fork(MAIN, [...args], {
    execArgv: ['--import', hooks],
    env: { ...process.env, BAPTA_STAND_IN_DIR: dir, NODE_OPTIONS: '' },
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const exited = once(child, 'exit').then(([code]) => code as number | null)
  const evaluate = evaluator(child)
  await expect
    .poll(() =>
      evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.mainFrame.url),
    )
    .toBe('app://bapta/')
  const port = await evaluate<string>(({ desktop }) => desktop.debuggingPort())
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const [page] = ourPages(browser)
  if (!page) throw new Error('the app opened no window')
  await page.waitForLoadState()
  return {
    dir,
    page,
    pages: () => ourPages(browser),
    evaluate,
    exited,
    async close() {
      await browser.close()
      if (child.connected) child.disconnect()
      await exited
    },
  }
}

function ourPages(browser: Browser): readonly Page[] {
  return browser
    .contexts()
    .flatMap((context) => context.pages())
    .filter((page) => page.url().startsWith('https://bapta.app/'))
}

function evaluator(child: ChildProcess): RunningApp['evaluate'] {
  let lastId = 0
  return (ask, input) => {
    const id = ++lastId
    return new Promise((resolve, reject) => {
      function handleMessage(answer: { id: number; value: never; error?: string }): void {
        if (answer.id !== id) return
        child.off('message', handleMessage)
        child.off('exit', handleExit)
        if (answer.error === undefined) resolve(answer.value)
        else reject(new Error(answer.error))
      }
      function handleExit(): void {
        reject(new Error('the app has ended'))
      }
      child.on('message', handleMessage)
      child.once('exit', handleExit)
      child.send({ id, source: ask.toString(), input })
    })
  }
}

async function launchElectron(dir: string, args: readonly string[]): Promise<RunningApp> {
  const app = await _electron.launch({
    executablePath: electronBinary() ?? '',
    args: [...args, `--user-data-dir=${path.join(dir, 'profile')}`],
  })
  const page = await app.firstWindow()
  return {
    dir,
    page,
    pages: () => app.windows(),
    evaluate: (ask, input) => app.evaluate(ask, input as never),
    exited: once(app.process(), 'exit').then(([code]) => code as number | null),
    close: () => app.close(),
  }
}
