import { test as base } from '@playwright/test'
import { electronBinary, type HostName, launch, type RunningApp, removeData } from './launch.ts'

interface Fixtures {
  /** The app on a fresh library; a fault that its page prints fails the test. */
  readonly app: RunningApp
}

interface Options {
  readonly host: HostName
}

export const test = base.extend<Fixtures & Options>({
  host: ['stand-in', { option: true }],
  app: async ({ host }, use) => {
    const app = await launch(host)
    await use(app)
    await app.close()
    removeData(app)
  },
})

/** Where a test that needs nothing of the stand-in itself runs: real Electron too, if it is here. */
export const HOSTS: readonly HostName[] = electronBinary() ? ['stand-in', 'electron'] : ['stand-in']

/** Declares `tests` once for each host that is here, and names those that had to be left out. */
export function onEachHost(name: string, tests: () => void): void {
  for (const host of HOSTS) {
    test.describe(`${name} on ${host}`, () => {
      test.use({ host })
      tests()
    })
  }
  if (HOSTS.includes('electron')) return
  test.afterAll(() => {
    process.stdout.write(`not run, Electron's binary is not here: ${name} on electron\n`)
  })
}
