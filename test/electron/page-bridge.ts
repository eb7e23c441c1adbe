import type { Page } from '@playwright/test'
import type { Bridge, BridgeEvent, CallName } from '#shared/bridge/contract.ts'
import { deriveBridge, listeners } from '#shared/bridge/derive.ts'

declare global {
  interface Window {
    readonly bridge?: Bridge
    __heard?: (event: BridgeEvent) => void
  }
}

/** `window.bridge` of a page, as a bridge here: every call crosses into the page and back. */
export async function pageBridge(page: Page): Promise<Bridge> {
  const { subscribe, emit } = listeners()
  await page.exposeFunction('__heard', emit)
  await page.evaluate(() => {
    window.bridge?.subscribe((event) => window.__heard?.(event))
  })
  return deriveBridge(
    (call, input) =>
      page.evaluate(
        ([name, asked]) => {
          const verb = window.bridge?.[name as CallName] as (input: unknown) => Promise<never>
          return verb(asked)
        },
        [call, input] as const,
      ),
    subscribe,
  )
}
