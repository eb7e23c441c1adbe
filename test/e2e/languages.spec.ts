import { expect, type Page } from '@playwright/test'
import { kk } from '../../renderer/messages/kk.ts'
import { ru } from '../../renderer/messages/ru.ts'
import { test } from './host.ts'

const WINDOWS = [
  { name: 'Русский', act: 'КОНСТИТУЦИЯ РЕСПУБЛИКИ АРАТАУ', words: ru },
  { name: 'Қазақша', act: 'АРАТАУ РЕСПУБЛИКАСЫНЫҢ КОНСТИТУЦИЯСЫ', words: kk },
] as const

for (const { name, act, words } of WINDOWS) {
  test(`U195 U196: the window speaks one language, and its panels are in two rows: ${name}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1100, height: 700 })
    await page.getByRole('button', { name: 'Settings', exact: true }).click()
    await page.getByText(name, { exact: true }).last().click()
    // What was told to ears before the change is forgotten some seconds later.
    await expect.poll(() => foreign(page), { timeout: 15_000, message: 'settings' }).toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words['library.title'])
    expect(await foreign(page), 'library').toEqual([])
    await page.locator('.document-title', { hasText: act }).dblclick()
    await expect(page.locator('.act section').first()).toBeVisible()
    const tabs = page.locator('.tab-list')
    const [row, list] = await Promise.all([
      tabs.locator('.tab').first().boundingBox(),
      tabs.boundingBox(),
    ])
    expect(list?.height).toBeLessThanOrEqual(2 * (row?.height ?? 0))
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click()
      await expect(tab).toHaveAttribute('aria-selected', 'true')
      expect(await foreign(page), (await tab.textContent()) ?? '').toEqual([])
    }
    for (const chord of [
      'Control+KeyK',
      'Control+KeyE',
      'Control+KeyG',
      'Control+Shift+KeyL',
      'F1',
    ]) {
      await page.keyboard.press(chord)
      await expect(page.getByRole('dialog')).toBeVisible()
      expect(await foreign(page), chord).toEqual([])
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
  })
}

for (const [locale, words] of [
  ['ru-RU', ru],
  ['kk-KZ', kk],
] as const) {
  test.describe(locale, () => {
    test.use({ locale })
    test(`U20: a library that nobody set speaks the language of the machine: ${locale}`, async ({
      page,
    }) => {
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words['library.title'])
      await page.getByRole('button', { name: words['settings.title'], exact: true }).click()
      await page.getByText('English', { exact: true }).last().click()
      await page.keyboard.press('Escape')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Library')
      await page.reload()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Library')
    })
  })
}

/** What is English in the window, for eyes or ears; titles of acts, formats and keys are names. */
async function foreign(page: Page): Promise<readonly string[]> {
  const said = await page.evaluate(saidInWindow)
  expect(said.length).toBeGreaterThan(10)
  return said.filter((text) => /[a-z]{2}/iu.test(text.replaceAll(NAMES, '')))
}

const NAMES =
  /\b(?:Bapta|Word|PDF(?:\/(?:UA-1|A-2a))?|CSV|XML|OASIS|Akoma Ntoso|Ctrl|Shift|Alt|Enter|Tab|Backspace|Delete|F\d+|[IVX]+)\b|\.(?:bapta|zip|txt|docx)\b|\bEnglish\b/gu

function saidInWindow(): readonly string[] {
  const found: string[] = []
  const attributes = ['aria-label', 'title', 'placeholder', 'aria-roledescription', 'alt']
  for (const element of document.body.querySelectorAll('*')) {
    const isLaw = element.closest('script, style, .act, [role=row][data-key]:has(.document-title)')
    if (isLaw) continue
    for (const name of attributes) found.push(element.getAttribute(name) ?? '')
    for (const child of element.childNodes)
      if (child.nodeType === Node.TEXT_NODE) found.push(child.textContent ?? '')
  }
  return [...new Set(found.map((text) => text.trim()).filter((text) => text !== ''))]
}
