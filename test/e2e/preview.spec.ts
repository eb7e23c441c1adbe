import { expect, type Page } from '@playwright/test'
import { graveFaults } from './access.ts'
import { test } from './host.ts'

const LAW = `Law on Signposts

Article 1. Signposts

1. A signpost must be seen from thirty paces.

2. Its words are those of the map.

Page 3

Article 2. Roads

1. A road has two ends.
`

async function choose(page: Page, files: readonly (readonly [name: string, text: string])[]) {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import a text…' }).click()
  await (await chooser).setFiles(
    files.map(([name, text]) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })),
  )
}

test('U60, U190, U191, U192: a file is looked at and corrected before it enters the library', async ({
  page,
}) => {
  const documents = page.getByRole('grid', { name: 'Documents' })
  const dialog = page.getByRole('dialog')
  await choose(page, [['signposts.txt', LAW]])
  await expect(dialog).toContainText('Import of signposts.txt')
  await expect(documents).not.toContainText('Signposts')

  const tree = dialog.getByRole('treegrid')
  await dialog.getByRole('button', { name: /line 9/ }).click()
  await expect(dialog.getByRole('option', { selected: true })).toHaveText('9Page 3')
  await tree.getByRole('row', { name: /Article 2/ }).click()
  await expect(dialog.getByRole('option', { selected: true })).toHaveText('11Article 2. Roads')
  await dialog.getByRole('button', { name: 'No unit: its words go on' }).click()
  await expect(tree.getByRole('row', { name: /Article 2/ })).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Take the correction back' }).click()
  await tree.getByRole('row', { name: /Article 2/ }).click()
  await dialog.getByRole('button', { name: 'article Kind' }).click()
  await page.getByRole('option', { name: 'chapter', exact: true }).click()
  await expect(tree.getByRole('row', { name: /Chapter 2/ })).toBeVisible()

  expect(await graveFaults(page, { within: '.dialog' })).toEqual([])
  await dialog.getByRole('textbox', { name: 'Title in the library' }).fill('Signs')
  await dialog.getByRole('button', { name: 'Import and open' }).click()
  await expect(page.locator('.act section[data-kind="chapter"]')).toContainText('Roads')
  await page.getByRole('button', { name: 'Library', exact: true }).click()
  await expect(documents).toContainText('Signs')
})

test('U189, U190: several files wait in a list, and pasted law is looked at too', async ({
  page,
}) => {
  const documents = page.getByRole('grid', { name: 'Documents' })
  await choose(page, [
    ['one.txt', LAW.replace('Signposts', 'One')],
    ['two.txt', LAW.replace('Signposts', 'Two')],
  ])
  await expect(page.locator('.import[data-state="read"]')).toHaveCount(2)
  await page.getByRole('button', { name: 'Import all 2' }).click()
  await expect(documents).toContainText('Law on One')
  await expect(documents).toContainText('Law on Two')

  await page.evaluate((html) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', html)
    const init = { clipboardData, bubbles: true, cancelable: true }
    document.body.dispatchEvent(new ClipboardEvent('paste', init))
  }, '<h1>Law on Paths</h1><p>Article 1. Paths</p><p>1. A path is narrow.</p>')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Import of Pasted text.html')
  await page.keyboard.press('Enter')
  await expect(page.locator('.act section[data-kind="article"]')).toContainText('Paths')
})
