import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test as base, expect } from '@playwright/test'

/** A desk on a fresh folder behind a browser host on a port of its own. */
export interface TestHost {
  readonly dir: string
  readonly origin: string
  /** Opens the window once; another after each start. */
  readonly url: string
  /** Ends it as the power might: nothing is flushed. */
  kill(): Promise<void>
  /** Ends it as the user does. */
  stop(): Promise<void>
  /** On the same folder and port. */
  start(): Promise<void>
}

interface Fixtures {
  readonly host: TestHost
  /** What the page may print without failing the test; a test that breaks the connection adds to it. */
  readonly allowedFaults: RegExp[]
}

/**
 * `page` is logged in to `host` and shows the window; whatever it prints as an error, or throws, fails
 * the test.
 */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names it needs from the pattern.
  allowedFaults: async ({}, use) => use([]),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names it needs from the pattern.
  host: async ({}, use) => {
    const host = await startHost()
    await use(host)
    await host.kill()
    rmSync(host.dir, { recursive: true, force: true })
  },
  page: async ({ page, host, allowedFaults }, use) => {
    const faults: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text())
    })
    page.on('pageerror', (error) => faults.push(error.stack ?? error.message))
    await page.goto(host.url)
    await use(page)
    const unexpected = faults.filter(
      (fault) => !allowedFaults.some((allowed) => allowed.test(fault)),
    )
    expect(unexpected, 'faults that the page printed').toEqual([])
  },
})

export async function startHost(): Promise<TestHost> {
  const dir = mkdtempSync(path.join(tmpdir(), 'bapta-e2e-'))
  let running = await spawnHost(dir, '0')
  const { port } = new URL(running.url)
  return {
    dir,
    get origin() {
      return new URL(running.url).origin
    },
    get url() {
      return running.url
    },
    async kill() {
      await end(running.child, () => running.child.kill('SIGKILL'))
    },
    async stop() {
      await end(running.child, () => running.child.send('stop'))
    },
    async start() {
      running = await spawnHost(dir, port)
    },
  }
}

async function end(child: ChildProcess, how: () => void): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  how()
  await exited
}

async function spawnHost(dir: string, port: string) {
  const child = fork(path.join(import.meta.dirname, 'serve.ts'), ['--data', dir, '--port', port], {
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  const told = await Promise.race([
    once(child, 'message').then(([message]: { url: string }[]) => message),
    once(child, 'exit').then(() => undefined),
  ])
  if (!told) throw new Error('the host did not start')
  return { child, url: told.url }
}
