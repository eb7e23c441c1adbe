import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { readPdf } from '../oracles/pdf.ts'
import { graveFaults } from './access.ts'
import { test } from './host.ts'
import { openSample } from './window.ts'

async function exportedPdf(page: Page): Promise<readonly string[]> {
  const file = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  return readPdf(readFileSync(await (await file).path())).claims
}

test('U198: what a PDF shall claim is asked where there is one, and kept', async ({ page }) => {
  await openSample(page)
  await page.keyboard.press('Control+KeyE')
  const dialog = page.getByRole('dialog')
  const standard = dialog.getByRole('button', { name: /What the PDF claims/ })
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
