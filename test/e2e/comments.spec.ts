import { writeFileSync } from 'node:fs'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { invitationLink } from '#shared/sync/invitation.ts'
import { startNode } from '../sync-server/node.ts'
import { test } from './host.ts'
import { secondDesk } from './second-desk.ts'
import { goTo, importText } from './window.ts'

const LAW = `Law on Signposts

Article 1. Signposts

1. A signpost must be seen from thirty paces.

2. Its words are those of the map.
`

/** Selects words of the text, as the find bar does. */
async function select(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+KeyF')
  await page.keyboard.type(words)
  await expect(page.locator('.act .found-current, .act .found')).toHaveText(words)
  await page.keyboard.press('Escape')
}

async function comment(page: Page, words: string, name?: string): Promise<void> {
  await page.keyboard.press('Control+Alt+KeyM')
  await page.getByRole('textbox', { name: /^Comment/ }).fill(words)
  await page.keyboard.press('Control+Enter')
  if (name !== undefined) {
    await page.getByRole('textbox', { name: 'Your name' }).fill(name)
    await page.keyboard.press('Enter')
  }
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}

test('U140, U141, U142, U143, U145, U148: a reviewer comments and suggests, a drafter replies, resolves and accepts', async ({
  page,
  host,
  browser,
}) => {
  const node = await startNode()
  const file = path.join(host.dir, 'signposts.txt')
  writeFileSync(file, LAW)
  await importText(page, file)
  const document = new URLSearchParams(new URL(page.url()).hash.slice(1)).get('document') ?? ''
  const link = async (role: 'owner' | 'reviewer') =>
    invitationLink({ address: node.server.address, token: await node.token(role, document) })
  await page.locator('.status-server').click()
  const share = page.getByRole('dialog', { name: 'Share' })
  await share.getByText('On a server', { exact: true }).click()
  await share.getByRole('textbox', { name: 'Invitation link' }).fill(await link('owner'))
  await share.getByRole('button', { name: 'Share', exact: true }).click()
  await expect(page.locator('.status-server')).toHaveText('Safe on the server')
  await share.getByRole('textbox', { name: 'Name of the person invited' }).press('Escape')
  await expect(share).toHaveCount(0)

  const dana = await secondDesk(browser)
  await dana.page.getByRole('button', { name: 'Join a shared draft…' }).click()
  await dana.page.getByRole('textbox', { name: 'Invitation link' }).fill(await link('reviewer'))
  await dana.page.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(dana.page.locator('.act')).toContainText('thirty paces')

  await select(dana.page, 'thirty paces')
  await comment(dana.page, 'Why thirty?', 'Dana')
  await expect(dana.page.locator('.act .commented')).toHaveText('thirty paces')

  await page.keyboard.press('Control+Alt+KeyK')
  const card = page.getByRole('list', { name: 'Comments' }).getByRole('article')
  await expect(card).toContainText('Why thirty?')
  await expect(card).toContainText('Dana')
  await expect(card.locator('.thread-quote')).toHaveText('thirty paces')
  await expect(card).toContainText('New')
  await expect(page.locator('.act .comment-sign')).toHaveText('1 •')
  await expectAccessible(page)

  await page.keyboard.press('F4')
  await expect(card.getByRole('button', { name: /1\.$/ })).toBeFocused()
  await expect(card).not.toContainText('New')
  await expect(page.locator('.act .comment-sign')).toHaveText('1')
  await card.getByRole('button', { name: 'Reply' }).press('Enter')
  await page.keyboard.type('As the law on roads, @D')
  await page.keyboard.press('Enter')
  await expect(card.getByRole('textbox')).toHaveValue('As the law on roads, @Dana ')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('textbox', { name: 'Your name' }).fill('Aida')
  await page.keyboard.press('Enter')
  await expect(card.locator('.comment-words strong')).toHaveText('@Dana')

  await dana.page.locator('.act .comment-sign').click()
  const beside = dana.page.getByRole('dialog', { name: 'Comments' })
  await expect(beside).toContainText('As the law on roads, @Dana')
  await beside.getByRole('button', { name: 'Resolve' }).click()
  await expect(card).toHaveCount(0)
  await expect(page.locator('.act .comment-sign')).toHaveCount(0)

  await select(dana.page, 'the map')
  await dana.page.keyboard.press('Control+Alt+KeyD')
  await dana.page.getByRole('textbox', { name: 'Words instead' }).fill('the atlas')
  await dana.page.getByRole('button', { name: 'Suggest', exact: true }).click()
  await expect(dana.page.locator('.act ins.suggestion')).toHaveText('atlas')
  await expect(page.locator('.act del.suggestion')).toHaveText('map')
  await expect(card.locator('.thread-quote')).toHaveText('mapatlas')
  await expectAccessible(page)
  await dana.page.locator('.act .comment-sign').click()
  await expect(beside).toContainText('atlas')
  await expect(beside.getByRole('button', { name: 'Accept' })).toHaveCount(0)
  await card.getByRole('button', { name: 'Accept' }).press('Enter')
  await expect(page.locator('.act')).toContainText('those of the atlas')
  await expect(dana.page.locator('.act')).toContainText('those of the atlas')
  await expect(beside).toContainText('Accepted by Aida')
  await dana.leave()
  await page.close()
  await node.stop()
})

test('U142, U144, U146: threads of words that are gone say so; own comments are changed and taken back', async ({
  page,
  host,
}) => {
  const file = path.join(host.dir, 'signposts.txt')
  writeFileSync(file, LAW)
  await importText(page, file)
  await select(page, 'the map')
  await comment(page, 'Which map?', 'Aida')
  await goTo(page, '1 1')
  await comment(page, 'The whole point.')
  await page.keyboard.press('Control+Alt+KeyK')
  const cards = page.getByRole('list', { name: 'Comments' }).getByRole('article')
  await expect(cards.locator('.comment-words')).toHaveText(['The whole point.', 'Which map?'])
  await cards.first().getByRole('button', { name: 'Change your comment' }).click()
  await page.keyboard.press('End')
  await page.keyboard.type(' Mine.')
  await page.keyboard.press('Control+Enter')
  await expect(cards.first()).toContainText('The whole point. Mine.')
  await expect(cards.first()).toContainText('changed')

  await cards.last().getByRole('button', { name: /2\.$/ }).click()
  await expect(page.locator('.act')).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(cards.last()).toContainText('The words were deleted:')
  await expect(cards.last().locator('del')).toHaveText('the map')
  await page.keyboard.press('Control+KeyZ')
  await expect(page.locator('.act .commented')).toHaveText('the map')

  await cards.first().getByRole('button', { name: 'Take your comment back' }).click()
  await expect(cards).toHaveCount(1)
  await cards.getByRole('button', { name: 'Resolve' }).click()
  await expect(cards).toHaveCount(0)
  await page.getByRole('button', { name: /Show/ }).click()
  await page.getByRole('option', { name: /^Resolved/ }).click()
  await expect(cards).toContainText('Resolved by Aida')
  await expectAccessible(page)
  await page.reload()
  await expect(page.locator('.act section').first()).toBeVisible()
  await page.keyboard.press('Control+Alt+KeyK')
  await page.getByRole('button', { name: /Show/ }).click()
  await page.getByRole('option', { name: /^All/ }).click()
  await expect(cards).toContainText('Which map?')
})
