/**
 * Speed of the window with an act of 10,000 units: from key to paint with outline, references, changes and
 * problems live, and from the library to the text; beside ProseMirror alone, which shows the same page of
 * law (bench/plain-page.ts: text, schema, attributes, fonts and styles) and has nothing of ours at work.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as passed } from 'node:timers/promises'
import { chromium, type Page } from 'playwright'
import { build } from 'vite'
import { present } from '#shared/base/assert.ts'
import { readText } from '../shared/read/read.ts'
import { type BarePageOptions, openBarePage } from './bare-browser.ts'

const ARTICLES = 1000
const PARAGRAPHS = 9
/** Keys typed in each of the two in turn, so that both meet what else the machine does. */
const KEYS = 30
const TURNS = 6
/** Milliseconds between keys of a quick typist, and of the pause after a phrase, in which panels are worked out, and before a press. */
const BETWEEN_KEYS = 90
const PAUSE = 600
const PHRASE = 15
const OPENINGS = 3
const FIRST_ROW = '[role=row]:nth-child(1) .document-title'

/** Leaves in `opening` a promise of the milliseconds from the next press to the painted text. */
const WATCH_OPENING = `globalThis.opening = new Promise((resolve) => {
  let press
  addEventListener('pointerup', ({ timeStamp }) => (press = timeStamp), { once: true, capture: true })
  const watch = new MutationObserver(() => {
    if (!document.querySelector('.act section')) return
    watch.disconnect()
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - press)))
  })
  watch.observe(document, { childList: true, subtree: true })
}), undefined`

/** Of the files of the plain page. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
}

const root = path.resolve(import.meta.dirname, '..')
const dir = mkdtempSync(path.join(tmpdir(), 'bapta-bench-'))
const text = law()
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--disable-quic'],
})
try {
  const plain = await plainPage()
  const { child, page, opened } = await windowPage()
  const line = 'section[data-kind="paragraph"] > p'
  for (const each of [plain, page]) await watch(each, line)
  for (let turn = 0; turn < TURNS; turn++) for (const each of [plain, page]) await type(each)
  const plainTyped = await typedIn(plain)
  const typed = await typedIn(page)
  child.kill()
  report('plain ProseMirror', plainTyped)
  report('the window', typed)
  const ratio = median(typed.times) / median(plainTyped.times)
  console.log(`ratio of medians ${ratio.toFixed(2)} (at most 1.3)`)
  console.log(
    `from library to text ${opened.map((ms) => ms.toFixed(0)).join(', ')} ms (at most 1500)`,
  )
} finally {
  await browser.close()
  rmSync(dir, { recursive: true, force: true })
}

function law(): string {
  const lines = ['КОНСТИТУЦИЯ']
  for (let article = 1; article <= ARTICLES; article++) {
    lines.push('', `Статья ${article}`, '')
    for (let n = 1; n <= PARAGRAPHS; n++) {
      lines.push(
        `${n}. Порядок ${article}-${n} устанавливается законом в соответствии с пунктом ${n} статьи ${1 + ((article * 7) % ARTICLES)} и иными актами Республики.`,
      )
    }
  }
  return lines.join('\n')
}

async function plainPage(): Promise<Page> {
  await build({
    root,
    logLevel: 'error',
    configFile: false,
    build: {
      outDir: dir,
      emptyOutDir: false,
      target: 'chrome140',
      assetsInlineLimit: 0,
      rollupOptions: {
        input: path.join(root, 'bench/plain-page.ts'),
        output: { entryFileNames: 'page.js', assetFileNames },
      },
    },
  })
  let id = 0
  const profile = { tradition: 'kz', profile: 'constitution', language: 'ru' as const }
  const { act } = readText(text, { newId: () => String(id++), profile })
  const html =
    '<!doctype html><link rel="stylesheet" href="page.css"><body><script type="module" src="page.js"></script>'
  writeFileSync(path.join(dir, 'page.html'), html)
  writeFileSync(path.join(dir, 'act.json'), JSON.stringify(act.toJSON()))
  const server = createServer((request, response) => {
    const name = path.basename(request.url ?? '')
    const type = TYPES[path.extname(name)]
    if (type)
      response.writeHead(200, { 'content-type': type }).end(readFileSync(path.join(dir, name)))
    else response.writeHead(404).end()
  }).listen(0)
  server.unref()
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(`http://127.0.0.1:${port}/page.html`)
  return page
}

/** The styles as one file; each font by its name. */
function assetFileNames({ names }: { readonly names: readonly string[] }): string {
  return names.some((name) => name.endsWith('.css')) ? 'page.css' : '[name][extname]'
}

async function windowPage(): Promise<{
  readonly child: ChildProcess
  readonly page: Page
  readonly opened: readonly number[]
}> {
  const serve = path.join(root, 'test/e2e/serve.ts')
  const child = fork(serve, ['--data', path.join(dir, 'data')], { cwd: root })
  const [started]: { url: string }[] = await once(child, 'message')
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
  await page.goto(present(started, 'the host tells its address').url)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import a text…' }).click()
  const buffer = Buffer.from(text)
  await (await chooser).setFiles({ name: 'law.txt', mimeType: 'text/plain', buffer })
  const keep = page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true })
  await keep.click({ timeout: 120_000 })
  await page.locator('.import').getByRole('button', { name: 'Open' }).waitFor()
  const cookies = await page.context().cookies()
  const opened = await openings({ dir, cookies, url: new URL('/', page.url()).href })
  await page.locator('.import').getByRole('button', { name: 'Open' }).click()
  await page.locator('.act section').first().waitFor()
  return { child, page, opened }
}

/** Milliseconds from the press on the first row of the library to the painted text, each time. */
async function openings(options: BarePageOptions): Promise<readonly number[]> {
  const bare = await openBarePage(options)
  const opened: number[] = []
  for (let round = 0; round < OPENINGS; round++) {
    await bare.evaluate(until(`document.querySelector('${FIRST_ROW}')`))
    await passed(PAUSE)
    await bare.evaluate(WATCH_OPENING)
    await bare.click(FIRST_ROW)
    opened.push(Number(await bare.evaluate('opening')))
    await bare.evaluate('history.back()')
  }
  await bare.close()
  return opened
}

/** A promise, as the page has it, that ends once `condition` holds there. */
function until(condition: string): string {
  return `new Promise((resolve) => {
    const look = () => (${condition} ? resolve() : setTimeout(look, 50))
    look()
  })`
}

interface Typed {
  /** Milliseconds from each key to the frame that shows it. */
  readonly times: readonly number[]
  /** Milliseconds of each task of the page's thread over 50 ms, the first key's too. */
  readonly longTasks: readonly number[]
}

/** Puts the caret in the middle of the act, and notes from now on what keys cost. */
async function watch(page: Page, line: string): Promise<void> {
  await page.bringToFront()
  const middle = page.locator(line).nth((ARTICLES * PARAGRAPHS) / 2)
  await middle.scrollIntoViewIfNeeded()
  await middle.click()
  await page.waitForTimeout(3000)
  await page.evaluate(() => {
    const times: number[] = []
    const longTasks: number[] = []
    Object.assign(window, { times, longTasks })
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longTasks.push(duration)
    }).observe({ type: 'longtask' })
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - timeStamp)))
      },
      { capture: true },
    )
  })
}

async function type(page: Page): Promise<void> {
  await page.bringToFront()
  await page.waitForTimeout(PAUSE)
  for (let key = 1; key <= KEYS; key++) {
    await page.keyboard.press('KeyA')
    await page.waitForTimeout(key % PHRASE === 0 ? PAUSE : BETWEEN_KEYS)
  }
}

async function typedIn(page: Page): Promise<Typed> {
  const measured = async (name: 'times' | 'longTasks') => {
    const found: unknown = await page.evaluate((key) => Reflect.get(window, key), name)
    return Array.isArray(found) ? found.map(Number) : []
  }
  return { times: await measured('times'), longTasks: await measured('longTasks') }
}

function report(what: string, { times, longTasks }: Typed): void {
  console.log(
    `${what}: ${times.length} keys, median ${median(times).toFixed(1)} ms (at most 17), p95 ${quantile(times, 0.95).toFixed(1)} ms (at most 33), worst ${Math.max(...times).toFixed(1)} ms`,
  )
  const blocked = longTasks.reduce((sum, ms) => sum + ms, 0)
  console.log(
    `${what}: ${longTasks.length} tasks over 50 ms while typing, ${blocked.toFixed(0)} ms together`,
  )
}

function median(times: readonly number[]): number {
  return quantile(times, 0.5)
}

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
