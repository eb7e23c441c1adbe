import { expect } from '@playwright/test'
import { accessFaults } from './access.ts'
import { test } from './host.ts'
import { goTo, openSample } from './window.ts'

test('U154 U180 U181 U182 U183 U184: changes are filtered, told from a version, read side by side, exported as chosen', async ({
  page,
}) => {
  await openSample(page)
  await goTo(page, '2 1')
  await page.keyboard.type('New words. ')
  await page.keyboard.press('Control+Shift+KeyS')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('sent to committee')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Your name' }).fill('Dana')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await goTo(page, '5 1')
  await page.keyboard.press('Control+Shift+KeyA')
  const cards = page.locator('.card')
  await expect(cards).toHaveCount(2)

  await page.getByRole('button', { name: 'Filter the changes' }).click()
  await page.getByRole('button', { name: /What was done/ }).click()
  await page.getByRole('option', { name: 'New (1)' }).click()
  await expect(cards).toHaveCount(1)
  await expect(page.locator('.panel-context')).toContainText('1 of 2 changes')
  await expect(cards).toContainText('Article 5-1')
  await page.getByRole('button', { name: 'Show every change' }).click()
  await expect(cards).toHaveCount(2)

  await page.keyboard.press('Control+Shift+KeyD')
  const both = page.getByRole('region', { name: 'Both texts side by side' })
  await expect(both.locator('.side-row[data-changed]')).toHaveCount(2)
  await expect(both.locator('.side-row ins').first()).toHaveText('New words. ')
  expect(await accessFaults(page, { within: '.side-by-side' })).toEqual([])
  const fold = both.getByRole('button', { name: /units unchanged/ }).first()
  await fold.press('Enter')
  await expect(both).toContainText('We, the people of Aratau,')

  await page.getByRole('button', { name: /Changes from/ }).click()
  await page.getByRole('option', { name: /sent to committee/ }).click()
  await expect(cards).toHaveCount(1)
  await expect(both.locator('.side-row[data-changed]')).toHaveCount(1)
  await page.getByRole('button', { name: 'Revert: Article 5-1' }).click()
  await expect(both).toContainText('The two texts are the same.')
  await page.keyboard.press('Control+KeyZ')
  await both.getByRole('button', { name: /^Go to it in the text: .*Article 5-1$/ }).click()
  await expect(page.locator('.act')).toBeFocused()
  await expect(page.locator('.unit-place')).toContainText('Article 5-1')

  await expect(page.getByText('Saved on this computer')).toBeVisible()
  await page.getByRole('button', { name: 'Library', exact: true }).click()
  await page.locator('.document-title').first().click()
  await expect(page.getByRole('button', { name: /sent to committee.*Changes from/ })).toBeVisible()
  await expect(cards).toHaveCount(1)

  await page.keyboard.press('Control+KeyE')
  const preview = page.getByRole('region', { name: 'The first changes' })
  await expect(preview.locator('ins')).toHaveText(['Article 5-1'])
  await page
    .getByRole('button', { name: /Changes from/ })
    .last()
    .click()
  await page.getByRole('option', { name: 'The law in force' }).click()
  await expect(preview.locator('ins').first()).toHaveText('New words. ')
  await page.getByText('Replace changed units whole, as enacted').click()
  await expect(preview.locator('del')).toContainText('The people are the sole source')
  expect(await accessFaults(page, { within: '.dialog' })).toEqual([])
  const file = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  expect((await file).suggestedFilename()).toMatch(/\(redline\)\.docx$/)
})
