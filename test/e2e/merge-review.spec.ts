import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { accessFaults } from './access.ts'
import { startHost, test } from './host.ts'
import { goTo, importText } from './window.ts'

const LAW = `Закон о порядке
Статья 1. Сроки
1. Срок составляет десять дней.
2. Срок продлевается один раз.
Статья 2. Расходы
1. Расходы несет заявитель.
`

test('U130 U131 U132 U133 U134 U196 U233: what a merge did is reviewed, taken, undone and closed', async ({
  page,
  browser,
}) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'bapta-review-'))
  const other = await startHost()
  const context = await browser.newContext()
  try {
    const file = path.join(folder, 'law.txt')
    writeFileSync(file, LAW)
    await importText(page, file)
    await tellName(page, 'Дана')
    const there = await context.newPage()
    await there.goto(other.url)
    await carryIn(there, await carriedOut(page, folder), [/^Signed by “Дана”, first seen: ask/])
    await tellName(there, 'Ержан')
    await write(there, '1 1', ' Их.')
    await write(there, '2 1', ' Иное.')
    await goTo(there, '1 2')
    await there.keyboard.press('Control+Shift+Backspace')
    await write(page, '1 1', ' Мой.')
    await write(page, '1 2', ' Ещё.')
    const back = await carriedOut(there, folder)
    await page.keyboard.press('Control+KeyO')
    await carryIn(page, back, [
      /^Signed by “Ержан”, first seen/,
      /^Merged: 2 to look at that both sides touched, 1 changed by others alone/,
    ])

    await expect(page.getByRole('tab', { name: 'Merge 3' })).toHaveAttribute(
      'aria-selected',
      'true',
    )
    const review = page.getByRole('region', { name: 'From Ержан' })
    const conflicts = review.getByRole('region', { name: 'Conflicts' }).getByRole('article')
    await expect(conflicts).toHaveCount(2)
    const conflict = conflicts.first()
    const gone = conflicts.last()
    await expect(gone).toContainText('Removed by one, changed by the other')
    await expect(gone).toContainText('Not there')
    await expect(conflict).toContainText('Both changed the words')
    await expect(conflict.locator('ins')).toHaveText([/Мой\./, /Их\./])
    await expect(conflict.locator('.signed-by')).toContainText(['Дана', 'Ержан'])
    const others = review.getByRole('region', { name: 'What others did' }).getByRole('article')
    await expect(others).toHaveCount(1)
    await expect(others.locator('ins')).toHaveText(/Иное\./)
    expect(await accessFaults(page, { within: '.side' })).toEqual([])

    await expectTwoRows(page)

    const merged = await page.locator('.act').textContent()
    await conflict.getByRole('button', { name: 'Take theirs' }).click()
    await expect(page.locator('.act')).not.toContainText('Мой.')
    await expect(page.locator('.act')).toContainText('десять дней. Их.')
    await expect(review).toContainText('1 of 3 done')
    await page.keyboard.press('Control+KeyZ')
    await expect(page.locator('.act')).toHaveText(merged ?? '')

    await page.keyboard.press('Alt+F8')
    await expect(conflict.locator('.card-jump')).toBeFocused()
    await page.keyboard.press('Alt+F8')
    await expect(gone.locator('.card-jump')).toBeFocused()
    await page.keyboard.press('Alt+Shift+F8')
    await expect(conflict.locator('.card-jump')).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.locator('.act')).toBeFocused()

    await gone.getByRole('button', { name: 'Restore' }).click()
    await expect(page.locator('.act')).toContainText('один раз. Ещё.')
    await expect(gone.getByRole('button', { name: 'Restore' })).toHaveCount(0)
    await conflict.getByRole('button', { name: 'Look again' }).click()
    await expect(review).toContainText('1 of 3 done')
    await conflict.getByRole('button', { name: 'Accept merged' }).click()
    await others.getByRole('button', { name: 'Accept merged' }).click()
    await expect(review).toContainText('3 of 3 done')
    await expect(page.locator('.status-save')).toContainText('Saved on this computer')
    await page.reload()
    await expect(review).toContainText('3 of 3 done')
    await review.getByRole('button', { name: 'Close the review' }).click()
    await expect(page.getByRole('tab', { name: 'Merge' })).toHaveCount(0)
    await expect(page.getByRole('tab', { name: 'Changes' })).toHaveAttribute(
      'aria-selected',
      'true',
    )
  } finally {
    await context.close()
    await other.kill()
    for (const dir of [folder, other.dir]) rmSync(dir, { recursive: true, force: true })
  }
})

/** U196: the names of the panels, that of the review among them, in each language and a narrow window. */
async function expectTwoRows(page: Page): Promise<void> {
  const tabs = page.locator('.tab-list')
  await expect(tabs.getByRole('tab')).toHaveCount(8)
  await page.setViewportSize({ width: 1024, height: 768 })
  for (const language of ['Русский', 'Қазақша', 'English']) {
    await page.locator('.menu-button').nth(5).click()
    await page.getByRole('menuitemradio', { name: language }).click()
    await expect(page.getByRole('menu')).toHaveCount(0)
    const [row, list] = await Promise.all([
      tabs.getByRole('tab').first().boundingBox(),
      tabs.boundingBox(),
    ])
    expect(list?.height, language).toBeLessThanOrEqual(2 * (row?.height ?? 0))
  }
}

async function tellName(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Tell your name' }).click()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

async function carriedOut(page: Page, folder: string): Promise<string> {
  await expect(page.locator('.status-save')).toContainText('Saved on this computer')
  await page.keyboard.press('Control+KeyE')
  await page.getByText('Carry by hand (.bapta)').click()
  const coming = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: 'Export' }).click()
  const target = path.join(folder, 'law.bapta')
  await (await coming).saveAs(target)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  return target
}

/** Takes a file in, reads what the library tells of it, and opens the draft. */
async function carryIn(page: Page, file: string, told: readonly RegExp[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import a text…' }).click()
  await (await chooser).setFiles(file)
  const row = page.locator('.import', { hasText: '.bapta' })
  await expect(row.locator('.import-told p')).toHaveText(told)
  await row.getByRole('button', { name: 'Open' }).click()
  await expect(page.locator('.act section').first()).toBeVisible()
}

async function write(page: Page, place: string, words: string): Promise<void> {
  await goTo(page, place)
  await page.keyboard.press('End')
  await page.keyboard.type(words)
}
