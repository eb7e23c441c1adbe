import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { present } from '#shared/base/assert.ts'
import { openFile } from '#shared/open/open.ts'
import { readText } from '#shared/read/read.ts'
import { canonicalText } from '#shared/structure/canonical-text.ts'
import { openOffice } from '../oracles/office.ts'
import { asPandocSees, pandocBlocks } from '../oracles/pandoc.ts'
import { worded } from '../oracles/trial.ts'
import { test } from './host.ts'
import { goTo, importText } from './window.ts'

const file = path.resolve(
  import.meta.dirname,
  '../../../shared/corpora/kz/constitution/ru/edition_2023-01-01_adilet-clean.txt',
)

test('U30: a constitution is read, edited, reopened and exported, and Word readers agree on both texts', async ({
  page,
}) => {
  await importText(page, file)
  await goTo(page, '44 1')
  await page.keyboard.type('Глава государства. ')
  await goTo(page, '44 2')
  await page.keyboard.press('Alt+ArrowUp')
  await goTo(page, '45 1')
  await page.keyboard.press('Control+Shift+KeyA')
  await page.keyboard.type('Новая статья о порядке.')
  await expect(page.locator('section[data-num^="Статья 45-1"]')).toHaveCount(1)
  await expect(page.locator('.status-save')).toContainText('Saved on this computer')
  const shown = await page.locator('.act').textContent()
  await expect
    .poll(() => changeKinds(page))
    .toEqual(expect.arrayContaining(['inserted', 'moved', 'words']))
  const kinds = await changeKinds(page)

  await page.reload()
  await expect(page.locator('.act')).toContainText('Новая статья о порядке.')
  expect(await page.locator('.act').textContent()).toBe(shown)
  await expect.poll(() => changeKinds(page)).toEqual(kinds)

  const folder = mkdtempSync(path.join(tmpdir(), 'bapta-journey-'))
  const office = await openOffice()
  try {
    const word = await exported(page, 'Redline, Word', folder)
    const clean = await exported(page, 'Clean text, plain', folder)
    const akn = await exported(page, 'Redline, Akoma Ntoso, marked', folder)
    let n = 0
    const base = canonicalText(readText(readFileSync(file, 'utf8'), { newId: () => `${n++}` }).act)
    const before = linesOf(base.text)
    const after = linesOf(readFileSync(clean, 'utf8'))
    expect(after).not.toEqual(before)
    expect(after.filter((line) => line.startsWith('Статья 45-1'))).toHaveLength(1)

    const marked = openFile({ name: akn, bytes: readFileSync(akn) }, { newId: () => `${n++}` })
    const [both] = marked.ok ? marked.value.acts : []
    const draft = present(both?.draft, 'both texts')
    expect(linesOf(canonicalText(present(both, 'an act').act).text)).toEqual(before)
    expect(linesOf(canonicalText(draft).text)).toEqual(after)

    expect((await office.read(word, 'reject')).flatMap(worded)).toEqual(before)
    expect((await office.read(word, 'accept')).flatMap(worded)).toEqual(after)
    expect(await pandocBlocks(word, 'reject')).toEqual(asPandocSees(before))
    expect(await pandocBlocks(word, 'accept')).toEqual(asPandocSees(after))
  } finally {
    await office.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

async function exported(page: Page, choice: string, folder: string): Promise<string> {
  await page.keyboard.press('Control+KeyE')
  await page.getByText(choice, { exact: true }).click()
  await expect(page.getByRole('radio', { name: choice })).toBeChecked()
  const coming = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: 'Export' }).click()
  const download = await coming
  const target = path.join(folder, download.suggestedFilename())
  await download.saveAs(target)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  return target
}

async function changeKinds(page: Page): Promise<readonly (string | null)[]> {
  return page
    .locator('.card')
    .evaluateAll((cards) => cards.map((card) => card.getAttribute('data-kind')).sort())
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '')
}
