import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import {
  type BrowserHost,
  type BrowserHostOptions,
  startBrowserHost,
} from '#server/browser-host.ts'
import { memoryDesk } from '#test/bridge/memory-desk.ts'

/** A host on a free port over a small window of its own; it ends with the test. */
export async function testHost(options: Partial<BrowserHostOptions> = {}): Promise<BrowserHost> {
  const host = await startBrowserHost({
    desk: memoryDesk(),
    rendererDir: windowFolder(),
    port: 0,
    report: () => {},
    ...options,
  })
  onTestFinished(() => host.close())
  return host
}

/** A folder with a window of three files and, beside it, a secret that no request may reach. */
export function windowFolder(): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'bapta-host-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  const window = path.join(dir, 'window')
  mkdirSync(path.join(window, 'assets'), { recursive: true })
  writeFileSync(path.join(dir, 'secret.txt'), 'secret')
  writeFileSync(path.join(window, 'index.html'), '<!doctype html><title>Window</title>')
  writeFileSync(path.join(window, 'assets/main-1a2b.js'), 'export {}')
  writeFileSync(path.join(window, 'assets/text-3c4d.woff2'), 'font')
  writeFileSync(path.join(window, 'assets/main-1a2b.js.map'), '{}')
  return window
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** One raw request: the target is sent as written, without the tidying of a URL parser. */
export function ask(
  origin: string,
  target: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const sent = request(
      { hostname, port, path: target, method, headers, agent: false },
      (reply) => {
        const chunks: Buffer[] = []
        reply.on('data', (chunk: Buffer) => chunks.push(chunk))
        reply.on('end', () =>
          resolve({
            status: reply.statusCode ?? 0,
            headers: reply.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        )
      },
    )
    sent.on('error', reject)
    sent.end()
  })
}

/** The `Cookie` header that the host's own address gives. */
export async function logIn(host: BrowserHost): Promise<string> {
  const { pathname, search } = new URL(host.url)
  const { headers } = await ask(host.origin, pathname + search)
  return headers['set-cookie']?.[0]?.split(';')[0] ?? ''
}
