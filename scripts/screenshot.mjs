import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { root } from './node.mjs'
import { setUpWindow } from './setup.mjs'

const node = setUpWindow()
// Only now are the packages sure to be there.
const { chromium } = await import('playwright')

const target = path.join(root, 'docs/screenshots/redline.png')
const data = mkdtempSync(path.join(tmpdir(), 'bapta-screenshot-'))
const host = spawn(node, [path.join(root, 'cli/main.ts'), 'serve', '--port', '0', '--data', data], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
const url = await new Promise((resolve) =>
  host.stdout.once('data', (line) => resolve(String(line).trim())),
)
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--no-first-run'],
})
try {
  await draw(await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' }))
} finally {
  await browser.close()
  host.kill('SIGTERM')
  await new Promise((resolve) => host.once('exit', resolve))
  rmSync(data, { recursive: true, force: true })
}

/** The sample constitution with words changed, a paragraph moved and an article inserted, as a redline. */
async function draw(page) {
  await page.goto(url)
  await page.getByRole('button', { name: 'Open the sample constitution' }).click()
  await page.locator('.act section').first().waitFor()
  await page.getByRole('button', { name: 'Tell your name' }).click()
  await page.getByRole('textbox', { name: 'Your name' }).fill('Dana Omarova')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await goTo(page, '8 1')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await page.keyboard.type('Everyone is ')
  await goTo(page, '9 1')
  await page.keyboard.press('End')
  await page.keyboard.type(' No law may provide otherwise.')
  await goTo(page, '10 2')
  await page.keyboard.press('Control+Shift+KeyA')
  await page.keyboard.type('Everyone may know the law that is applied to them.')
  await goTo(page, '9 2')
  await page.keyboard.press('Alt+ArrowUp')
  await goTo(page, '10 1')
  await page.keyboard.press('Control+Shift+KeyR')
  await page.locator('.act ins').first().waitFor()
  await page.locator('.card').nth(3).waitFor()
  // What is counted when the drafter pauses has the new article too.
  await page.getByText('130 units').waitFor()
  await page.mouse.move(700, 20)
  await page.screenshot({ path: target })
}

async function goTo(page, numbers) {
  await page.keyboard.press('Control+KeyG')
  await page.keyboard.type(numbers)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}
