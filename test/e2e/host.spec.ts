import { expect } from '@playwright/test'
import { test } from './host.ts'

test('H19: the printed address opens the window, once, and hides its token', async ({
  page,
  host,
  browser,
}) => {
  expect(page.url()).toBe(`${host.origin}/`)
  await expect(page).toHaveTitle(/Bapta/)
  const stranger = await browser.newPage()
  const reply = await stranger.goto(host.url)
  expect(reply?.status()).toBe(401)
  await stranger.close()
})

test('H19: the policy lets the window reach its own bridge and no other', async ({
  page,
  allowedFaults,
}) => {
  allowedFaults.push(/Content Security Policy/)
  const reached = await page.evaluate(async () => {
    const own = new WebSocket(`ws://${window.location.host}/bridge`)
    const opened = await new Promise((resolve) => {
      own.addEventListener('open', () => resolve(true))
      own.addEventListener('error', () => resolve(false))
    })
    own.close()
    const blocked = new Promise((resolve) =>
      document.addEventListener('securitypolicyviolation', (event) =>
        resolve(event.effectiveDirective),
      ),
    )
    new WebSocket('ws://127.0.0.1:9/bridge')
    return { opened, blocked: await blocked }
  })
  expect(reached).toEqual({ opened: true, blocked: 'connect-src' })
})

test('H19: after the host was killed and started, the new address logs the page in again', async ({
  page,
  host,
  allowedFaults,
}) => {
  allowedFaults.push(/WebSocket|ERR_CONNECTION_|401/)
  // The window stands whole: a font cut off amid its answer is a fault of another name.
  await page.waitForLoadState('networkidle')
  await host.kill()
  await host.start()
  expect((await page.reload())?.status()).toBe(401)
  await page.goto(host.url)
  await expect(page).toHaveTitle(/Bapta/)
})
