import { expect } from '@playwright/test'
import { test } from './app-test.ts'

test('H21: app:// serves the window and its policy', async ({ app }) => {
  const reply = await app.evaluate(async ({ desktop }) => {
    const answer = await desktop.given.app(new Request('app://bapta/'))
    return { status: answer.status, headers: Object.fromEntries(answer.headers) }
  })
  expect(reply).toMatchObject({
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    },
  })
  const policy = reply.headers['content-security-policy']?.split('; ') ?? []
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).toContain("style-src 'self'")
  expect(policy).toContain("connect-src 'self'")
  expect(policy).toContain("require-trusted-types-for 'script'")
  expect(policy.join()).not.toMatch(/unsafe|\*|https?:/)
})

test('H21: app:// serves nothing else', async ({ app }) => {
  const statuses = await app.evaluate(
    ({ desktop }, asked) =>
      Promise.all(
        asked.map(async ([url, method]) => {
          const { status } = await desktop.given.app({ url, method })
          return [url, method, status]
        }),
      ),
    [
      ['app://bapta/../main/index.js', 'GET'],
      ['app://bapta/%2e%2e/main/index.js', 'GET'],
      ['app://bapta/%2e%2e%2fmain%2findex.js', 'GET'],
      ['app://bapta/..%5cmain%5cindex.js', 'GET'],
      ['app://bapta//etc/passwd', 'GET'],
      ['app://bapta/index.html%00.js', 'GET'],
      ['app://bapta/assets', 'GET'],
      ['app://bapta/absent.html', 'GET'],
      ['app://bapta/__proto__', 'GET'],
      ['app://bapta.evil/', 'GET'],
      ['app://evil/', 'GET'],
      ['app://user@bapta/', 'GET'],
      ['app://bapta/', 'POST'],
      ['app://bapta/', 'PUT'],
    ],
  )
  expect(statuses).toEqual([
    ['app://bapta/../main/index.js', 'GET', 404],
    ['app://bapta/%2e%2e/main/index.js', 'GET', 404],
    ['app://bapta/%2e%2e%2fmain%2findex.js', 'GET', 404],
    ['app://bapta/..%5cmain%5cindex.js', 'GET', 404],
    ['app://bapta//etc/passwd', 'GET', 404],
    ['app://bapta/index.html%00.js', 'GET', 404],
    ['app://bapta/assets', 'GET', 404],
    ['app://bapta/absent.html', 'GET', 404],
    ['app://bapta/__proto__', 'GET', 404],
    ['app://bapta.evil/', 'GET', 403],
    ['app://evil/', 'GET', 403],
    ['app://user@bapta/', 'GET', 403],
    ['app://bapta/', 'POST', 405],
    ['app://bapta/', 'PUT', 405],
  ])
})

test('H21: app:// is a standard, secure scheme without further rights', async ({ app }) => {
  expect(await app.evaluate(({ desktop }) => desktop.schemes)).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
})

test('H22: no window opens; only links of the web and of mail open outside', async ({ app }) => {
  const links = [
    'https://adilet.zan.kz/rus/docs/K950001000_',
    'mailto:office@example.org',
    'http://evil.example/',
    'file:///etc/passwd',
    'smb://evil.example/share',
    'javascript:alert(1)',
    'ms-msdt:/id',
    'vscode://file/etc',
    'app://bapta/',
    'https:',
    'nonsense',
  ]
  await app.page.evaluate(
    (urls) => {
      for (const url of urls) window.open(url)
    },
    links.slice(0, 1),
  )
  await expect.poll(() => app.evaluate(({ desktop }) => desktop.openedOutside)).toHaveLength(1)
  const actions = await app.evaluate(({ BrowserWindow }, urls) => {
    const [window] = BrowserWindow.getAllWindows()
    return urls.map((url: string) => window.webContents.windowOpenAnswer(url))
  }, links)
  expect(new Set(actions)).toEqual(new Set(['deny']))
  const [first, ...rest] = await app.evaluate<string[]>(({ desktop }) => desktop.openedOutside)
  expect([first, ...rest]).toEqual([links[0], links[0], links[1]])
})

test('H22: no request of the page leaves', async ({ app }) => {
  const passed = await app.evaluate(
    ({ desktop }, urls) => urls.filter((url: string) => desktop.passes(url)),
    [
      'app://bapta/index.html',
      'blob:app://bapta/1f2e',
      'blob:https://evil.example/1',
      'https://evil.example/',
      'http://127.0.0.1:4460/',
      'ws://evil.example/',
      'file:///etc/passwd',
      'data:text/html,x',
      'app://evil/',
    ],
  )
  expect(passed).toEqual(['app://bapta/index.html', 'blob:app://bapta/1f2e'])
  expect(await app.evaluate(({ desktop }) => desktop.leaked)).toEqual([])
})

test('H24: every permission is refused', async ({ app }) => {
  const names = [
    'clipboard-read',
    'media',
    'geolocation',
    'notifications',
    'midiSysex',
    'pointerLock',
    'fullscreen',
    'openExternal',
    'hid',
    'serial',
    'usb',
    'fileSystem',
    'a permission of tomorrow',
  ]
  const granted = await app.evaluate(
    ({ desktop }, asked) =>
      asked.filter((name: string) => {
        let allowed = false
        desktop.given.permission(null, name, (answer: boolean) => {
          allowed = answer
        })
        const device = desktop.given.devicePermission({ deviceType: name })
        return allowed || device || desktop.given.permissionCheck(null, name)
      }),
    names,
  )
  expect(granted).toEqual([])
})

test('H25: main answers our page in the top frame of our window, and nobody else', async ({
  app,
}) => {
  const brokered = await app.evaluate(({ BrowserWindow, ipcMain }) => {
    const [window] = BrowserWindow.getAllWindows()
    const contents = window.webContents
    const { mainFrame } = contents
    const foreign = { id: 99, mainFrame }
    const senders = {
      ours: { sender: contents, senderFrame: mainFrame },
      'a frame in the page': {
        sender: contents,
        senderFrame: { url: 'app://bapta/', parent: mainFrame },
      },
      'a page of the web': {
        sender: contents,
        senderFrame: { url: 'https://evil.example/', parent: null },
      },
      'a frame that is gone': { sender: contents, senderFrame: null },
      'a window not ours': { sender: foreign, senderFrame: mainFrame },
    }
    return Object.entries(senders).flatMap(([name, event]) => {
      const before = contents.portsGiven()
      ipcMain.emit('bridge:connect', event)
      return contents.portsGiven() > before ? [name] : []
    })
  })
  expect(brokered).toEqual(['ours'])
})

test('H25: main listens to one message only', async ({ app }) => {
  expect(await app.evaluate(({ ipcMain }) => ipcMain.eventNames())).toEqual(['bridge:connect'])
})

test('H26: every renderer is sandboxed', async ({ app }) => {
  expect(await app.evaluate(({ app: own }) => own.sandboxed)).toEqual(['all'])
})
