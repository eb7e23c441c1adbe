import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { createDesk, type Desk } from '#desk/desk.ts'
import { startBrowserHost } from '#server/browser-host.ts'
import { bridgeOver } from '#shared/bridge/client.ts'
import type { Bridge } from '#shared/bridge/contract.ts'
import { CALL_NAMES } from '#shared/bridge/derive.ts'
import { messagePort } from '#shared/bridge/message-port.ts'
import { serveBridge } from '#shared/bridge/serve.ts'
import { webSocketPort } from '#shared/bridge/websocket-port.ts'
import { logIn } from '#test/server/host.ts'
import { CONTRACT_CASES } from './contract-suite.ts'

/** Ways from a window to the desk; the preload's is in test/electron/bridge.spec.ts. */
const TRANSPORTS: Readonly<Record<string, (desk: Desk) => Promise<() => Bridge>>> = {
  direct: async (desk) => () => desk.connect(),
  'a message port': async (desk) => () => {
    const { port1, port2 } = new MessageChannel()
    serveBridge(messagePort(port2), desk.connect())
    const near = messagePort(port1)
    onTestFinished(() => near.close())
    return bridgeOver(near)
  },
  'a WebSocket': async (desk) => {
    const rendererDir = path.join(temporaryFolder(), 'window')
    mkdirSync(rendererDir)
    writeFileSync(path.join(rendererDir, 'index.html'), '')
    const host = await startBrowserHost({ desk, rendererDir, port: 0 })
    onTestFinished(() => host.close())
    const headers = { cookie: await logIn(host) }
    return () => {
      const port = webSocketPort({
        connect: () =>
          new WebSocket(`${host.origin.replace('http:', 'ws:')}/bridge`, {
            headers,
            origin: host.origin,
          }),
        schedule: () => () => {},
      })
      onTestFinished(() => port.close())
      return bridgeOver(port)
    }
  },
}

describe.each(Object.keys(TRANSPORTS))('the contract over %s', (transport) => {
  it.each(CALL_NAMES)('H7: %s', async (call) => {
    const desk = await createDesk({ dir: temporaryFolder(), now: Date.now, newId: randomUUID })
    onTestFinished(() => desk.close())
    const connect = await TRANSPORTS[transport]?.(desk)
    if (!connect) throw new Error(`no transport ${transport}`)
    await CONTRACT_CASES[call]({ bridge: connect(), other: connect() })
  })
})

describe('the contract suite', () => {
  it('H7: has a case for each call and for nothing else', () => {
    expect(Object.keys(CONTRACT_CASES).sort()).toEqual([...CALL_NAMES].sort())
    expect(CALL_NAMES.length).toBeGreaterThan(13)
  })
})

function temporaryFolder(): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'bapta-contract-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}
