import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { bridgeOver } from '#shared/bridge/client.ts'
import type { BridgeEvent } from '#shared/bridge/contract.ts'
import { webSocketPort } from '#shared/bridge/websocket-port.ts'
import { encodeMessage } from '#shared/bridge/wire.ts'
import { memoryDesk } from '#test/bridge/memory-desk.ts'
import { logIn, testHost } from './host.ts'

describe('the bridge of the browser host', () => {
  it('H16: opens to the page it served', async () => {
    const { host, cookie } = await open()
    const bridge = bridgeOver(
      webSocketPort({
        connect: () => new WebSocket(at(host.origin), { headers: { cookie }, origin: host.origin }),
        schedule: () => () => {},
      }),
    )
    const heard: BridgeEvent[] = []
    bridge.subscribe((event) => heard.push(event))
    const wanted = {
      language: 'kk',
      theme: 'dark',
      person: { id: 'p', name: 'Дана' },
      pdf: 'a-2a',
    } as const
    expect(await bridge.writeSettings(wanted)).toEqual({ ok: true, value: undefined })
    expect(await bridge.readSettings()).toEqual({ ok: true, value: wanted })
    expect(heard).toEqual([{ kind: 'library' }])
  })

  it.each([
    ['http://evil.example', 403],
    ['null', 403],
    ['http://127.0.0.1', 403],
    ['https://127.0.0.1:PORT', 403],
    ['http://127.0.0.1:PORT/', 403],
    ['http://127.0.0.1:PORT.evil.example', 403],
    [undefined, 403],
  ])('H16: refuses the Origin %s', async (origin, status) => {
    const { host, cookie } = await open()
    const named = origin?.replace('PORT', new URL(host.origin).port)
    const headers = { cookie, ...(named && { origin: named }) }
    expect(await opened(at(host.origin), headers)).toBe(status)
  })

  it('H16: refuses whoever has no session', async () => {
    const { host } = await open()
    expect(await opened(at(host.origin), { origin: host.origin })).toBe(401)
    expect(await opened(at(host.origin), { origin: host.origin, cookie: 'a=b' })).toBe(401)
  })

  it('H16: refuses a foreign Host and any other path', async () => {
    const { host, cookie } = await open()
    const headers = { cookie, origin: host.origin }
    expect(await opened(at(host.origin), { ...headers, host: 'evil.example' })).toBe(421)
    expect(await opened(`${at(host.origin)}/x`, headers)).toBe(404)
    expect(await opened(`${at(host.origin)}?token=x`, headers)).toBe(404)
  })

  it.each([
    ['text', 'hello', 1003],
    ['bytes that are no message', Uint8Array.of(1, 2, 3), 1007],
    ['a message and more', Uint8Array.of(...encodeMessage({ id: 1 }), 0), 1007],
    ['nothing', new Uint8Array(), 1007],
    ['a nest deeper than any stack', new Uint8Array(400_000).fill(117), 1007],
  ])('H17: ends a connection that sends %s', async (_, frame, code) => {
    const { desk, socket } = await connected()
    socket.send(frame)
    expect(await closeCode(socket)).toBe(code)
    await expect.poll(() => desk.open()).toBe(0)
  })

  it('H17: ends a connection whose frame is larger than any message of the contract', async () => {
    const { socket } = await connected()
    socket.send(new Uint8Array(201_000_001))
    expect(await closeCode(socket)).toBe(1009)
  })

  it('H17: opens no more windows than it can serve', async () => {
    const { host, cookie } = await open()
    const headers = { cookie, origin: host.origin }
    const all = await Promise.all(
      Array.from({ length: 64 }, () => opened(at(host.origin), headers)),
    )
    expect(all.filter((status) => status === 101)).toHaveLength(64)
    expect(await opened(at(host.origin), headers)).toBe(503)
  })

  it.each([
    ['the page closes', (socket: WebSocket) => socket.close()],
    ['the page is gone without a word', (socket: WebSocket) => socket.terminate()],
  ])('H18: leaves the desk when %s', async (_, leave) => {
    const { desk, socket } = await connected()
    expect(desk.open()).toBe(1)
    leave(socket)
    await expect.poll(() => desk.open()).toBe(0)
  })

  it('H18: leaves the desk when the host ends', async () => {
    const { desk, host } = await connected()
    await host.close()
    await expect.poll(() => desk.open()).toBe(0)
  })
})

async function open() {
  const desk = memoryDesk()
  const host = await testHost({ desk })
  return { desk, host, cookie: await logIn(host) }
}

async function connected() {
  const { desk, host, cookie } = await open()
  const socket = new WebSocket(at(host.origin), { headers: { cookie }, origin: host.origin })
  socket.on('error', () => {})
  await new Promise((resolve) => socket.once('open', resolve))
  return { desk, host, socket }
}

function at(origin: string): string {
  return `${origin.replace('http:', 'ws:')}/bridge`
}

/** 101 if a WebSocket opens, else the status with which it was refused; it stays open. */
function opened(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url, { headers })
    socket.on('error', () => {})
    socket.once('open', () => resolve(101))
    socket.once('unexpected-response', (_, response) => resolve(response.statusCode ?? 0))
  })
}

function closeCode(socket: WebSocket): Promise<number> {
  return new Promise((resolve) => socket.once('close', resolve))
}
