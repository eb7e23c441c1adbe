import { expect, type Page } from '@playwright/test'
import { startNode } from '../sync-server/node.ts'
import { accessFaults } from './access.ts'
import { comment, join, openSignposts, select, shareOn } from './commenting.ts'
import { test } from './host.ts'
import { secondDesk } from './second-desk.ts'
import { goTo } from './window.ts'

/**
 * Types over words, deletes them, and asks for a new unit, which a reviewer may suggest: the text must
 * stay as it is.
 */
async function expectNoWriting(page: Page, words: string, asked: 0 | 1): Promise<void> {
  const before = await wordsOf(page)
  await select(page, words)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('search')).toHaveCount(0)
  const asks = page.getByRole('dialog')
  // U228: what a reviewer would do to the words asks to be suggested, what a reader would, nothing.
  await page.keyboard.type('a guess')
  await expect(asks).toHaveCount(asked)
  if (asked === 1)
    await expect(asks.getByRole('textbox', { name: 'Words instead' })).toHaveValue('a guess')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Delete')
  await expect(asks).toHaveCount(asked)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog', { name: 'Suggest a new unit' })).toHaveCount(asked)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await wordsOf(page)).toBe(before)
}

/** The words of the act, without the names of others at their carets. */
function wordsOf(page: Page): Promise<string> {
  return page.locator('.act').evaluate((act) => {
    const copy = act.cloneNode(true) as Element
    for (const caret of copy.querySelectorAll('.present-name')) caret.remove()
    return copy.textContent ?? ''
  })
}

const cardsOf = (page: Page) => page.getByRole('list', { name: 'Comments' }).getByRole('article')

test('U147: a reader reads, a reviewer comments and suggests, neither writes, and what was said stays when its author is removed', async ({
  page,
  host,
  browser,
}) => {
  const node = await startNode()
  await openSignposts(page, host)
  const link = await shareOn(node, page)
  const [dana, marat] = await Promise.all([secondDesk(browser), secondDesk(browser)])
  await Promise.all([
    join(dana.page, await link('reviewer')),
    join(marat.page, await link('reader')),
  ])

  await expectNoWriting(dana.page, 'Its words', 1)
  await select(dana.page, 'thirty paces')
  await comment(dana.page, 'Why thirty?', 'Dana')
  await dana.page.keyboard.press('Control+Alt+KeyK')
  await expect(cardsOf(dana.page)).toContainText('Why thirty?')
  for (const name of ['Comment…', 'Suggest other words…', 'Comments from a Word file…'])
    await expect(dana.page.getByRole('button', { name })).toBeVisible()

  await select(dana.page, 'the map')
  await dana.page.keyboard.press('Control+Alt+KeyD')
  await dana.page.getByRole('textbox', { name: 'Words instead' }).fill('the atlas')
  await dana.page.getByRole('button', { name: 'Suggest', exact: true }).click()

  await marat.page.keyboard.press('Control+Alt+KeyK')
  await expect(cardsOf(marat.page)).toContainText(['Why thirty?', 'atlas'])
  await expectNoWriting(marat.page, 'must be seen', 0)
  await marat.page.keyboard.press('Control+Alt+KeyM')
  await marat.page.keyboard.press('Control+Alt+KeyD')
  await expect(marat.page.getByRole('dialog')).toHaveCount(0)
  await expect(marat.page.locator('.panel-context')).toHaveText(
    'You were invited to read this draft.',
  )
  for (const name of [
    'Comment…',
    'Suggest other words…',
    'Comments from a Word file…',
    'Reply',
    'Resolve',
    'Accept',
    'Reject',
  ])
    await expect(marat.page.getByRole('button', { name })).toHaveCount(0)
  expect(await accessFaults(marat.page)).toEqual([])

  await expect(dana.page.getByRole('button', { name: 'Accept' })).toHaveCount(0)
  await goTo(page, '1 1')
  await page.keyboard.press('End')
  await page.keyboard.type(' By day.')
  for (const one of [dana.page, marat.page])
    await expect(one.locator('.act')).toContainText('By day.')

  await page.locator('.status-server').click()
  await page.getByRole('button', { name: 'Remove reviewer one' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove reviewer one' }).click()
  await page.keyboard.press('Escape')
  await expect(dana.page.locator('.status-server')).toContainText('Removed from the draft')
  await page.reload()
  await expect(page.locator('.act')).toContainText('By day.')
  await page.keyboard.press('Control+Alt+KeyK')
  for (const one of [page, dana.page, marat.page])
    await expect(cardsOf(one)).toContainText(['Why thirty?', 'atlas'])
  await expect(cardsOf(page).first()).toContainText('Dana')

  // U221: why he may only read is told in the language of his window.
  await marat.page.getByRole('button', { name: 'View' }).click()
  await marat.page.getByRole('menuitemradio', { name: 'Қазақша' }).click()
  for (const place of ['.panel-context', '.banner'])
    await expect(marat.page.locator(place)).toContainText('Сіз бұл жобаны оқуға шақырылғансыз.')
  await Promise.all([dana.leave(), marat.leave()])
  await page.close()
  await node.stop()
})
