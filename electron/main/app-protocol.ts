import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { protocol, type Session } from 'electron'
import { contentPolicy, guardHeaders, MEDIA_TYPES } from '#shared/bridge/content-policy.ts'

/** Where the window comes from: an origin of its own, never `file:`. */
export const APP_ORIGIN = 'app://bapta'

/** Has to run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built window in `dir`, and nothing else, as `app://bapta/…`. */
export function serveWindow(session: Session, dir: string): void {
  const names = new Set(
    readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((name) =>
      name.replaceAll(path.sep, '/'),
    ),
  )
  session.protocol.handle('app', (request) => reply(dir, names, request))
}

/** Whether `url` is of the window's own origin; `app://bapta.evil` and `app:bapta` are not. */
export function isOwn(url: string): boolean {
  const parsed = URL.parse(url)
  return (
    parsed !== null &&
    parsed.protocol === 'app:' &&
    parsed.host === 'bapta' &&
    parsed.username === '' &&
    parsed.password === ''
  )
}

const GUARDS = guardHeaders(contentPolicy({ connect: [] }))

async function reply(
  dir: string,
  names: ReadonlySet<string>,
  { url, method }: Request,
): Promise<Response> {
  if (method !== 'GET' && method !== 'HEAD') return refuse(405)
  if (!isOwn(url)) return refuse(403)
  const asked = new URL(url).pathname.slice(1)
  const name = asked === '' ? 'index.html' : asked
  const mediaType = MEDIA_TYPES[path.posix.extname(name)]
  if (!names.has(name) || mediaType === undefined) return refuse(404)
  const bytes = await readFile(path.join(dir, name))
  return new Response(method === 'HEAD' ? null : bytes, {
    headers: { ...GUARDS, 'content-type': mediaType, 'cache-control': 'no-cache' },
  })
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: GUARDS })
}
