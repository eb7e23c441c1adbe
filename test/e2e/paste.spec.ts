import { expect, type Page } from '@playwright/test'
import { openSignposts } from './commenting.ts'
import { test } from './host.ts'
import { goTo } from './window.ts'

const ROW = '<tr><td><p class=MsoNormal>Road</p></td><td style="width:9pt">Paces</td></tr>'
const WORD_PAGE = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment--><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>3.<span>&nbsp;&nbsp;</span></span><![endif]>A signpost <b>stands</b> upright.</p><p class=MsoNormal>4. Distances are these:</p><table border=1>${ROW}${ROW}</table><!--EndFragment--></body></html>`

/** Pastes as if another program had copied it. */
async function paste(page: Page, forms: Readonly<Record<string, string>>): Promise<void> {
  await page.locator('.act').evaluate((act, all) => {
    const clipboardData = new DataTransfer()
    for (const [type, words] of Object.entries(all)) clipboardData.setData(type, words)
    const init = { clipboardData, bubbles: true, cancelable: true }
    act.dispatchEvent(new ClipboardEvent('paste', init))
  }, forms)
}

test('U186, U187, U188: what is pasted from Word, as text and from the draft becomes law', async ({
  page,
  host,
}) => {
  await openSignposts(page, host)
  const act = page.locator('.act')
  const units = (kind: string) => act.locator(`section[data-kind="${kind}"]`)

  await goTo(page, '1 2')
  await page.keyboard.press('End')
  await paste(page, { 'text/html': WORD_PAGE, 'text/plain': '3. A signpost stands upright.' })
  await expect(units('paragraph')).toHaveCount(4)
  await expect(units('paragraph').nth(2).locator('strong')).toHaveText('stands')
  await expect(units('paragraph').nth(3).locator('table td')).toHaveText([
    'Road',
    'Paces',
    'Road',
    'Paces',
  ])
  await page.keyboard.press('Control+KeyZ')
  await expect(units('paragraph')).toHaveCount(2)

  await goTo(page, '1 2')
  await page.keyboard.press('Home')
  await paste(page, { 'text/plain': '7) seven ' })
  await expect(units('paragraph').nth(1)).toContainText('7) seven Its words')
  await page.keyboard.press('Control+KeyZ')
  const bold = '<span style="font-weight:700">All</span> of it:'
  await paste(page, { 'text/html': bold, 'text/plain': 'All of it: ' })
  await expect(units('paragraph').nth(1)).toContainText('All of it: Its words')
  await expect(units('paragraph').nth(1).locator('strong')).toHaveText('All')
  await page.keyboard.press('Control+KeyZ')

  // What the window itself copied: the paragraph and what is around the cut go along.
  await goTo(page, '1 1')
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+End')
  await page.keyboard.press('Control+KeyX')
  await expect(units('paragraph').filter({ hasText: 'map' })).toHaveCount(0)
  await page.keyboard.press('Control+KeyV')
  await expect(units('paragraph')).toHaveText([
    /A signpost must be seen from thirty paces\./,
    /Its words are those of the map\./,
  ])
  await expect(page.locator('.toast')).toHaveCount(0)

  await page.keyboard.press('Shift+Home')
  await paste(page, { 'text/html': '<img alt="A road">' })
  await expect(page.locator('.toast')).toContainText('A road')
  await expect(units('paragraph').nth(1)).toContainText('Its words are those of the map.')

  await paste(page, { 'text/plain': 'x'.repeat(800_001) })
  await expect(page.locator('.toast').filter({ hasText: 'import' })).toBeVisible()
  await expect(units('paragraph')).toHaveCount(2)
})

test('U203: a key and a cut take the selection before the browser tells of it', async ({
  page,
  host,
}) => {
  await openSignposts(page, host)
  const paragraphs = page.locator('.act section[data-kind="paragraph"]')
  const whole = [/A signpost must be seen from thirty paces\./, /Its words are those of the map\./]

  await goTo(page, '1 1')
  await page.keyboard.press('Home')
  await paragraphs.nth(1).evaluate((last) => {
    window.getSelection()?.extend(last, last.childNodes.length)
    document.execCommand('cut')
  })
  await expect(paragraphs.filter({ hasText: 'map' })).toHaveCount(0)
  await page.keyboard.press('Control+KeyV')
  await expect(paragraphs).toHaveText(whole)

  await goTo(page, '1 2')
  await page.keyboard.press('Home')
  await paragraphs.nth(1).evaluate((last) => {
    window.getSelection()?.extend(last, last.childNodes.length)
    const init = { key: 'Backspace', keyCode: 8, bubbles: true, cancelable: true }
    last.dispatchEvent(new KeyboardEvent('keydown', init))
  })
  await expect(paragraphs).toHaveText([/A signpost must be seen from thirty paces\./, ''])
})

test('U211: a press in the text stands though marks come before the browser tells of it', async ({
  page,
  host,
}) => {
  await openSignposts(page, host)
  const paragraphs = page.locator('.act section[data-kind="paragraph"]')
  await goTo(page, '1 1')
  await page.keyboard.type('Thus. ')
  await expect(page.getByRole('tab', { name: /^Changes [1-9]/ })).toBeVisible()

  await paragraphs.nth(1).evaluate((last) => {
    window.getSelection()?.collapse(last.querySelector('p'), 0)
    const redline = document.querySelector('.redline-toggle')
    if (redline instanceof HTMLElement) redline.click()
  })
  await expect(paragraphs.first().locator('ins')).toContainText('Thus.')
  await page.keyboard.type('Here. ')
  await expect(paragraphs.nth(1)).toContainText('Here. Its words')
})
