import { rmSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import { startHost } from './host.ts'

/** Another person's window, on a desk of their own. */
export interface SecondDesk {
  readonly page: Page
  leave(): Promise<void>
}

export async function secondDesk(browser: Browser): Promise<SecondDesk> {
  const host = await startHost()
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(host.url)
  return {
    page,
    async leave() {
      await context.close()
      await host.kill()
      rmSync(host.dir, { recursive: true, force: true })
    },
  }
}
