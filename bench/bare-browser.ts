/**
 * A page of Chromium that tells of nothing unasked. Playwright has its pages report each frame of a socket
 * with all its bytes, and a long act then opens a third of a second later than for its reader.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import connect from 'chrome-remote-interface'

export interface BarePage {
  /** What the expression, or its promise, comes to, as JSON carries it. */
  evaluate(expression: string): Promise<unknown>
  /** Presses and releases the mouse in the middle of the first element that `selector` finds. */
  click(selector: string): Promise<void>
  close(): Promise<void>
}

export interface BarePageOptions {
  /** A folder for the browser's own files. */
  readonly dir: string
  readonly cookies: readonly { readonly name: string; readonly value: string }[]
  readonly url: string
}

export async function openBarePage({ dir, cookies, url }: BarePageOptions): Promise<BarePage> {
  const browser = spawn(
    '/usr/bin/chromium',
    [
      '--headless',
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-quic',
      '--remote-debugging-port=0',
      `--user-data-dir=${path.join(dir, 'browser')}`,
      '--window-size=1440,900',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const client = await connect({ port: await portOf(browser) })
  for (const cookie of cookies) await client.Network.setCookie({ ...cookie, url })
  await client.Page.navigate({ url })
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await client.Runtime.evaluate({
      expression,
      awaitPromise: true,
      returnByValue: true,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? expression)
    return result.value
  }
  return {
    evaluate,
    async click(selector) {
      const box = `document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect()`
      const x = Number(await evaluate(`${box}.x + ${box}.width / 2`))
      const y = Number(await evaluate(`${box}.y + ${box}.height / 2`))
      for (const type of ['mouseMoved', 'mousePressed', 'mouseReleased'] as const)
        await client.Input.dispatchMouseEvent({ type, x, y, button: 'left', clickCount: 1 })
    },
    async close() {
      await client.close()
      const ended = once(browser, 'exit')
      browser.kill()
      await ended
    },
  }
}

/** The port that the browser listens on, which it says on a line of its own. */
async function portOf({ stderr }: ChildProcess): Promise<number> {
  if (!stderr) throw new Error('the browser was started without a pipe')
  for await (const line of createInterface(stderr)) {
    const [, port] = /^DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/u.exec(line) ?? []
    if (port !== undefined) return Number(port)
  }
  throw new Error('the browser ended before it listened')
}
