import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'

/** Imports a text file by the library's button and opens it. */
export async function importText(page: Page, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import a text…' }).click()
  await (await chooser).setFiles({
    name: path.basename(file),
    mimeType: 'text/plain',
    buffer: readFileSync(file),
  })
  await page.getByRole('button', { name: 'Import and open' }).click()
  await expect(page.locator('.act section').first()).toBeVisible()
}

export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample constitution' }).click()
  await expect(page.locator('.act section').first()).toBeVisible()
}

/** Puts the caret where the drafter's "44 3" leads. */
export async function goTo(page: Page, numbers: string): Promise<void> {
  await page.keyboard.press('Control+KeyG')
  await page.keyboard.type(numbers)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.locator('.act')).toBeFocused()
}
