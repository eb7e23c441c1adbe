import { expect, type Page } from '@playwright/test'
import { compareActs } from '#shared/diff/compare.ts'
import { aboutAct } from '#shared/export/about.ts'
import { docxRedline } from '#shared/export/docx/docx.ts'
import { readText } from '#shared/read/read.ts'
import type { Act } from '#shared/schema/act.ts'
import { accessFaults } from './access.ts'
import { test } from './host.ts'
import { goTo, openSample } from './window.ts'

const rows = (page: Page) => page.locator('.side-row')
const here = (page: Page) => page.locator('.side-row[data-here]')

test('U150 U151 U152: side by side leads to both places of a move, to what is gone and folded, and heeds the filter', async ({
  page,
}) => {
  await openSample(page)
  await goTo(page, '3 4')
  for (let n = 0; n < 4; n++) await page.keyboard.press('Alt+ArrowUp')
  await goTo(page, '12 2')
  await page.keyboard.press('Control+Shift+Backspace')
  await goTo(page, '20 1')
  await page.keyboard.type('New words. ')
  await goTo(page, '22 1')
  await page.keyboard.press('Control+Shift+KeyE')
  await expect(page.locator('.card')).toHaveCount(4)
  await page.keyboard.press('Control+Shift+KeyD')
  const article22 = here(page).filter({ hasText: 'repealed' })
  await expect(article22).toBeInViewport()

  await page.keyboard.press('F8')
  const reached = page.getByRole('button', { name: 'Moved from: paragraph 4 of Article 3' })
  const left = page.getByRole('button', { name: 'Moved to: paragraph 4 of Article 3' })
  await expect(reached).toBeInViewport()
  await reached.press('Enter')
  await expect(left).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(reached).toBeFocused()
  await page.keyboard.press('F8')
  const gone = here(page).filter({ has: page.locator('del') })
  await expect(gone).toContainText('2. Citizens have the right to elect')
  await expect(gone).toBeInViewport()
  await page.keyboard.press('F8')
  await expect(here(page)).toContainText('New words.')
  await page.keyboard.press('Shift+F8')
  await expect(gone).toBeInViewport()
  await page.keyboard.press('Control+KeyG')
  await page.keyboard.type('10 2')
  await page.keyboard.press('Enter')
  await expect(here(page)).toContainText('Arrest and detention')
  await expect(here(page)).toBeInViewport()
  expect(await accessFaults(page, { within: '.side-by-side' })).toEqual([])

  await page.getByRole('button', { name: 'Filter the changes' }).click()
  await page.getByRole('button', { name: /What was done/ }).click()
  await page.getByRole('option', { name: 'Reworded (1)' }).click()
  await expect(page.locator('.side-row[data-changed]')).toHaveCount(1)
  await expect(page.locator('.side-row').first()).toContainText('units without such changes')
  await page.keyboard.press('Control+Shift+KeyD')
  await page.keyboard.press('Control+Shift+KeyR')
  await expect(page.locator('.act ins')).toHaveText(['New words. '])
  await expect(page.locator('.act .redline-unit-deleted, .act .redline-unit-moved')).toHaveCount(0)
  await page.getByRole('button', { name: 'Show every change' }).click()
  await expect(page.locator('.act .redline-unit-deleted')).toHaveCount(1)
  await expect(page.locator('.act .redline-unit-moved')).toHaveCount(1)
})

test('U153 U183: of many changed rows those near the ones in sight stand in the page, in their order, and a new one comes into sight', async ({
  page,
}) => {
  const law = (word: string) => {
    const lines = ['ЗАКОН']
    for (let article = 1; article <= 60; article++) {
      lines.push('', `Статья ${article}. Порядок`, '')
      for (let n = 1; n <= 9; n++)
        lines.push(`${n}. ${word} ${article}-${n} устанавливается законом.`)
    }
    return lines.join('\n')
  }
  let id = 0
  const read = (word: string): Act =>
    readText(law(word), {
      newId: () => String(id++),
      profile: { tradition: 'kz', profile: 'law', language: 'ru' },
    }).act
  const draft = read('Правило')
  const redline = compareActs(read('Порядок'), draft)
  const about = aboutAct(draft, { author: 'Dana', date: '2026-11-30T00:00:00Z' })
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import a text…' }).click()
  const buffer = Buffer.from(docxRedline(redline, about))
  await (await chooser).setFiles({ name: 'law.docx', mimeType: 'application/octet-stream', buffer })
  await page.getByRole('button', { name: 'Import and open' }).click()
  await expect(page.locator('.act section').first()).toBeVisible({ timeout: 60_000 })
  await page.keyboard.press('Control+Shift+KeyD')
  const table = page.getByRole('table', { name: 'Both texts side by side' })
  await expect(table).toHaveAttribute('aria-rowcount', /^60\d$/)
  expect(await rows(page).count()).toBeLessThan(80)
  await expect(page.getByRole('tab', { name: 'Changes 540' })).toBeVisible()
  await page.keyboard.press('Shift+F8')
  await expect(here(page)).toContainText('Правило 60-9')
  await expect(here(page)).toBeInViewport()
  expect(await rows(page).count()).toBeLessThan(80)
  const go = here(page).getByRole('button', { name: /^Go to it in the text/ })
  await go.focus()
  await page.locator('.side-by-side').evaluate((scroller) => scroller.scrollTo(0, 0))
  await expect(rows(page).filter({ hasText: 'Правило 1-1 ' })).toBeInViewport()
  await expect(go).toBeFocused()
  const numbers = await rows(page).evaluateAll((all) =>
    all.map(({ ariaRowIndex }) => Number(ariaRowIndex)),
  )
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b))

  // A unit written now has its row when the redline has come after it, out of so small a sight.
  await page.setViewportSize({ width: 1440, height: 400 })
  await page.keyboard.press('F8')
  await expect(here(page)).toContainText('Правило 1-1 ')
  await page.keyboard.press('Control+Shift+KeyA')
  await expect(here(page)).toContainText('Статья 1-1.')
  await expect(here(page)).toBeInViewport()
})

test('X103: Find goes through both texts side by side, by keyboard, and says in which', async ({
  page,
}) => {
  await openSample(page)
  await goTo(page, '12 2')
  await page.keyboard.press('Control+Shift+Backspace')
  await goTo(page, '20 1')
  await page.keyboard.type('Electing is free. ')
  await expect(page.locator('.card')).toHaveCount(2)
  await page.keyboard.press('Control+Shift+KeyD')
  await page.keyboard.press('Control+KeyF')
  const field = page.getByRole('searchbox', { name: 'Find in the text' })
  const status = page.locator('.find-count')
  await field.fill('right to elect')
  await expect(status).toHaveText('1 of 1, The law in force')
  const gone = page.locator('.side-row', { hasText: '2. Citizens have the right to elect' })
  await expect(gone).toBeInViewport()
  await expect.poll(() => highlighted(page, 'found-current')).toEqual(['right to elect'])

  await field.fill('elect')
  await expect.poll(async () => (await highlighted(page, 'found')).length).toBeGreaterThan(1)
  await expect(status).not.toHaveText(/^1 of 1,/)
  const [, first, all] = /^(\d+) of (\d+),/.exec((await status.textContent()) ?? '') ?? []
  const count = Number(all)
  expect(count).toBeGreaterThan(3)
  // It goes on from the row in sight, and round.
  const nth = (step: number) => `${((Number(first) - 1 + step + count) % count) + 1} of ${count}, `
  const told = new Set<string | undefined>()
  for (let step = 0; step < count; step++) {
    await expect(status).toContainText(nth(step))
    const side = (await status.textContent())?.replace(/^.*?, /, '')
    told.add(side)
    const texts = side === 'in both texts' ? 2 : 1
    await expect.poll(() => highlighted(page, 'found-current')).toHaveLength(texts)
    await page.keyboard.press('Enter')
  }
  expect([...told].sort()).toEqual(['The draft now', 'The law in force', 'in both texts'])
  await expect(status).toContainText(nth(0))
  await page.keyboard.press('Shift+Enter')
  await expect(status).toContainText(nth(-1))
  await expect(page.getByRole('columnheader', { name: 'The law in force' })).toBeInViewport()
  expect(await accessFaults(page, { within: '.text-area' })).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.locator('.side-by-side')).toBeFocused()
  expect(await highlighted(page, 'found')).toEqual([])
})

/** The words under one of the highlights of the page. */
function highlighted(page: Page, name: string): Promise<readonly string[]> {
  return page.evaluate(
    (key) => [...(CSS.highlights.get(key) ?? [])].map((range) => String(range)),
    name,
  )
}
