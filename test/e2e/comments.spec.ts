import { expect } from '@playwright/test'
import { accessFaults } from './access.ts'
import { comment, openWithReviewer, select } from './commenting.ts'
import { test } from './host.ts'

test('U140, U141, U142, U143, U145, U148: a reviewer comments and suggests, a drafter replies, resolves and accepts', async ({
  page,
  host,
  browser,
}) => {
  const dana = await openWithReviewer({ page, host, browser })

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
  expect(await accessFaults(page)).toEqual([])

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
  expect(await accessFaults(page)).toEqual([])
  await dana.page.locator('.act .comment-sign').click()
  await expect(beside).toContainText('atlas')
  await expect(beside.getByRole('button', { name: 'Accept' })).toHaveCount(0)
  await card.getByRole('button', { name: 'Accept' }).press('Enter')
  await expect(page.locator('.act')).toContainText('those of the atlas')
  await expect(dana.page.locator('.act')).toContainText('those of the atlas')
  await expect(beside).toContainText('Accepted by Aida')
  await dana.leave()
})
