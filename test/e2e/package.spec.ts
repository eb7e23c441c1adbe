import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { graveFaults } from './access.ts'
import { test } from './host.ts'

test('U185: several documents are exported as one zip with a manifest', async ({ page }) => {
  await page.getByRole('button', { name: 'Export several…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Documents: all').click()
  await dialog.getByText('Clean text, plain').click()
  expect(await graveFaults(page, { within: '.dialog' })).toEqual([])
  const file = page.waitForEvent('download')
  await dialog.getByRole('button', { name: /Export \(\d+ files\)/ }).click()
  const saved = await file
  expect(saved.suggestedFilename()).toMatch(/^Bapta \d{4}-\d\d-\d\d\.zip$/)
  const entries = unzipSync(new Uint8Array(readFileSync(await saved.path())))
  const { files } = JSON.parse(strFromU8(entries['manifest.json'] ?? new Uint8Array()))
  expect(files.length).toBe(Object.keys(entries).length - 1)
  expect(files.length).toBeGreaterThan(2)
  await expect(dialog).toHaveCount(0)
})

test('U185: a package that is cancelled tells where it was, ends, and gives no file', async ({
  page,
}) => {
  const files: string[] = []
  page.on('download', (file) => files.push(file.suggestedFilename()))
  await page.getByRole('button', { name: 'Export several…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Documents: all').click()
  await dialog.getByText('Files of each: all').click()
  await dialog.getByRole('button', { name: /Export \(\d+ files\)/ }).click()
  await expect(dialog.getByRole('status')).toContainText(/\d+ of \d+: .+ · .+/)
  await expect(dialog.getByRole('progressbar')).toBeVisible()
  expect(await graveFaults(page, { within: '.dialog' })).toEqual([])
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toHaveCount(0)
  // The desk writes the next file alone, whatever was under way.
  await page.getByRole('button', { name: 'Export several…' }).click()
  await dialog.getByText('Documents: all').click()
  const saved = page.waitForEvent('download')
  await dialog.getByRole('button', { name: /Export \(\d+ files\)/ }).click()
  await saved
  expect(files).toHaveLength(1)
})
