import path from 'node:path'
import { expect } from '@playwright/test'
import { graveFaults } from './access.ts'
import { test } from './host.ts'
import { goTo, importText, openSample } from './window.ts'

const corpora = path.resolve(import.meta.dirname, '../../../shared/corpora/kz/constitution')
const russian = path.join(corpora, 'ru/edition_2023-01-01_adilet-clean.txt')
const kazakh = path.join(corpora, 'kk/akorda_2022-09-17.txt')

test('U18: the first start shows samples and what Bapta does', async ({ page }) => {
  await expect(page.getByRole('heading', { level: 2 })).toContainText('See exactly what changes')
  await expect(page.locator('.welcome del')).toBeVisible()
  expect(await page.getByRole('row').count()).toBeGreaterThan(2)
  await page.getByRole('button', { name: 'Open the sample constitution' }).click()
  await expect(page.getByRole('textbox', { name: /./ }).last()).toBeVisible()
})

test('U1: words typed are saved, stand after a reload and show as a change', async ({ page }) => {
  await importText(page, russian)
  const line = page.locator('section[data-kind="paragraph"] > p').first()
  await line.click()
  await page.keyboard.press('End')
  await page.keyboard.type(' Новые слова.')
  await expect(page.locator('.status-save')).toContainText('Saved on this computer')
  await expect(page.locator('.card')).toContainText('Новые слова.')
  await page.reload()
  await expect(page.locator('.act')).toContainText('Новые слова.')
  await expect(page.locator('.card')).toContainText('Новые слова.')
})

test('U209: lines of the outline hold no pictures', async ({ page }) => {
  await importText(page, russian)
  await expect(page.locator('.outline-chevron').first()).toBeAttached()
  await expect(page.locator('.outline-tree').getByRole('button').first()).toBeAttached()
  await expect(page.locator('.outline-tree svg')).toHaveCount(0)
})

test('U206: a line of the outline tells new words to eye and ear while the tree stands', async ({
  page,
}) => {
  await importText(page, russian)
  await goTo(page, '1 1')
  const row = page.locator('.outline-line[data-selected]')
  await expect(row).toHaveAttribute('aria-label', /^Статья 1 /)
  await row.locator('.outline-chevron').click()
  await goTo(page, '1 1')
  await expect(row).toHaveAttribute('aria-label', /^1\. (?!Ныне)/)
  await page.keyboard.press('Home')
  await page.keyboard.type('Ныне ')
  await expect(row.locator('.outline-words')).toHaveText(/^Ныне /)
  await expect(row.locator('.outline-mark')).toBeAttached()
  await expect(row).toHaveAttribute('aria-label', /^1\. Ныне .*\(changed\)$/)
  await row.focus()
  await expect(row).toHaveAttribute('aria-label', /^1\. Ныне .*\(changed\)$/)
})

test('U210: a text is on the page before its panels, at the place where it stays', async ({
  page,
}) => {
  await page.getByRole('row').nth(1).waitFor()
  await page.evaluate(() => {
    const look = () => {
      const left = document.querySelector('.act section')?.getBoundingClientRect().left
      return { left, tabs: document.querySelectorAll('[role="tab"]').length }
    }
    const watch = new MutationObserver(() => {
      if (!document.querySelector('.act section')) return
      watch.disconnect()
      Object.assign(window, { look, first: look() })
    })
    watch.observe(document, { childList: true, subtree: true })
  })
  await page.getByRole('row').nth(1).locator('.document-title').click()
  await expect(page.getByRole('tab').first()).toBeVisible()
  await expect(page.locator('.outline-line').first()).toBeVisible()
  const [first, now] = await page.evaluate(() => {
    const seen: unknown = Reflect.get(window, 'look')
    return [Reflect.get(window, 'first'), typeof seen === 'function' ? seen() : undefined]
  })
  expect(first.tabs).toBe(0)
  expect(now.tabs).toBeGreaterThan(0)
  expect(now.left).toBe(first.left)
})

test('U255: a narrow window gives the text the place of a panel, and takes it back', async ({
  page,
}) => {
  await openSample(page)
  const outline = page.locator('.panel.outline')
  const side = page.locator('.panel.side')
  const width = async () => (await page.locator('.act').boundingBox())?.width ?? 0
  await expect(outline).toBeVisible()
  await page.setViewportSize({ width: 800, height: 600 })
  await expect(outline).toHaveCount(0)
  await expect(side).toBeVisible()
  expect(await width()).toBeGreaterThan(400)
  await page.getByRole('button', { name: 'Outline' }).click()
  await expect(outline).toBeVisible()
  await expect(side).toHaveCount(0)
  await page.setViewportSize({ width: 1024, height: 768 })
  await expect(outline).toBeVisible()
  await expect(side).toBeVisible()
})

test('U171: the library is asked for references when the text is on the page', async ({ page }) => {
  await page.getByRole('row').nth(1).waitFor()
  await page.evaluate(() => {
    const before: boolean[] = []
    Object.assign(window, { before })
    const send = WebSocket.prototype.send
    WebSocket.prototype.send = function (data) {
      const words = data instanceof Uint8Array ? new TextDecoder().decode(data) : ''
      const isShown = document.querySelector('.act section') !== null
      if (words.includes('referencesFrom')) before.push(isShown)
      send.call(this, data)
    }
  })
  await page.getByRole('row').nth(1).locator('.document-title').click()
  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'before'))).toEqual([true])
})

test('U207: the first key after a press in the text leaves the outline as it is', async ({
  page,
}) => {
  await importText(page, russian)
  const grip = page.locator('.outline-grip').first()
  await expect(grip).toBeAttached()
  // They are counted when all else is worked out.
  await expect(page.locator('.status')).toContainText(/\d words/)
  const line = page.locator('section[data-kind="paragraph"] > p').first()
  await line.click()
  await expect(grip).toHaveAccessibleDescription(/Press Enter/)
  await page.evaluate(() => {
    const tree = document.querySelector('.outline-tree')
    const seen = new MutationObserver((changes) => {
      if (tree instanceof HTMLElement) tree.dataset['drawn'] = String(changes.length)
      seen.disconnect()
    })
    // What the rows say of dragging; their words come a while later.
    if (tree) seen.observe(tree, { subtree: true, attributeFilter: ['aria-describedby'] })
  })
  await page.keyboard.type('ъъъ')
  await expect(line).toContainText('ъъъ')
  await expect(page.locator('.outline-tree')).not.toHaveAttribute('data-drawn')
})

test('U13: inserting, moving and removing are edits that undo takes back', async ({ page }) => {
  await importText(page, russian)
  await goTo(page, '44 3')
  await expect(page.locator('.unit-place')).toContainText('Статья 44')
  const before = await page.locator('.act').textContent()
  await page.keyboard.press('Control+Shift+KeyA')
  await expect(page.locator('section[data-num^="Статья 44-1"]')).toHaveCount(1)
  await expect(page.locator('.card[data-kind="inserted"]')).toHaveCount(1)
  await page.keyboard.press('Control+KeyZ')
  await expect(page.locator('section[data-num^="Статья 44-1"]')).toHaveCount(0)
  await expect(page.locator('.card')).toHaveCount(0)
  expect(await page.locator('.act').textContent()).toBe(before)
})

test('U19: the redline marks new and deleted words, and a revert takes both away', async ({
  page,
}) => {
  await importText(page, russian)
  await goTo(page, '44 1')
  await page.keyboard.press('Home')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await page.keyboard.type('Лидер')
  await expect(page.locator('.card')).toHaveCount(1)
  await page.keyboard.press('Control+Shift+KeyR')
  await expect(page.locator('.act ins')).toContainText('Лидер')
  await expect(page.locator('.act del')).not.toBeEmpty()
  await page
    .locator('.card')
    .getByRole('button', { name: /^Revert/ })
    .click()
  await expect(page.locator('.card')).toHaveCount(0)
  await expect(page.locator('.act ins')).toHaveCount(0)
})

test('U14: a reference in the text shows what it cites, leads there, and Back returns', async ({
  page,
}) => {
  await importText(page, russian)
  const reference = page.locator('.act .reference[data-status="valid"]').first()
  await reference.click()
  const place = page.locator('.unit-place')
  await expect(place).not.toBeEmpty()
  const from = await place.textContent()
  await page.getByRole('tab', { name: 'References' }).click()
  await expect(page.locator('.reference-row[data-status="valid"]').first()).toBeVisible()
  await reference.hover()
  await expect(page.locator('.reference-card')).toBeVisible()
  await reference.click({ modifiers: ['Control'] })
  await expect(place).not.toHaveText(from ?? '')
  await page.keyboard.press('Control+Alt+ArrowLeft')
  await expect(place).toHaveText(from ?? '')
})

test('U10: find goes from place to place, and Escape leads back into the text', async ({
  page,
}) => {
  await importText(page, russian)
  await page.keyboard.press('Control+KeyF')
  await page.keyboard.type('Президент Республики')
  await expect(page.locator('.find-count')).toHaveText(/^1 of \d+$/)
  await expect(page.locator('.found-current')).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.locator('.find-count')).toHaveText(/^2 of \d+$/)
  await expect(page.locator('.card')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.locator('.find-count')).toHaveCount(0)
  await expect(page.locator('.act')).toBeFocused()
})

test('U256: replace puts other words in one place or in all, and undo takes all back at once', async ({
  page,
}) => {
  await importText(page, russian)
  const count = page.locator('.find-count')
  const inText = async (words: RegExp) =>
    ((await page.locator('.act').textContent()) ?? '').match(words)?.length ?? 0
  const before = await inText(/президент/giu)
  const heads = await inText(/глава/giu)
  await page.keyboard.press('Control+KeyH')
  await page.keyboard.type('президент')
  await expect(count).toHaveText(`1 of ${before}`)
  await page.keyboard.press('Tab')
  await page.getByRole('textbox', { name: 'Replace with' }).fill('глава')
  await page.keyboard.press('Enter')
  await expect(count).toHaveText(new RegExp(`of ${before - 1}$`))
  expect(await inText(/глава/giu)).toBe(heads + 1)
  await page.getByRole('button', { name: 'Replace all' }).click()
  await expect(count).toHaveText('Not found')
  await expect(page.getByText(`Replaced: ${before - 1}.`)).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+KeyZ')
  await expect.poll(() => inText(/президент/giu)).toBeGreaterThanOrEqual(before - 1)
})

test('U2: what is typed while the host is away is kept, and saved when it is back', async ({
  page,
  allowedFaults,
}) => {
  allowedFaults.push(/WebSocket/)
  const line: { away: boolean; cut: () => Promise<void> } = { away: false, cut: async () => {} }
  await page.routeWebSocket(/bridge/, async (socket) => {
    if (line.away) {
      await socket.close()
      return
    }
    socket.connectToServer()
    line.cut = () => socket.close()
  })
  await page.reload()
  await importText(page, russian)
  await goTo(page, '1 1')
  line.away = true
  await line.cut()
  await page.keyboard.type('Слова без связи. ')
  await expect(page.locator('.status-lost')).toBeVisible()
  await expect(page.locator('.status-save')).toContainText('Not saved, kept in memory')
  line.away = false
  await expect(page.locator('.status-lost')).toHaveCount(0)
  await expect(page.locator('.status-save')).toContainText('Saved on this computer')
  await page.reload()
  await expect(page.locator('.act')).toContainText('Слова без связи.')
})

test('U20: the language of the window changes while it runs', async ({ page }) => {
  await importText(page, kazakh)
  await page.getByRole('button', { name: 'View' }).click()
  await page.getByRole('menuitemradio', { name: 'Қазақша' }).click()
  await expect(page.getByRole('button', { name: 'Көрініс' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'kk')
})

test('U220: what was read is told in the language of the window', async ({ page }) => {
  await page.locator('.library-head .icon-button').click()
  await page.getByText('Қазақша', { exact: true }).last().click()
  await page.keyboard.press('Escape')
  const words = '<p>1-бап. Заң</p><p>Мәтін.</p><p style="display:none">Ескі мәтін</p>'
  const files = [
    { name: 'заң.html', mimeType: 'text/html', buffer: Buffer.from(words) },
    { name: 'бос.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
  ]
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Мәтінді импорттау…' }).first().click()
  await (await chooser).setFiles(files)
  await expect(page.locator('.import-failure')).toHaveText('«бос.txt» файлы бос.')
  await page.getByRole('button', { name: 'Қарау…' }).first().click()
  await expect(page.getByRole('dialog')).toContainText('«Ескі мәтін» сөздері бетте жасырылған')
})

test('U225: in each language what the library and the list of shortcuts say is there to be read', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1100, height: 700 })
  /** Pixels that a box cannot show of what is in it, from left to right. */
  const hidden = (selector: string) =>
    page.locator(selector).evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
  for (const language of ['English', 'Русский', 'Қазақша']) {
    await page.locator('.library-head .icon-button').click()
    await page.getByText(language, { exact: true }).last().click()
    await page.keyboard.press('Escape')
    expect(await hidden('.library'), language).toBe(0)
    expect(await hidden('.library-head'), language).toBe(0)
    expect(await hidden('.search input'), language).toBe(0)
    await page.locator('.document-title').first().dblclick()
    await expect(page.locator('.act section').first()).toBeVisible()
    await page.keyboard.press('F1')
    expect(await hidden('.shortcuts'), language).toBe(0)
    await page.keyboard.press('Escape')
    await page.locator('.home').click()
  }
})

for (const theme of ['light', 'dark'] as const) {
  test(`U21: axe finds nothing serious anywhere in the ${theme} window`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme })
    expect(await graveFaults(page)).toEqual([])
    await openSample(page)
    await goTo(page, '5 1')
    await page.keyboard.type('New words. ')
    await expect(page.locator('.card')).toHaveCount(1)
    await page.keyboard.press('Control+Shift+KeyR')
    await expect(page.locator('.act ins')).toHaveCount(1)
    expect(await graveFaults(page)).toEqual([])
    for (const name of ['References', 'Problems']) {
      await page.getByRole('tab', { name }).click()
      expect(await graveFaults(page, { without: '.act' }), name).toEqual([])
    }
    for (const chord of ['Control+KeyK', 'Control+KeyE', 'Control+KeyG', 'F1', 'Control+Comma']) {
      await page.keyboard.press(chord)
      await expect(page.getByRole('dialog')).toBeVisible()
      expect(await graveFaults(page, { without: '.act' }), chord).toEqual([])
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
  })
}
