import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Browser, expect, type Page } from '@playwright/test'
import { invitationLink } from '#shared/sync/invitation.ts'
import type { Role } from '#shared/sync/role.ts'
import { type Node, startNode } from '../sync-server/node.ts'
import type { TestHost } from './host.ts'
import { type SecondDesk, secondDesk } from './second-desk.ts'
import { importText } from './window.ts'

/** A law short enough to be seen whole. */
export const SIGNPOSTS = `Law on Signposts

Article 1. Signposts

1. A signpost must be seen from thirty paces.

2. Its words are those of the map.
`

/** Imports {@link SIGNPOSTS} and opens them. */
export async function openSignposts(page: Page, { dir }: { readonly dir: string }): Promise<void> {
  const file = path.join(dir, 'signposts.txt')
  writeFileSync(file, SIGNPOSTS)
  await importText(page, file)
}

/** Selects words of the text, as the find bar does. */
export async function select(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+KeyF')
  await page.keyboard.type(words)
  await expect(page.locator('.act .found-current, .act .found')).toHaveText(words)
  await page.keyboard.press('Escape')
}

export async function comment(page: Page, words: string, name?: string): Promise<void> {
  await page.keyboard.press('Control+Alt+KeyM')
  await page.getByRole('textbox', { name: /^Comment/ }).fill(words)
  await page.keyboard.press('Control+Enter')
  if (name !== undefined) {
    await page.getByRole('textbox', { name: 'Your name' }).fill(name)
    await page.keyboard.press('Enter')
  }
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** Shares the open document on a server, as its owner; gives links into it. */
export async function shareOn(node: Node, page: Page): Promise<(role: Role) => Promise<string>> {
  const document = new URLSearchParams(new URL(page.url()).hash.slice(1)).get('document') ?? ''
  const link = async (role: Role) =>
    invitationLink({ address: node.server.address, token: await node.token(role, document) })
  await page.locator('.status-server').click()
  const share = page.getByRole('dialog', { name: 'Share' })
  await share.getByText('On a server', { exact: true }).click()
  await share.getByRole('textbox', { name: 'Invitation link' }).fill(await link('owner'))
  await share.getByRole('button', { name: 'Share', exact: true }).click()
  await expect(page.locator('.status-server')).toHaveText('Safe on the server')
  // U231: the button that had the focus is gone, and the dialog still hears the keys.
  await expect(share.getByRole('textbox', { name: 'Name of the person invited' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(share).toHaveCount(0)
  return link
}

/** Joins the shared draft of signposts by a link. */
export async function join(page: Page, link: string): Promise<void> {
  await page.getByRole('button', { name: 'Join a shared draft…' }).click()
  await page.getByRole('textbox', { name: 'Invitation link' }).fill(link)
  await page.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(page.locator('.act')).toContainText('thirty paces')
}

interface Owner {
  readonly page: Page
  readonly host: TestHost
  readonly browser: Browser
}

/** Shares {@link SIGNPOSTS} with a reviewer at a desk of her own; with her the sharing ends. */
export async function openWithReviewer({ page, host, browser }: Owner): Promise<SecondDesk> {
  const node = await startNode()
  await openSignposts(page, host)
  const link = await shareOn(node, page)
  const reviewer = await secondDesk(browser)
  await join(reviewer.page, await link('reviewer'))
  return {
    page: reviewer.page,
    async leave() {
      await reviewer.leave()
      await page.close()
      await node.stop()
    },
  }
}
