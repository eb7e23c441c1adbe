import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { readPdf } from '../oracles/pdf.ts'
import { accessFaults, graveFaults } from './access.ts'
import { comment, openSignposts } from './commenting.ts'
import { test } from './host.ts'
import { goTo, openSample } from './window.ts'

async function exportedPdf(page: Page): Promise<readonly string[]> {
  const file = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  return readPdf(readFileSync(await (await file).path())).claims
}

test('U198: what a PDF shall claim is asked where there is one, and kept', async ({ page }) => {
  await openSample(page)
  await page.keyboard.press('Control+KeyE')
  const dialog = page.getByRole('dialog')
  const standard = dialog.getByRole('button', { name: /PDF standard/ })
  await expect(standard).toHaveCount(0)
  await dialog.getByText('Clean text, PDF').click()
  await expect(standard).toContainText('PDF/UA-1')
  await standard.click()
  await page.getByRole('option', { name: /PDF\/A-2a/ }).click()
  expect(await graveFaults(page, { within: '.dialog' })).toEqual([])
  expect(await exportedPdf(page)).toEqual(['pdfaid:part 2', 'pdfaid:conformance A'])
  await page.reload()
  await expect(page.locator('.act section').first()).toBeVisible()
  await page.keyboard.press('Control+KeyE')
  await dialog.getByText('Redline, PDF').click()
  await expect(standard).toContainText('PDF/A-2a')
  await standard.click()
  await page.getByRole('option', { name: /PDF\/UA-1/ }).click()
  expect(await exportedPdf(page)).toEqual(['pdfuaid:part 1'])
})

test('U199: the dialog shows how each file begins, and how many comments it will have', async ({
  page,
}) => {
  await openSample(page)
  await goTo(page, '2 1')
  await page.keyboard.type('New words. ')
  await page.keyboard.press('Control+KeyE')
  const dialog = page.getByRole('dialog')
  const preview = dialog.getByRole('region', { name: /as it will be written|as they will be/ })
  await expect(dialog.getByText('Settled ones (0)')).toBeVisible()
  for (const [choice, words] of [
    ['Redline, Word', 'New words.'],
    ['Redline, web page', 'New words.'],
    ['Amending law, Word', 'Paragraph 1 of Article 2'],
    ['Amending law, Akoma Ntoso', '<akomaNtoso'],
    ['Comparative table, Word', 'New words.'],
    ['Comparative table, PDF', 'New words.'],
    ['Comparative table, CSV', ',Paragraph 1 of Article 2,'],
    ['Clean text, Word', 'We, the people of Aratau,'],
    ['Clean text, plain', 'We, the people of Aratau,'],
    ['Akoma Ntoso', '<act'],
  ] as const) {
    await dialog.getByText(choice, { exact: true }).click()
    await expect(preview, choice).toContainText(words, { ignoreCase: true })
  }
  await dialog.getByText('Carry by hand (.bapta)').click()
  await expect(preview).toHaveCount(0)
  await dialog.getByText('Comparative table, Word').click()
  await expect(preview.getByRole('columnheader').first()).toBeVisible()
  expect(await accessFaults(page, { within: '.dialog' })).toEqual([])
})

test('U254: of a draft that is carried by hand the dialog says what goes along', async ({
  page,
  host,
}) => {
  await openSignposts(page, host)
  await goTo(page, '1 1')
  await comment(page, 'Why?', 'Dana')
  await page.keyboard.press('Control+Shift+KeyS')
  await page.keyboard.type('For the hearing')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Control+KeyE')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Carry by hand (.bapta)').click()
  const along = dialog.getByRole('region', { name: 'With the text go along' })
  await expect(along.getByRole('listitem')).toHaveText([
    'Versions (1)',
    'Open comments and suggestions (1)',
    'Settled ones (0)',
    'Justifications of the comparative table (0)',
  ])
  expect(await accessFaults(page, { within: '.dialog' })).toEqual([])
})
