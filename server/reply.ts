import type { IncomingHttpHeaders } from 'node:http'
import { type PageName, page } from './pages.ts'
import type { Place } from './place.ts'
import type { Session } from './session.ts'
import type { WindowFile } from './window-files.ts'

/** What a host serves, where, and to whom. */
export interface Served {
  readonly files: ReadonlyMap<string, WindowFile>
  readonly place: Place
  readonly session: Session
}

export interface Asked {
  readonly method: string
  /** The target as it stood in the request. */
  readonly target: string
  readonly headers: IncomingHttpHeaders
}

export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Buffer
}

const BRIDGE_PATH = '/bridge'
/** Windows open at one time. */
const MAX_CONNECTIONS = 64

const NEVER_STORED = { 'cache-control': 'no-store' }

/** The answer to a plain request: the window's files, to whoever holds the session. */
export function replyTo(served: Served, { method, target, headers }: Asked): Reply {
  const { place, session, files } = served
  if (!place.isHost(headers.host)) return bare(421)
  if (method !== 'GET' && method !== 'HEAD') return bare(405, { allow: 'GET, HEAD' })
  const url = URL.parse(target, place.origin)
  if (url?.origin !== place.origin) return bare(400)

  const token = url.pathname === '/' ? url.searchParams.get('token') : null
  if (token !== null) {
    const cookie = method === 'GET' ? session.redeem(token) : undefined
    // The clean address follows: the token stays neither in the bar nor in the history.
    if (cookie !== undefined) return bare(303, { location: '/', 'set-cookie': cookie })
    if (session.admits(headers.cookie)) return bare(303, { location: '/' })
    return pageReply(401, 'no-session', headers)
  }
  if (!session.admits(headers.cookie)) return pageReply(401, 'no-session', headers)
  const file = files.get(url.pathname === '/' ? '/index.html' : url.pathname)
  if (file) return fileReply(file, headers)
  // Browsers ask for it of themselves, and print a fault where it is missing.
  if (url.pathname === '/favicon.ico') return bare(204)
  return pageReply(404, 'not-found', headers)
}

/** The status with which a WebSocket is refused; `undefined` if it may join the `open` ones. */
export function refusal(served: Served, asked: Asked, open: number): number | undefined {
  const { place, session } = served
  if (!place.isHost(asked.headers.host)) return 421
  if (asked.target !== BRIDGE_PATH) return 404
  if (!place.isOrigin(asked.headers.origin)) return 403
  if (!session.admits(asked.headers.cookie)) return 401
  return open < MAX_CONNECTIONS ? undefined : 503
}

function bare(status: number, headers: Readonly<Record<string, string>> = {}): Reply {
  const length = status === 204 ? {} : { 'content-length': '0' }
  return { status, headers: { ...NEVER_STORED, ...length, ...headers } }
}

function pageReply(status: number, name: PageName, headers: IncomingHttpHeaders): Reply {
  const body = Buffer.from(page(name, headers['accept-language']))
  return {
    status,
    headers: {
      ...NEVER_STORED,
      'content-type': 'text/html; charset=utf-8',
      'content-length': `${body.byteLength}`,
    },
    body,
  }
}

function fileReply(file: WindowFile, headers: IncomingHttpHeaders): Reply {
  const caching = {
    etag: file.etag,
    'cache-control': file.hashed ? 'private, max-age=31536000, immutable' : 'no-cache',
  }
  if (headers['if-none-match'] === file.etag) return { status: 304, headers: caching }
  return {
    status: 200,
    headers: {
      ...caching,
      'content-type': file.mediaType,
      'content-length': `${file.bytes.byteLength}`,
    },
    body: file.bytes,
  }
}
