import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type BrowserContext, chromium, type Page, type Route } from 'playwright'
import { given, passes } from './session.ts'
import type { WebContents } from './web-contents.ts'

/** Chromium has no scheme of ours, so `app://bapta` is this origin there; nothing of it leaves. */
const STAND_IN_ORIGIN = 'https://bapta.app'

export function toChromium(url: string): string {
  return url.replace(/^(blob:)?app:\/\/bapta(?=\/|$)/, `$1${STAND_IN_ORIGIN}`)
}

export function toApp(url: string): string {
  return url.replace(/^(blob:)?https:\/\/bapta\.app(?=\/|$)/, '$1app://bapta')
}

export const pages = new Map<Page, WebContents>()
/** Requests that the app would have let out. */
export const leaked: string[] = []

const profile = mkdtempSync(path.join(tmpdir(), 'bapta-stand-in-'))
let context: BrowserContext | undefined

export async function openChromium(): Promise<BrowserContext> {
  if (context) return context
  context = await chromium.launchPersistentContext(profile, {
    executablePath: '/usr/bin/chromium',
    viewport: null,
    args: [
      '--no-sandbox',
      '--remote-debugging-port=0',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-quic',
    ],
  })
  await context.route('**/*', handleRoute)
  context.on('page', async (page) => {
    if (await page.opener()) await page.close()
  })
  await context.exposeBinding('__standInSay', ({ page, frame }, message: unknown) => {
    pages
      .get(page)
      ?.handleSaid(message, { url: toApp(frame.url()), top: frame === page.mainFrame() })
  })
  return context
}

export async function closeChromium(): Promise<void> {
  await context?.close()
  // Helpers of Chromium may write a last time.
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
}

/** Where another Playwright may join in. */
export function debuggingPort(): string {
  return readFileSync(path.join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0] ?? ''
}

async function handleRoute(route: Route): Promise<void> {
  const request = route.request()
  const url = toApp(request.url())
  const page = pageOf(route)
  const contents = page && pages.get(page)
  if (contents && request.isNavigationRequest()) {
    const top = request.frame() === page.mainFrame()
    if (!contents.mayNavigate(url, { top })) return route.abort('aborted')
  }
  if (!passes(url)) return route.abort('blockedbyclient')
  if (!url.startsWith('app:') || !given.app) {
    leaked.push(url)
    return route.abort('blockedbyclient')
  }
  const reply = await given.app(new Request(url, { method: request.method() }))
  await route.fulfill({
    status: reply.status,
    headers: Object.fromEntries(reply.headers),
    body: Buffer.from(await reply.arrayBuffer()),
  })
}

/** A worker's request belongs to no frame. */
function pageOf(route: Route): Page | undefined {
  try {
    return route.request().frame().page()
  } catch {
    return undefined
  }
}
