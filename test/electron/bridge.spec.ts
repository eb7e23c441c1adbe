import { expect } from '@playwright/test'
import { CALL_NAMES } from '#shared/bridge/derive.ts'
import { CONTRACT_CASES } from '#test/bridge/contract-suite.ts'
import type { TwoWindows } from '#test/bridge/window-asks.ts'
import { test } from './app-test.ts'
import type { RunningApp } from './launch.ts'
import { pageBridge } from './page-bridge.ts'

test.describe('the bridge of the preload', () => {
  test('H27: has the keys of the contract, subscribe, and no others', async ({ app }) => {
    const found = await app.page.evaluate(() => ({
      keys: Object.keys(window.bridge ?? {}),
      types: [...new Set(Object.values(window.bridge ?? {}).map((verb) => typeof verb))],
    }))
    expect(found).toEqual({ keys: [...CALL_NAMES, 'subscribe'], types: ['function'] })
  })

  test('H27: cannot be put in the place of by the page', async ({ app }) => {
    const kept = await app.page.evaluate(() => {
      const { bridge } = window
      try {
        Object.assign(window, { bridge: 'mine' })
      } catch (error) {
        if (!(error instanceof TypeError)) throw error
      }
      return window.bridge === bridge
    })
    expect(kept).toBe(true)
  })

  let windows: Promise<TwoWindows> | undefined
  for (const call of CALL_NAMES) {
    test(`H7: the contract over the preload: ${call}`, async ({ shared }) => {
      windows ??= twoWindows(shared)
      await CONTRACT_CASES[call](await windows)
    })
  }
})

/** The bridges of two windows of the app. */
async function twoWindows(app: RunningApp): Promise<TwoWindows> {
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu().getMenuItemById('new-window').click())
  await expect.poll(() => app.pages().length).toBe(2)
  const [bridge, other] = await Promise.all(
    app.pages().map(async (page) => {
      await page.waitForFunction(() => window.bridge !== undefined)
      return pageBridge(page)
    }),
  )
  if (!bridge || !other) throw new Error('the app has no two windows')
  return { bridge, other }
}
