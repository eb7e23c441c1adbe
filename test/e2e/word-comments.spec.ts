import { expect, type Page } from '@playwright/test'
import { aboutAct } from '#shared/export/about.ts'
import { docxClean } from '#shared/export/docx/docx.ts'
import { readText } from '#shared/read/read.ts'
import { unitAttrs, walkUnits } from '#shared/schema/act.ts'
import type { Remark } from '#shared/structure/remark.ts'
import { accessFaults } from './access.ts'
import { openSignposts, SIGNPOSTS } from './commenting.ts'
import { test } from './host.ts'

/** The law as a reviewer sends it back: a comment on its paces, answered. */
function reviewed(): Buffer {
  const profile = { tradition: 'kz', profile: 'law', language: 'en' } as const
  let last = 0
  const { act } = readText(SIGNPOSTS, { newId: () => `u${last++}`, profile })
  const date = '2026-11-24T08:00:00Z'
  const comments = [
    { author: 'Dana', date, words: 'Why thirty?' },
    { author: 'Yerlan', date: '2026-11-24T09:00:00Z', words: 'As on roads.' },
  ]
  const remarks: Remark[] = []
  walkUnits(act, (unit) => {
    const from = unit.textContent.indexOf('thirty paces')
    const { id, kind } = unitAttrs(unit)
    if (from < 0 || kind === 'article') return
    const words = { text: 0, from, to: from + 'thirty paces'.length }
    remarks.push({ unit: id, words, comments, isResolved: false })
  })
  return Buffer.from(docxClean(act, aboutAct(act, { author: 'Dana', date }), remarks))
}

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose the Word file…' }).press('Enter')
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer })
}

test('U158: the comments of a Word file that comes back are taken among those of the draft, once', async ({
  page,
  host,
}) => {
  await openSignposts(page, host)
  await page.keyboard.press('Control+Alt+KeyK')
  await page.getByRole('button', { name: 'Comments from a Word file…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Comments from a Word file' })
  await choose(page, 'signposts.docx', reviewed())
  await expect(dialog.getByRole('listitem')).toHaveText(['New comments: 1', 'New answers: 1'])
  expect(await accessFaults(page)).toEqual([])
  await choose(page, 'signposts.docx', reviewed())
  await expect(dialog.getByRole('listitem')).toHaveText(['Here already: 2'])
  await choose(page, 'signposts.txt', Buffer.from(SIGNPOSTS))
  await expect(dialog.getByRole('alert')).toContainText('is no Word file')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)

  const card = page.getByRole('list', { name: 'Comments' }).getByRole('article')
  await expect(card.locator('.thread-quote')).toHaveText('thirty paces')
  await expect(card.locator('.comment-words')).toHaveText(['Why thirty?', 'As on roads.'])
  await expect(card).toContainText('Dana')
  await expect(page.locator('.act .commented')).toHaveText('thirty paces')
})
