import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { decodeMessage, encodeMessage } from '#shared/bridge/wire.ts'
import { invitationLink } from '#shared/sync/invitation.ts'
import { startNode } from '../sync-server/node.ts'
import { accessFaults } from './access.ts'
import { openSignposts, shareOn } from './commenting.ts'
import { test } from './host.ts'
import { wireTo } from './network.ts'
import { secondDesk } from './second-desk.ts'
import { goTo, importText } from './window.ts'

const LAW = `Law on Signposts

Article 1. Signposts

1. A signpost must be seen from thirty paces.

2. Its words are those of the map.

Article 2. Paint

1. Paint is renewed each spring.
`

const server = (page: Page) => page.locator('.status-server')
const share = (page: Page) => server(page).click()

/** Types at the end of the unit that the numbers lead to. */
async function type(page: Page, numbers: string, words: string): Promise<void> {
  await goTo(page, numbers)
  await page.keyboard.press('End')
  await page.keyboard.type(words)
}

test('U110, U111, U112, U113, U231, U250: two people share a draft, one goes offline and comes back, and is removed', async ({
  page,
  host,
  browser,
}) => {
  const node = await startNode()
  const wire = await wireTo(Number(new URL(node.server.address).port))
  const owner = await node.invitations.invite({
    name: 'Aida',
    role: 'owner',
    document: '*',
    days: 1,
  })
  const file = path.join(host.dir, 'signposts.txt')
  writeFileSync(file, LAW)
  await importText(page, file)
  await expect(server(page)).toHaveText('Not shared')

  await share(page)
  const dialog = page.getByRole('dialog', { name: 'Share' })
  await dialog.getByText('On a server', { exact: true }).click()
  const field = dialog.getByRole('textbox', { name: 'Invitation link' })
  await field.fill('not a link')
  await dialog.getByRole('button', { name: 'Share', exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText('This is no invitation')
  await field.fill(invitationLink({ address: node.server.address, token: owner.token }))
  await dialog.getByRole('button', { name: 'Share', exact: true }).click()
  await dialog.getByRole('textbox', { name: 'Name of the person invited' }).fill('Dana')
  await dialog.getByRole('button', { name: 'Make an invitation' }).click()
  const link = await dialog.getByRole('textbox', { name: /^Link for Dana/ }).inputValue()
  await expect(dialog.getByRole('list').getByText('Dana')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(server(page)).toHaveText('Safe on the server')

  const dana = await secondDesk(browser)
  await dana.page.getByRole('button', { name: 'Join a shared draft…' }).click()
  const joining = dana.page.getByRole('dialog', { name: 'Join a shared draft' })
  const address = `http://127.0.0.1:${wire.port}`
  const through = link.replace(node.server.address, address)
  await joining.getByRole('textbox', { name: 'Invitation link' }).fill(through)
  await joining.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(dana.page.locator('.act')).toContainText('thirty paces')
  await expect(server(dana.page)).toHaveText('Safe on the server')

  await type(page, '1 1', ' By day.')
  await expect(dana.page.locator('.act')).toContainText('thirty paces. By day.')
  await type(dana.page, '2 1', ' In green.')
  await expect(page.locator('.act')).toContainText('each spring. In green.')
  await expect(page.locator('.present-name')).toHaveText('Dana')
  await expect(page.getByRole('img', { name: 'Here: Dana' })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Others in this draft' })).toHaveText('Dana')
  await expect(server(dana.page)).toHaveText('Safe on the server')

  wire.cut()
  await expect(server(dana.page)).toHaveText('Not on the server: it cannot be reached')
  await expect(page.locator('.present-name')).toHaveCount(0)
  await type(dana.page, '1 2', ' And of the road.')
  await type(page, '1 1', ' And by night.')
  await expect(server(page)).toHaveText('Safe on the server')
  await expect(dana.page.locator('.status-save')).toHaveText('Saved on this computer')
  await expect(page.locator('.act')).not.toContainText('And of the road')
  // It tries by itself too, and the button goes once that succeeds: it is taken hold of before.
  const tryNow = await dana.page.getByRole('button', { name: 'Try now' }).elementHandle()
  wire.mend()
  await tryNow?.evaluate((button: HTMLElement) => button.click())
  await expect(page.locator('.act')).toContainText('of the map. And of the road.')
  await expect(dana.page.locator('.act')).toContainText('By day. And by night.')
  await expect(server(dana.page)).toHaveText('Safe on the server')
  // The other's caret bears a name that is no text of the act.
  const words = (text: string | null) => text?.replace('Dana', '').replace('Aida', '')
  expect(words(await dana.page.locator('.act').textContent())).toBe(
    words(await page.locator('.act').textContent()),
  )

  await share(page)
  await page.getByRole('button', { name: 'Remove Dana' }).click()
  const asked = page.getByRole('alertdialog', { name: 'Remove Dana?' })
  await expect(asked).toContainText('Dana is sent away at once')
  await expect(asked.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(asked).toHaveCount(0)
  await page.getByRole('button', { name: 'Remove Dana' }).click()
  await asked.getByRole('button', { name: 'Remove Dana' }).click()
  await expect(asked).toHaveCount(0)
  await expect(dialog).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(server(dana.page)).toContainText('Removed from the draft')
  await expect(dana.page.getByRole('alert')).toContainText('You were removed from this draft')
  await type(dana.page, '2 1', ' And in white.')
  await expect(dana.page.locator('.status-save')).toHaveText('Saved on this computer')
  await dana.page.reload()
  await expect(dana.page.locator('.act')).toContainText('In green. And in white.')
  await expect(page.locator('.act')).not.toContainText('And in white')
  await server(dana.page).click()
  await dana.page.getByRole('button', { name: 'Keep it as a draft of my own' }).click()
  await expect(dana.page.getByRole('dialog')).toHaveCount(0)
  await expect(server(dana.page)).toHaveText('Not shared')
  await expect(dana.page.getByRole('alert')).toHaveCount(0)

  await dana.leave()
  wire.close()
  await page.close()
  await node.stop()
})

test('U114: two windows of one desk see each other in the text', async ({ page, host }) => {
  const file = path.join(host.dir, 'signposts.txt')
  writeFileSync(file, LAW)
  await importText(page, file)
  const other = await page.context().newPage()
  await other.goto(page.url())
  await expect(other.locator('.act')).toContainText('thirty paces')
  await goTo(other, '1 2')
  await expect(page.locator('.present-name')).toHaveText('your other window')
  await other.close()
  await expect(page.locator('.present-name')).toHaveCount(0)
})

test.describe('a window that its host left', () => {
  test.use({ allowedFaults: [/WebSocket connection to/] })

  test('U112: shows nobody where they were', async ({ page, host }) => {
    await openSignposts(page, host)
    const other = await page.context().newPage()
    await other.goto(page.url())
    await expect(page.locator('.present-name')).toHaveText('your other window')
    await host.stop()
    await expect(page.locator('.status-lost')).toBeVisible()
    await expect(page.locator('.present-name')).toHaveCount(0)
    await expect(page.locator('.people-here')).toHaveCount(0)
  })

  test('U232: has room in Russian for how safe the words are, and cuts no other', async ({
    page,
    host,
  }) => {
    await page.setViewportSize({ width: 1100, height: 700 })
    await page.getByRole('button', { name: 'Settings', exact: true }).click()
    await page.getByText('Русский', { exact: true }).last().click()
    await page.keyboard.press('Escape')
    await page.locator('.document-title').first().dblclick()
    await expect(page.locator('.act section').first()).toBeVisible()
    await host.stop()
    await expect(page.locator('.status-lost')).toBeVisible()
    const [bar, ...shown] = await page
      .locator('.status, .status > :is(span, button)')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right))
    for (const right of shown) expect(right).toBeLessThanOrEqual(bar ?? 0)
  })
})

test('U111: a window that cannot read how its draft is shared says that, and offers no sharing', async ({
  page,
  host,
}) => {
  await openSignposts(page, host)
  await answersOfShare(page, (answer, send) =>
    send({ ...answer, reply: { ok: true, value: { state: 'half' } } }),
  )
  await page.reload()
  await expect(server(page)).toHaveText('Whether it is shared is not known')
  await share(page)
  const dialog = page.getByRole('dialog', { name: 'Share' })
  await expect(dialog).toContainText('Load the window anew')
  await expect(dialog.getByRole('radio')).toHaveCount(0)
})

test('U252: a draft takes no key before its host told as whom one signs in it', async ({
  page,
  host,
}) => {
  await openSignposts(page, host)
  let tell = () => {}
  const isAsked = new Promise<void>((resolve) => {
    void answersOfShare(page, (answer, send) => {
      tell = () => send(answer)
      resolve()
    })
  })
  await page.reload()
  await isAsked
  await expect(page.getByRole('status')).toHaveText('Opening…')
  await expect(page.locator('.act')).toHaveCount(0)
  tell()
  await expect(page.locator('.act')).toContainText('thirty paces')
})

test('U250: sharing ends on this computer once it is seen what stays and what others keep', async ({
  page,
  host,
}) => {
  const node = await startNode()
  await openSignposts(page, host)
  await shareOn(node, page)
  await share(page)
  const leave = page.getByRole('button', { name: 'Stop sharing on this computer' })
  await leave.click()
  const asked = page.getByRole('alertdialog', { name: 'Stop sharing on this computer?' })
  await expect(asked).toContainText('The draft stays in this library')
  await expect(asked).toContainText('Nobody else loses access')
  await expect(asked).toContainText('You can come back')
  expect(await accessFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(asked).toHaveCount(0)
  await expect(leave).toBeFocused()
  await expect(server(page)).toHaveText('Safe on the server')
  await page.keyboard.press('Enter')
  await expect(asked.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.locator('.dialog')).toHaveCount(0)
  await expect(server(page)).toHaveText('Not shared')
  await expect(page.locator('.act')).toContainText('thirty paces')
  await page.close()
  await node.stop()
})

type Answer = Readonly<Record<string, unknown>>

/** Takes what the host answers to `shareOf`; the window hears what is sent in its stead. */
async function answersOfShare(
  page: Page,
  take: (answer: Answer, send: (answer: Answer) => void) => void,
): Promise<void> {
  await page.routeWebSocket(/\/bridge$/, (window) => {
    const host = window.connectToServer()
    const asked = new Set<unknown>()
    window.onMessage((message) => {
      const { id, call } = read(message)
      if (call === 'shareOf') asked.add(id)
      host.send(message)
    })
    host.onMessage((message) => {
      const said = read(message)
      if (!asked.has(said['id'])) window.send(message)
      else take(said, (answer) => window.send(Buffer.from(encodeMessage(answer))))
    })
  })
}

function read(message: string | Buffer): Record<string, unknown> {
  const decoded = decodeMessage(new Uint8Array(Buffer.from(message)))
  return decoded.ok && typeof decoded.value === 'object' ? { ...decoded.value } : {}
}
