import { createHash } from 'node:crypto'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { comparativeTable } from '#shared/compare/table.ts'
import { aboutAct } from '#shared/export/about.ts'
import { htmlClean, htmlRedline } from '#shared/export/html/html.ts'
import { PAGE_STYLE, PAGE_STYLE_HASH } from '#shared/export/html/style.ts'
import { tableHtml } from '#shared/export/table/html.ts'
import { actIn, art, para, preface } from '#test/builders/act.ts'
import { type RandomRedline, randomRedline } from '#test/builders/random-redline.ts'
import { expectedBlocks, type TextBlock } from '#test/oracles/expected.ts'
import { asPandocSees } from '#test/oracles/pandoc.ts'

const BY = { author: 'Комиссия', date: '2026-11-24T08:00:00Z' }
const SEEDS = [7, 32, 38]

let browser: Browser
/** One page for all: opening a new one takes longer than a test. */
let page: Page

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-quic',
    ],
  })
  page = await (await browser.newContext()).newPage()
})

afterAll(() => browser.close())

describe('a redline as a web page', () => {
  it.each(['light', 'dark'] as const)('X15: has no fault that axe can find, %s', async (scheme) => {
    for (const seed of SEEDS) {
      await opened(redlinePage(randomRedline(seed)), scheme)
      const { violations, passes } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
      expect(passes.length).toBeGreaterThan(10)
    }
  })

  it.each(['light', 'dark'] as const)(
    'T8: a comparative table has no fault that axe can find, %s',
    async (scheme) => {
      for (const language of ['ru', 'kk', 'en'] as const) {
        const { base, draft } = randomRedline(7, language)
        const table = comparativeTable(base, draft)
        await opened(tableHtml(table, aboutAct(draft, BY)), scheme)
        expect(await page.locator('thead').evaluate((head) => getComputedStyle(head).display)).toBe(
          'table-header-group',
        )
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
      }
    },
  )

  it('X16: reads as the draft without what is struck, and as the base without what is underlined', async () => {
    for (let seed = 1; seed <= 60; seed++) {
      const trial = randomRedline(seed)
      await opened(redlinePage(trial), 'light')
      const left = (dropped: string) => page.evaluate(blocksWithout, dropped)
      expect(await left('del'), `draft, seed ${seed}`).toEqual(lines(expectedBlocks(trial.draft)))
      expect(await left('ins'), `base, seed ${seed}`).toEqual(lines(expectedBlocks(trial.base)))
    }
  })

  it.each([
    ['ru', 'вставлено', 'исключено'],
    ['kk', 'қосылды', 'алып тасталды'],
    ['en', 'inserted', 'deleted'],
  ] as const)('X17: says changes in words of the language, %s', (language, inserted, deleted) => {
    const html = redlinePage(randomRedline(32, language))
    expect(html).toContain(`<html lang="${language}">`)
    expect(html).toContain(`<ins><span class="spoken">${inserted}`)
    expect(html).toContain(`<del><span class="spoken">${deleted}`)
  })

  it('X18: links every change to the next, the list to every change, and both places of a move', async () => {
    for (const seed of SEEDS) {
      await opened(redlinePage(randomRedline(seed)), 'light')
      const { targets, ids } = await page.evaluate(() => ({
        targets: [...document.querySelectorAll('a')].map((a) => a.getAttribute('href')?.slice(1)),
        ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
      }))
      expect(new Set(ids).size).toBe(ids.length)
      expect(targets.filter((target) => !ids.includes(target ?? ''))).toEqual([])
      const changes = ids.filter((id) => /^c\d+$/.test(id))
      expect(changes).toEqual(changes.map((_, i) => `c${i + 1}`))
      expect(changes.filter((id) => !targets.includes(id))).toEqual([])
      const moves = ids.filter((id) => /^m\d+-(from|to)$/.test(id))
      expect(moves.filter((id) => !targets.includes(id))).toEqual([])
    }
  })

  it('X19: carries its style alone, by the hash that its policy names, and fetches nothing', async () => {
    const hash = createHash('sha256').update(PAGE_STYLE).digest('base64')
    expect(PAGE_STYLE_HASH).toBe(`sha256-${hash}`)
    const html = redlinePage(randomRedline(7))
    expect(html).not.toMatch(/<script|<link|<img|url\(|style=/)
    await opened(html, 'light')
    const line = await page.evaluate(() => {
      const ins = document.querySelector('ins')
      return ins ? getComputedStyle(ins).textDecorationLine : ''
    })
    expect(line).toBe('underline')
  })
})

describe('an act as a web page', () => {
  it('X20: holds every block of the act in order and no change', async () => {
    const { draft } = randomRedline(12)
    const html = htmlClean(draft, aboutAct(draft, BY))
    expect(html).not.toMatch(/<(ins|del)\b/)
    await opened(html, 'light')
    expect(await page.evaluate(blocksWithout, 'del')).toEqual(lines(expectedBlocks(draft)))
  })

  it('X20: is a page with one title', () => {
    const titled = actIn('en', preface('The Constitution'), art('1', 'Scope', para('1', 'Words.')))
    const html = htmlClean(titled, aboutAct(titled, BY))
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html).toContain('<h1 class="title">The Constitution</h1>')
  })
})

function redlinePage({ redline, draft }: RandomRedline): string {
  const title = 'Конституция & закон'
  return htmlRedline(redline, { ...aboutAct(draft, BY), title })
}

async function opened(html: string, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.setContent(html)
}

/** In the page: the words of its blocks in order, those of the named element left out. */
function blocksWithout(dropped: string): readonly string[] {
  const main = document.querySelector('main')?.cloneNode(true)
  if (!(main instanceof HTMLElement)) return []
  for (const gone of main.querySelectorAll(`${dropped}, .spoken, .step, .move`)) gone.remove()
  for (const br of main.querySelectorAll('br')) br.replaceWith('\n')
  return [...main.querySelectorAll('h1, h2, h3, h4, h5, h6, p, pre')]
    .map((block) => (block.textContent ?? '').replaceAll(/[ \t\n]+/g, ' ').trim())
    .filter((text) => text !== '')
}

function lines(blocks: readonly TextBlock[]): readonly string[] {
  return asPandocSees(blocks).flatMap((block) =>
    typeof block === 'string' ? [block] : block.cells.flatMap(lines),
  )
}
