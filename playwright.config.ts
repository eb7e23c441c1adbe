import { defineConfig } from '@playwright/test'
import type { Shared } from './test/electron/app-test.ts'
import { electronBinary } from './test/electron/binary.ts'
import { STAND_IN_ONLY } from './test/electron/name-left-out.ts'

/** Debian's Chromium: no sandbox as root, and nothing of its own over the network. */
const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
]

/** Journeys through the window: on the browser host, and on Electron or its stand-in. */
export default defineConfig<object, Shared>({
  testDir: 'test',
  outputDir: 'out/test/playwright',
  globalTeardown: 'test/electron/name-left-out.ts',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: 2,
  forbidOnly: true,
  // A machine that stalls fails a journey now and then; scripts/test.mjs names what passed so.
  retries: 'CI' in process.env ? 1 : 0,
  reporter: 'line',
  projects: [
    {
      name: 'browser',
      testMatch: 'e2e/**/*.spec.ts',
      use: {
        locale: 'en-GB',
        viewport: { width: 1440, height: 900 },
        launchOptions: {
          executablePath: '/usr/bin/chromium',
          args: CHROMIUM_ARGS,
          // A file is named in the language of the act only where the system writes UTF-8.
          env: { ...process.env, LC_ALL: 'C.UTF-8' },
        },
      },
    },
    { name: 'stand-in', testMatch: 'electron/**/*.spec.ts', use: { host: 'stand-in' } },
    ...(electronBinary()
      ? [
          {
            name: 'electron',
            testMatch: 'electron/**/*.spec.ts',
            testIgnore: STAND_IN_ONLY,
            use: { host: 'electron' as const },
          },
        ]
      : []),
  ],
})
