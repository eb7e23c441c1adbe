import { expect, type Page } from '@playwright/test'
import { accessFaults } from './access.ts'
import { openWithReviewer } from './commenting.ts'
import { test } from './host.ts'
import { goTo } from './window.ts'

const cardsOf = (page: Page) => page.getByRole('list', { name: 'Comments' }).getByRole('article')

/** The words of the numbered paragraphs, without what is drawn over them. */
const paragraphs = (page: Page) =>
  page.locator('.act section[data-kind="paragraph"] > p').evaluateAll((all) =>
    all.map((paragraph) => {
      const copy = paragraph.cloneNode(true)
      if (!(copy instanceof HTMLElement)) return ''
      for (const drawn of copy.querySelectorAll('.ProseMirror-widget')) drawn.remove()
      return copy.textContent
    }),
  )

const STANDING = ['A signpost must be seen from thirty paces.', 'Its words are those of the map.']

/** Selects from behind the second word of the first paragraph to behind the first of the second. */
async function selectAcross(page: Page): Promise<void> {
  await goTo(page, '1 1')
  await page.keyboard.press('Home')
  await page.keyboard.press('Control+ArrowRight')
  await page.keyboard.press('Control+ArrowRight')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+Home')
  await page.keyboard.press('Shift+Control+ArrowRight')
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((words) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', words)
    const init = { clipboardData, bubbles: true, cancelable: true }
    document.querySelector('.act')?.dispatchEvent(new ClipboardEvent('paste', init))
  }, text)
}

test('U228, U229, U230: a reviewer deletes, types and pastes over several paragraphs; a drafter decides the parts one by one and together', async ({
  page,
  host,
  browser,
}) => {
  const dana = await openWithReviewer({ page, host, browser })
  const ask = dana.page.getByRole('dialog')

  await selectAcross(dana.page)
  await dana.page.keyboard.press('Delete')
  await expect(ask).toContainText('Suggest a change')
  const parts = ask.getByRole('region', { name: 'What is suggested' })
  await expect(parts.locator('.comment-place')).toHaveCount(2)
  await expect(parts).toContainText('Remove')
  expect(await accessFaults(dana.page)).toEqual([])
  await ask.getByRole('textbox', { name: /^Why/ }).fill('Shorter')
  await ask.getByRole('button', { name: 'Suggest', exact: true }).click()
  await dana.page.getByRole('textbox', { name: 'Your name' }).fill('Dana')
  await dana.page.keyboard.press('Enter')
  await expect(ask).toHaveCount(0)
  expect(await paragraphs(dana.page)).toEqual(STANDING)

  await page.keyboard.press('Control+Alt+KeyK')
  await dana.page.keyboard.press('Control+Alt+KeyK')
  for (const one of [dana.page, page]) {
    await expect(cardsOf(one)).toHaveCount(2)
    await expect(cardsOf(one).first()).toContainText('One change: part 1 of 2')
    await expect(one.locator('.act section.suggested-gone')).toHaveAttribute('data-num', '2.')
    await expect(one.locator('.act del.suggestion')).toContainText('must be seen from')
  }
  expect(await accessFaults(page)).toEqual([])
  await expect(dana.page.getByRole('button', { name: /^Accept/ })).toHaveCount(0)
  await cardsOf(page).first().getByRole('button', { name: 'Accept all 2' }).click()
  await page.getByRole('textbox', { name: 'Your name' }).fill('Aida')
  await page.keyboard.press('Enter')
  for (const one of [page, dana.page])
    await expect.poll(() => paragraphs(one)).toEqual(['A signpost words are those of the map.'])
  await page.locator('.act').click()
  await page.keyboard.press('Control+KeyZ')
  for (const one of [page, dana.page]) {
    await expect.poll(() => paragraphs(one)).toEqual(STANDING)
    await expect(cardsOf(one)).toHaveCount(2)
  }
  await cardsOf(page).first().getByRole('button', { name: 'Reject all 2' }).click()
  for (const one of [page, dana.page]) await expect(cardsOf(one)).toHaveCount(0)

  await selectAcross(dana.page)
  await dana.page.keyboard.press('x')
  const instead = ask.getByRole('textbox', { name: 'Words instead' })
  await expect(instead).toHaveValue('A signpostx words are those of the map.')
  await instead.fill(
    'A signpost must shine.\nIt says[[1: In both languages.]] what the map says.\n2. Its words are large.',
  )
  await ask.getByRole('button', { name: 'Suggest', exact: true }).click()
  await expect(ask).toHaveCount(0)
  await expect(cardsOf(page)).toHaveCount(3)
  await expect(page.locator('.act .suggested-new ins')).toContainText('[[1: In both languages.]]')
  await cardsOf(page)
    .filter({ hasText: 'large' })
    .getByRole('button', { name: 'Reject', exact: true })
    .click()
  await expect(cardsOf(page)).toHaveCount(2)
  await cardsOf(page).first().getByRole('button', { name: 'Accept all 2' }).click()
  for (const one of [page, dana.page])
    await expect
      .poll(() => paragraphs(one))
      .toEqual(['A signpost must shine.', 'It says1 what the map says.', STANDING[1] ?? ''])

  await goTo(dana.page, '1 2')
  await dana.page.keyboard.press('End')
  await paste(dana.page, '3. Its foot is of stone.\n4. Its head is of wood.')
  await expect(parts.locator('.comment-place')).toHaveCount(2)
  await ask.getByRole('button', { name: 'Suggest', exact: true }).click()
  await expect(page.locator('.act .suggested-new')).toHaveCount(2)
  await cardsOf(page)
    .filter({ hasText: 'wood' })
    .getByRole('button', { name: 'Accept', exact: true })
    .click()
  await cardsOf(page)
    .filter({ hasText: 'stone' })
    .getByRole('button', { name: 'Accept', exact: true })
    .click()
  for (const one of [page, dana.page])
    await expect
      .poll(async () => (await paragraphs(one)).slice(-2))
      .toEqual(['Its foot is of stone.', 'Its head is of wood.'])
  await dana.leave()
})

test('U251: a reviewer who types with nothing selected is told once what they can do', async ({
  page,
  host,
  browser,
}) => {
  const dana = await openWithReviewer({ page, host, browser })
  await goTo(dana.page, '1 1')
  await dana.page.keyboard.press('End')
  const told = dana.page.getByRole('alertdialog').filter({ hasText: 'select words and type over' })
  await dana.page.keyboard.type('by day')
  await expect(told).toContainText('Ctrl+Alt+D')
  await dana.page.keyboard.press('Backspace')
  await expect(told).toHaveCount(1)
  await expect(dana.page.locator('.act')).toBeFocused()
  await told.getByRole('button', { name: 'Suggest other words…' }).click()
  await expect(dana.page.getByRole('textbox', { name: 'Words instead' })).toHaveValue(
    STANDING[0] ?? '',
  )
  await dana.page.keyboard.press('Escape')
  await goTo(dana.page, '1 2')
  await dana.page.keyboard.type('x')
  await expect(told).toHaveCount(0)
  expect(await paragraphs(dana.page)).toEqual(STANDING)
  await dana.leave()
})
