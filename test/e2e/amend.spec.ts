import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { graveFaults } from './access.ts'
import { test } from './host.ts'

const LAW = `О внесении изменения и дополнения в Конституцию Республики Аратау
Статья 1. Внести в Конституцию Республики Аратау следующие изменение и дополнение:
1. В пункте 1 статьи 9 слова «Смертная казнь запрещается.» исключить.
2. Статью 10 дополнить пунктом 4 следующего содержания:
«4. Порядок задержания определяется законом.».
3. Пункт 77 статьи 10 исключить.
4. Статью 11 изложить в следующей редакции:
`

test('U93 U157 U160 U161 U193: an amending law is reviewed, applied, proved beside the draft, and undone as one', async ({
  page,
}) => {
  await page.getByRole('row', { name: /Конституция Республики Аратау/i }).dblclick()
  await expect(page.locator('.act section').first()).toBeVisible()
  const before = await page.locator('.act').textContent()

  await page.keyboard.press('Control+Shift+KeyL')
  await page.getByLabel('Text of the amending law').fill(LAW)
  await page.getByRole('button', { name: 'Read the law' }).click()
  await expect(page.locator('.outcome')).toHaveCount(4)
  await expect(page.locator('.outcome').nth(2)).toContainText('not found')
  await expect(page.locator('.outcome').nth(3)).toContainText('not understood')
  expect(await graveFaults(page, { within: '.dialog' })).toEqual([])
  await page.getByRole('button', { name: 'Apply 2' }).click()

  await expect(page.locator('.act')).toContainText('Порядок задержания определяется законом.')
  await expect(page.locator('.act')).not.toContainText('Смертная казнь запрещается.')
  await page.getByRole('tab', { name: 'Law' }).click()
  await expect(page.locator('.proof')).toContainText('Proved', { timeout: 30_000 })
  await expect(page.locator('.law-text')).toContainText('Статью 10 дополнить пунктом 4')
  const words = page.getByRole('button', { name: 'Restate the whole unit' })
  await expect(words).toHaveCount(1)
  await words.click()
  await expect(page.locator('.law-text')).toContainText('изложить в следующей редакции')
  await page.getByRole('button', { name: 'Amend by words' }).click()
  await expect(page.locator('.law-text')).not.toContainText('изложить в следующей редакции')
  await expect(page.locator('.proof')).toContainText('Proved', { timeout: 30_000 })
  expect(await graveFaults(page, { within: '.side' })).toEqual([])

  await page.getByRole('button', { name: 'Not said Comes into force' }).click()
  await page.getByRole('option', { name: 'Days after publication' }).click()
  await page.getByLabel('Calendar days').fill('45')
  await expect(page.locator('.law-text')).toContainText('по истечении 45 календарных дней')
  await page.getByRole('button', { name: 'When this comes into force' }).last().click()
  const own = page.getByRole('dialog', { name: 'When this comes into force' })
  await own.getByRole('button').first().click()
  await page.getByRole('option', { name: 'On a date' }).click()
  await own.getByRole('textbox', { name: 'Day' }).fill('2031-07-01')
  expect(await graveFaults(page, { within: '.popover' })).toEqual([])
  await page.keyboard.press('Escape')
  const exception = 'за исключением пункта 2 статьи 1, который вводится в действие с 1 июля 2031'
  await expect(page.locator('.law-text')).toContainText(exception)
  await expect(page.locator('.law-time-words')).toHaveText('in force from 1 July 2031')
  await expect(page.locator('.proof')).toContainText('Proved', { timeout: 30_000 })
  expect(await graveFaults(page, { within: '.side' })).toEqual([])

  const law = page.waitForEvent('download')
  await page.keyboard.press('Control+KeyE')
  await page.getByText('Amending law, Akoma Ntoso').click()
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const akn = readFileSync(await (await law).path(), 'utf8')
  expect(akn.match(/<textualMod /g)).toHaveLength(2)
  expect(akn).toContain('Порядок задержания определяется законом.')
  expect(akn.replaceAll(/<\/?ref[^>]*>/g, '')).toContain(exception)
  expect(akn).toContain('date="2031-07-01"')

  await page.getByRole('tab', { name: 'Table' }).click()
  await expect(page.locator('.comparison')).toHaveCount(2)
  await page.getByLabel('Justification').first().fill('По решению комиссии.')
  await page.getByLabel('Justification').last().click()
  await expect(page.locator('.status-save')).toContainText('Saved on this computer')
  const download = page.waitForEvent('download')
  await page.keyboard.press('Control+KeyE')
  await page.getByText('Comparative table, CSV').click()
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  expect(readFileSync(await (await download).path(), 'utf8')).toContain('По решению комиссии.')
  await page.locator('.act').click()
  await page.keyboard.press('Control+KeyZ')
  await expect(page.locator('.comparison')).toHaveCount(0)
  expect(await page.locator('.act').textContent()).toBe(before)
})
