import { test as base } from '@playwright/test'
import { type HostName, launch, type RunningApp, removeData } from './launch.ts'

export interface Shared {
  readonly host: HostName
  /** The app on a fresh library, shared by the tests of one file: they leave it as it was. */
  readonly shared: RunningApp
}

interface Own {
  /** {@link Shared.shared}, its page loaded anew. */
  readonly app: RunningApp
}

export const test = base.extend<Own, Shared>({
  host: ['stand-in', { option: true, scope: 'worker' }],
  shared: [
    async ({ host }, use) => {
      const app = await launch(host)
      await use(app)
      await app.close()
      removeData(app)
    },
    { scope: 'worker' },
  ],
  app: async ({ shared }, use) => {
    await shared.page.reload()
    await use(shared)
  },
})
