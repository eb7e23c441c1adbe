import { expect } from '@playwright/test'
import { accessFaults } from './access.ts'
import { comment, openSignposts, select } from './commenting.ts'
import { test } from './host.ts'
import { goTo } from './window.ts'

test('U142, U144, U146: threads of words that are gone say so; own comments are changed and taken back', async ({
  page,
  host,
}) => {
  await openSignposts(page, host)
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
  expect(await accessFaults(page)).toEqual([])
  await page.reload()
  await expect(page.locator('.act section').first()).toBeVisible()
  await page.keyboard.press('Control+Alt+KeyK')
  await page.getByRole('button', { name: /Show/ }).click()
  await page.getByRole('option', { name: /^All/ }).click()
  await expect(cards).toContainText('Which map?')
})
