import { defineConfig } from '@playwright/test'

/** Journeys through the window: on the browser host, and on Electron or its stand-in. */
export default defineConfig({
  testDir: 'test',
  outputDir: 'out/test/playwright',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: 2,
  forbidOnly: true,
  retries: 0,
  reporter: 'line',
  projects: [
    { name: 'browser', testMatch: 'e2e/**/*.spec.ts' },
    { name: 'electron', testMatch: 'electron/**/*.spec.ts' },
  ],
})
