import { expect, type Page } from '@playwright/test'
import { accessFaults } from './access.ts'
import { test } from './host.ts'
import { goTo, openSample } from './window.ts'

async function tellName(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Tell your name' }).click()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

test('U120: a name told once stands in the window and in the settings', async ({ page }) => {
  await openSample(page)
  await tellName(page, 'Дана Сериккызы')
  const signed = page.getByRole('button', { name: 'Your name signs what you write: Дана' })
  await expect(signed).toHaveText('Дана Сериккызы')
  await page.reload()
  await expect(signed).toBeVisible()
  await page.keyboard.press('Control+Comma')
  await expect(page.getByRole('textbox', { name: 'Your name' })).toHaveValue('Дана Сериккызы')
})

test('U121: a change bears the name of who made it', async ({ page }) => {
  await openSample(page)
  await tellName(page, 'Дана Сериккызы')
  await page.locator('section[data-kind="paragraph"] > p').first().click()
  await page.keyboard.press('End')
  await page.keyboard.type(' New words.')
  await expect(page.locator('.card .signed-by')).toContainText('Дана Сериккызы')
  await expect(page.locator('.card .signed-by time')).toHaveText(/\d/)
})

test('U122 U123: the history tells who did what, and the text who wrote which words', async ({
  page,
}) => {
  await openSample(page)
  await tellName(page, 'Дана Сериккызы')
  await goTo(page, '2 1')
  await page.keyboard.press('End')
  await page.keyboard.type(' New words.')
  await page.keyboard.press('Control+Alt+KeyJ')
  const writers = page.getByRole('region', { name: 'Who changed this unit' })
  await expect(writers.getByRole('listitem')).toContainText('Дана Сериккызы')
  await page.keyboard.press('Control+Alt+KeyW')
  await expect(page.locator('.act .writer')).toHaveText('Дана Сериккызы')
  await expect(page.locator('.act .written')).toContainText('New words.')
  await expect(page.locator('.act .written').first()).toHaveAttribute('title', /Дана Сериккызы, /)
  await page.keyboard.press('Control+Shift+KeyA')
  const journal = page.getByRole('region', { name: 'What was done' })
  await expect(journal.getByRole('listitem').first()).toContainText(
    'Inserted: Section I · Article 2-1',
  )
  await page.keyboard.press('Control+KeyZ')
  await expect(journal.getByRole('listitem').first()).toContainText('Undone')
  await goTo(page, '5')
  await expect(writers).toContainText('Nobody')
  await page.keyboard.press('Control+Alt+KeyW')
  await expect(page.locator('.act .writer')).toHaveCount(0)
  expect(await accessFaults(page)).toEqual([])
})

test('U124: a version is named, compared, saved as a redline and restored in one step', async ({
  page,
}) => {
  await openSample(page)
  await page.keyboard.press('Control+Alt+KeyJ')
  await page.keyboard.press('Control+Shift+KeyS')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('sent to committee, 12 March')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Your name' }).fill('Дана Сериккызы')
  await page.keyboard.press('Enter')
  const versions = page.getByRole('region', { name: 'Versions' })
  await expect(versions.getByRole('listitem')).toContainText('sent to committee, 12 March')
  await expect(versions.getByRole('listitem')).toContainText('Дана Сериккызы')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await goTo(page, '2 1')
  await page.keyboard.press('End')
  await page.keyboard.type(' New words.')
  await page.keyboard.press('Control+Shift+KeyA')
  await versions.getByRole('button', { name: 'Compare “sent to committee, 12 March”' }).click()
  const redline = page.getByRole('region', { name: 'Redline' })
  await expect(redline.locator('ins', { hasText: 'New words.' })).toBeVisible()
  await expect(redline.locator('del')).toHaveCount(0)
  const file = page.waitForEvent('download')
  await page.getByRole('button', { name: 'DOCX' }).click()
  expect((await file).suggestedFilename()).toMatch(/\(redline\)\.docx$/)
  expect(await accessFaults(page)).toEqual([])
  await page
    .getByRole('button', { name: /\bTo\b/ })
    .last()
    .press('Enter')
  await page.getByRole('option', { name: 'The law in force' }).click()
  await expect(redline).toContainText('The two texts are the same.')
  await page.keyboard.press('Escape')
  const changed = await page.locator('.act').textContent()
  await versions.getByRole('button', { name: /^Make the draft/ }).click()
  await expect(page.locator('.act')).not.toContainText('New words.')
  await expect(page.getByRole('region', { name: 'What was done' })).toContainText(
    'Became the version “sent to committee, 12 March” again',
  )
  await page.keyboard.press('Control+KeyZ')
  expect(await page.locator('.act').textContent()).toBe(changed)
  await page.reload()
  await expect(page.locator('.act section').first()).toBeVisible()
  await page.keyboard.press('Control+Alt+KeyJ')
  await expect(versions.getByRole('listitem')).toContainText('sent to committee, 12 March')
})
