import { expect, type Locator, type Page } from '@playwright/test'
import { present } from '#shared/base/assert.ts'
import { graveFaults } from './access.ts'
import { test } from './host.ts'
import { goTo } from './window.ts'

const reference = (page: Page, words: string) =>
  page.locator('.act .reference').filter({ hasText: words }).first()

async function openSample(page: Page, title: string): Promise<void> {
  await page.getByRole('row').filter({ hasText: title }).first().dblclick()
  await expect(page.locator('.act section').first()).toBeVisible()
  await expect(page.locator('.act .reference[data-status="valid"]').first()).toBeVisible()
}

/** The sample law, once the library leads its citations of the constitution. */
async function openLaw(page: Page): Promise<void> {
  await openSample(page, 'О РЕФЕРЕНДУМЕ')
  await expect(reference(page, 'пункте 1 статьи 4 Конституции')).toHaveAttribute(
    'data-status',
    'valid',
  )
}

test('U70, U71: a reference leads into the constitution, and Back returns to the law', async ({
  page,
}) => {
  await openLaw(page)
  const cited = reference(page, 'пункте 1 статьи 4 Конституции')
  await expect(cited).toHaveRole('link')
  await cited.click()
  const place = await page.locator('.unit-place').textContent()
  await page.keyboard.press('Alt+Enter')
  const card = page.getByRole('dialog', { name: /^Reference:/ })
  await expect(card).toContainText('КОНСТИТУЦИЯ РЕСПУБЛИКИ АРАТАУ')
  await expect(card.locator('.reference-card-words')).not.toBeEmpty()
  await page.keyboard.press('Escape')
  await expect(card).toHaveCount(0)
  await page.keyboard.press('Control+Alt+Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('КОНСТИТУЦИЯ РЕСПУБЛИКИ АРАТАУ')
  await expect(page.locator('.unit-place')).toContainText('Статья 4')
  await page.keyboard.press('Control+Alt+ArrowLeft')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('О РЕФЕРЕНДУМЕ')
  await expect(page.locator('.unit-place')).toHaveText(place ?? '')
})

test('U75: a reference is inserted by numbers, its target seen before', async ({ page }) => {
  await openLaw(page)
  await goTo(page, '13')
  await page.keyboard.press('End')
  await page.keyboard.press('Control+Shift+KeyK')
  await page.keyboard.type('5 2')
  await expect(page.locator('.candidate')).toHaveCount(1)
  await expect(page.locator('.candidate .reference-card-words')).not.toBeEmpty()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.locator('.card')).toContainText('стать')
  const inserted = page.locator('.act section[data-num^="Статья 13"] .reference')
  await expect(inserted.first()).toHaveAttribute('data-status', 'valid')
})

test('U76: a repeal of what others cite waits until its references are seen', async ({ page }) => {
  await openSample(page, 'КОНСТИТУЦИЯ РЕСПУБЛИКИ АРАТАУ')
  await goTo(page, '4 1')
  const unit = page.locator('section[data-num^="Статья 4"] section').first()
  await page.keyboard.press('Control+Shift+KeyE')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('О РЕФЕРЕНДУМЕ')
  await expect(dialog).toContainText('repealed')
  expect(await graveFaults(page, { within: '[role=dialog]' })).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.locator('.card')).toHaveCount(0)
  await page.keyboard.press('Control+Shift+KeyE')
  await dialog.getByRole('button', { name: 'Do it all the same' }).click()
  await expect(page.locator('.card')).toHaveCount(1)
  await page.keyboard.press('Control+KeyZ')
  await expect(page.locator('.card')).toHaveCount(0)
  await expect(unit).toBeVisible()
})

/** Joins paragraph 3 of article 5 to the one before by a key; gives the dialog that asks, with what follows. */
async function askedAtJoin(page: Page): Promise<Locator> {
  await goTo(page, '5 3')
  await page.keyboard.press('Home')
  await page.keyboard.press('Backspace')
  const dialog = page.getByRole('dialog', { name: /^This touches/ })
  await expect(dialog.locator('.rewritten ins').first()).toHaveText(
    /^частью второй пункта 2 статьи 5/,
  )
  return dialog
}

test('U76: a key that joins what others cite waits, and the citations follow', async ({ page }) => {
  await openLaw(page)
  const dialog = await askedAtJoin(page)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('tab', { name: 'Changes 0' })).toBeVisible()
  await page.locator('.act').focus()
  await page.keyboard.press('Backspace')
  await dialog.getByRole('button', { name: 'Do it all the same' }).click()
  await expect(page.locator('.act')).not.toContainText('пунктом 3 статьи 5')
  await page.keyboard.press('Control+KeyZ')
  await expect(page.locator('.act')).toContainText('пунктом 3 статьи 5')
  await expect(page.getByRole('tab', { name: 'Changes 0' })).toBeVisible()
})

test('U76: a key that joins right after opening waits for the references to be read', async ({
  page,
}) => {
  await page.evaluate(() => {
    window.requestIdleCallback = () => 0
  })
  await page.getByRole('row').filter({ hasText: 'О РЕФЕРЕНДУМЕ' }).first().dblclick()
  await expect(page.locator('.act section').first()).toBeVisible()
  await askedAtJoin(page)
})

test('U77, U79: numbers and citations are seen before a unit is renumbered', async ({ page }) => {
  await openLaw(page)
  await goTo(page, '7')
  await page.keyboard.press('Control+Alt+KeyN')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('20')
  await expect(dialog.locator('.renumber-list')).toContainText('7 → 20')
  await expect(dialog.locator('.impact-row ins').first()).toContainText('20')
  expect(await graveFaults(page, { within: '[role=dialog]' })).toEqual([])
  await dialog.getByRole('button', { name: 'Renumber', exact: true }).click()
  await expect(page.locator('section[data-num^="Статья 20"]')).toHaveCount(1)
  await expect(page.locator('.act')).toContainText('статьей 20 настоящего Закона')
  await page.keyboard.press('Control+KeyZ')
  await expect(page.locator('.act')).not.toContainText('статьей 20')
  await expect(page.locator('section[data-num^="Статья 20"]')).toHaveCount(0)
})

test('U200, U201: other drafts follow a new number, or are left with the words proposed', async ({
  page,
}) => {
  await openSample(page, 'КОНСТИТУЦИЯ РЕСПУБЛИКИ АРАТАУ')
  await goTo(page, '4')
  const dialog = page.getByRole('dialog')
  const renumber = async (how: 'there' | 'here') => {
    await page.keyboard.press('Control+Alt+KeyN')
    await dialog.getByRole('textbox').fill('41')
    await expect(dialog.locator('.impact-row ins')).toHaveText('пункте 41 статьи 4 Конституции')
    if (how === 'here') await dialog.getByText('Rewrite there too').click()
    await dialog.getByRole('button', { name: 'Renumber', exact: true }).click()
  }
  await renumber('there')
  await page.getByRole('button', { name: 'Take back there' }).click()
  await page.locator('.act').focus()
  await page.keyboard.press('Control+KeyZ')
  await expect(page.locator('.act')).not.toContainText('41.')
  await renumber('here')
  await expect(page.getByText('1 citation in other drafts is left to be decided')).toBeVisible()
  await page.getByRole('button', { name: 'Library' }).click()
  await openSample(page, 'О РЕФЕРЕНДУМЕ')
  const cited = reference(page, 'пункте 1 статьи 4 Конституции')
  await expect(cited).toHaveAttribute('data-status', 'check')
  await expect(cited).toHaveAccessibleDescription('to be decided')
  await page.keyboard.press('F9')
  const card = page.getByRole('dialog', { name: /^Reference:/ })
  await expect(card.locator('ins')).toHaveText('пункте 41 статьи 4 Конституции')
  expect(await graveFaults(page, { within: '.reference-card' })).toEqual([])
  await card.getByRole('button', { name: 'Use the proposed words' }).click()
  const mended = reference(page, 'пункте 41 статьи 4 Конституции')
  await expect(mended).toHaveAttribute('data-status', 'valid')
  await page.locator('.act').focus()
  await page.keyboard.press('Control+KeyZ')
  await expect(cited).toHaveAttribute('data-status', 'check')
  await page.getByRole('tab', { name: 'References' }).click()
  await page.getByRole('radio', { name: 'Whole act' }).click()
  const row = page.locator('.reference-item').filter({ hasText: 'to be decided' })
  await expect(row.locator('ins')).toHaveText('пункте 41 статьи 4 Конституции')
  expect(await graveFaults(page, { within: '[role=tabpanel]' })).toEqual([])
  await row.getByRole('button', { name: /^Correct as it is/ }).click()
  await expect(cited).toHaveAttribute('data-status', 'broken')
})

test('U73, U74: doubtful references are stepped through and left alone', async ({ page }) => {
  await openLaw(page)
  await goTo(page, '13')
  await page.keyboard.press('End')
  await page.keyboard.type(' Смотри статью 99.')
  const broken = reference(page, 'статью 99')
  await expect(broken).toHaveAttribute('data-status', 'broken')
  await expect(broken).toHaveAccessibleDescription('no such unit')
  await goTo(page, '1')
  await page.keyboard.press('F9')
  const card = page.getByRole('dialog', { name: 'Reference: статью 99' })
  await expect(card).toBeInViewport({ ratio: 1 })
  await expect(broken).toBeInViewport()
  expect(await page.locator('.scroller').evaluate((element) => element.scrollLeft)).toBe(0)
  expect(await graveFaults(page, { within: '.reference-card' })).toEqual([])
  await expect(page.locator('.status-save')).toContainText('Saved on this computer')
  await card.getByRole('button', { name: 'Leave alone' }).click()
  await expect(broken).toHaveAttribute('data-status', 'ignored')
  await page.reload()
  await expect(broken).toHaveAttribute('data-status', 'ignored')
})

test('U78: who cites whom is gone through by arrows, and stands as a table', async ({ page }) => {
  await page.getByRole('button', { name: 'Who cites whom' }).click()
  const grid = page.getByRole('grid')
  await grid.locator('td[tabindex="0"]').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await expect(grid.locator('td:focus')).toHaveAttribute('data-row', '1')
  await expect(page.locator('.matrix-foot p')).toContainText('citation')
  await page.getByRole('radio', { name: 'Table' }).click()
  expect(await page.getByRole('row').count()).toBeGreaterThan(5)
  await page.getByRole('button', { name: 'О РЕФЕРЕНДУМЕ' }).first().click()
  await expect(page.locator('.act section').first()).toBeVisible()
  await page.keyboard.press('Control+Alt+KeyG')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Who cites whom among chapters')
  await expect(page.getByRole('grid')).toContainText('Глава 1.')
})

for (const theme of ['light', 'dark'] as const) {
  test(`U21: axe finds nothing serious in references and the graph, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme })
    await page.getByRole('button', { name: 'Who cites whom' }).click()
    await expect(page.getByRole('grid')).toBeVisible()
    expect(await graveFaults(page, { within: '.graph-screen' })).toEqual([])
    await page.getByRole('radio', { name: 'Table' }).click()
    expect(await graveFaults(page, { within: '.graph-screen' })).toEqual([])
    await page.getByRole('button', { name: 'Library' }).click()
    await openLaw(page)
    await page.getByRole('tab', { name: 'References' }).click()
    await page.getByRole('radio', { name: 'Whole act' }).click()
    await expect(page.locator('.reference-row').first()).toBeVisible()
    expect(await graveFaults(page, { within: '.panel.side' })).toEqual([])
    await page.keyboard.press('Control+Shift+KeyK')
    await page.keyboard.type('4 1')
    await expect(page.locator('.candidate').first()).toBeVisible()
    expect(await graveFaults(page, { within: '[role=dialog]' })).toEqual([])
  })
}

test('U223: the card of a reference opens for a pointer that moves to it, not for text that scrolls under one', async ({
  page,
}) => {
  await openLaw(page)
  const reference = page.locator('.act .reference[data-status="valid"]').first()
  await reference.scrollIntoViewIfNeeded()
  const scroller = page.locator('.scroller')
  const top = await scroller.evaluate(({ scrollTop }) => scrollTop)
  const { x, y } = present(await reference.boundingBox(), 'the reference')
  await page.clock.install()
  await scroller.evaluate((element, to) => element.scrollTo(0, to), top + 2000)
  await page.mouse.move(x + 5, y + 5)
  await scroller.evaluate((element, to) => element.scrollTo(0, to), top)
  await expect.poll(() => reference.evaluate((element) => element.matches(':hover'))).toBe(true)
  await page.clock.runFor(1000)
  await expect(page.locator('.reference-card')).toHaveCount(0)
  await page.mouse.move(x + 5, y + 60)
  await page.mouse.move(x + 7, y + 5)
  await page.clock.runFor(1000)
  await expect(page.locator('.reference-card')).toBeVisible()
})
