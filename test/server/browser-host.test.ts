import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { startBrowserHost } from '#server/browser-host.ts'
import { memoryDesk } from '#test/bridge/memory-desk.ts'
import { ask, logIn, testHost, windowFolder } from './host.ts'

describe('the session', () => {
  it('H10: gives the cookie to whoever brings the printed token, and hides the token', async () => {
    const host = await testHost()
    const { pathname, search } = new URL(host.url)
    const { status, headers } = await ask(host.origin, pathname + search)
    expect(status).toBe(303)
    expect(headers.location).toBe('/')
    const [cookie = ''] = headers['set-cookie'] ?? []
    expect(cookie).toMatch(/^bapta-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)
    expect(cookie).not.toContain(new URL(host.url).searchParams.get('token'))
    const home = await ask(host.origin, '/', { headers: { cookie: cookie.split(';')[0] ?? '' } })
    expect(home).toMatchObject({ status: 200, body: expect.stringContaining('Window') })
  })

  it('H10: takes the token once', async () => {
    const host = await testHost()
    const { pathname, search } = new URL(host.url)
    const cookie = await logIn(host)
    const again = await ask(host.origin, pathname + search)
    expect(again.status).toBe(401)
    expect(again.headers['set-cookie']).toBeUndefined()
    const own = await ask(host.origin, pathname + search, { headers: { cookie } })
    expect(own).toMatchObject({ status: 303, headers: { location: '/' } })
  })

  it('H10: keeps the token when only its address is probed', async () => {
    const host = await testHost()
    const { pathname, search } = new URL(host.url)
    expect((await ask(host.origin, pathname + search, { method: 'HEAD' })).status).toBe(401)
    expect(await logIn(host)).not.toBe('')
  })

  it.each([
    '/',
    '/index.html',
    '/assets/main-1a2b.js',
    '/?token=',
    '/?token=wrong',
    '/?token=%00',
    `/?token=${'A'.repeat(43)}`,
    '/index.html?token=x',
  ])('H10: shows %s to nobody without the session, and says what to do', async (target) => {
    const host = await testHost()
    const { status, headers, body } = await ask(host.origin, target)
    expect(status).toBe(401)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(body).toContain('start it again')
  })

  it.each([
    'bapta-1=x',
    '',
    'bapta-PORT=',
    'bapta-PORT=wrong',
    'xbapta-PORT=SECRET',
    'bapta-PORT=SECRETx',
  ])('H10: does not admit the cookie %j', async (form) => {
    const host = await testHost()
    const secret = (await logIn(host)).split('=')[1] ?? ''
    const cookie = form.replace('PORT', new URL(host.origin).port).replace('SECRET', secret)
    expect((await ask(host.origin, '/', { headers: { cookie } })).status).toBe(401)
  })

  it('H10: finds its cookie among others', async () => {
    const host = await testHost()
    const cookie = `a=1; ${await logIn(host)}; bapta-1=x`
    expect((await ask(host.origin, '/', { headers: { cookie } })).status).toBe(200)
  })

  it.each([
    ['ru-RU,ru;q=0.9,en;q=0.8', 'откройте новый адрес'],
    ['kk', 'жаңа мекенжайды'],
    ['fr,en', 'open the new address'],
  ])('H10: says what to do in the language of %s', async (accepted, words) => {
    const host = await testHost()
    const { body } = await ask(host.origin, '/', { headers: { 'accept-language': accepted } })
    expect(body).toContain(words)
  })
})

describe('who asks', () => {
  it.each([
    'evil.example',
    'evil.example:PORT',
    '127.0.0.1',
    '127.0.0.1:1',
    '127.0.0.1.evil.example:PORT',
    'localhost.evil.example:PORT',
    '0.0.0.0:PORT',
    '127.0.0.1:PORT@evil.example',
    '127.0.0.1:PORT.',
  ])('H11: refuses the Host %s (DNS rebinding)', async (form) => {
    const host = await testHost()
    const cookie = await logIn(host)
    const headers = { cookie, host: form.replace('PORT', new URL(host.origin).port) }
    const { status, body } = await ask(host.origin, '/', { headers })
    expect({ status, body }).toEqual({ status: 421, body: '' })
  })

  it.each(['127.0.0.1:PORT', 'localhost:PORT', 'LOCALHOST:PORT', '[::1]:PORT'])(
    'H11: answers to %s',
    async (form) => {
      const host = await testHost()
      const cookie = await logIn(host)
      const headers = { cookie, host: form.replace('PORT', new URL(host.origin).port) }
      expect((await ask(host.origin, '/', { headers })).status).toBe(200)
    },
  )

  it('H11: refuses a request that names no host', async () => {
    const host = await testHost()
    expect(await rawStatus(host.origin, 'GET / HTTP/1.0\r\n\r\n')).toBe('421')
  })

  it('H11: listens on this computer only', async () => {
    const options = { desk: memoryDesk(), rendererDir: windowFolder(), port: 0 }
    const wide = { ...options, host: '0.0.0.0' } as unknown as typeof options
    await expect(startBrowserHost(wide)).rejects.toThrow('listens on this computer only')
  })
})

describe('what is served', () => {
  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '//secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/.%00./secret.txt',
    '/index.html%00.txt',
    '/index.html/',
    '/assets',
    '/assets/',
    '/assets/main-1a2b.js.map',
    '/__proto__',
    '/constructor',
    '/bridge',
    '/etc/passwd',
    '/%ff',
  ])('H12: has no file at %s', async (target) => {
    const host = await testHost()
    const cookie = await logIn(host)
    const { status, body } = await ask(host.origin, target, { headers: { cookie } })
    expect([400, 404]).toContain(status)
    expect(body).not.toContain('secret')
  })

  it('H12: has no picture for the tab, and no fault for asking', async () => {
    const host = await testHost()
    const cookie = await logIn(host)
    const { status } = await ask(host.origin, '/favicon.ico', { headers: { cookie } })
    expect(status).toBe(204)
  })

  it.each(['http://evil.example/', 'http://evil.example/index.html', '*', 'http://'])(
    'H12: does not answer for the target %s',
    async (target) => {
      const host = await testHost()
      const request = `GET ${target} HTTP/1.1\r\nHost: ${new URL(host.origin).host}\r\nCookie: ${await logIn(host)}\r\nConnection: close\r\n\r\n`
      expect(['400', '404']).toContain(await rawStatus(host.origin, request))
    },
  )

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])(
    'H12: refuses %s',
    async (method) => {
      const host = await testHost()
      const headers = { cookie: await logIn(host), origin: host.origin }
      const reply = await ask(host.origin, '/', { method, headers })
      expect(reply).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
    },
  )

  it.each([
    ['/', 'text/html; charset=utf-8', 'no-cache'],
    [
      '/assets/main-1a2b.js',
      'text/javascript; charset=utf-8',
      'private, max-age=31536000, immutable',
    ],
    ['/assets/text-3c4d.woff2', 'font/woff2', 'private, max-age=31536000, immutable'],
  ])('H13: serves %s as %s, kept %s', async (target, type, caching) => {
    const host = await testHost()
    const cookie = await logIn(host)
    const { status, headers } = await ask(host.origin, target, { headers: { cookie } })
    expect(status).toBe(200)
    expect(headers).toMatchObject({ 'content-type': type, 'cache-control': caching })
    const again = await ask(host.origin, target, {
      headers: { cookie, 'if-none-match': headers.etag ?? '' },
    })
    expect(again).toMatchObject({ status: 304, body: '' })
    const head = await ask(host.origin, target, { method: 'HEAD', headers: { cookie } })
    expect(head).toMatchObject({
      status: 200,
      body: '',
      headers: { 'content-length': headers['content-length'] },
    })
  })

  it.each([
    ['/', 'GET', {}],
    ['/', 'POST', {}],
    ['/absent', 'GET', {}],
    ['/', 'GET', { host: 'evil.example' }],
  ])('H14: guards the answer to %s %s %j with its policy', async (target, method, headers) => {
    const host = await testHost()
    const cookie = await logIn(host)
    const reply = await ask(host.origin, target, { method, headers: { cookie, ...headers } })
    expect(reply.headers).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    const policy = `${reply.headers['content-security-policy']}`.split('; ')
    expect(policy).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self'",
      "font-src 'self'",
      "worker-src 'self'",
      `connect-src 'self' ${host.origin.replace('http', 'ws')}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "object-src 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types ProseMirrorClipboard',
    ])
  })
})

describe('the port', () => {
  it('H15: says which port is taken and what to do', async () => {
    const first = await testHost()
    const port = Number(new URL(first.origin).port)
    const second = startBrowserHost({ desk: memoryDesk(), rendererDir: windowFolder(), port })
    await expect(second).rejects.toThrow(`Port ${port} is in use by another program: name another`)
  })

  it('H15: takes the next free port when none was asked for', async () => {
    const options = { desk: memoryDesk(), rendererDir: windowFolder() }
    const hosts = [await startBrowserHost(options), await startBrowserHost(options)]
    const [first = 0, second = 0] = hosts.map(({ origin }) => Number(new URL(origin).port))
    await Promise.all(hosts.map((host) => host.close()))
    expect(first).toBeGreaterThanOrEqual(4460)
    expect(second).toBeGreaterThan(first)
  })

  it('H15: says that the window is not built', async () => {
    const options = { desk: memoryDesk(), rendererDir: `${windowFolder()}/assets`, port: 0 }
    await expect(startBrowserHost(options)).rejects.toThrow('run npm run build')
  })
})

/** The status of the answer to bytes that no client library would send. */
function rawStatus(origin: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes))
    socket.once('data', (data) => {
      resolve(data.toString().split(' ')[1] ?? '')
      socket.destroy()
    })
    socket.once('error', reject)
  })
}
