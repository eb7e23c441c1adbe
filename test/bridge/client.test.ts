import { describe, expect, it } from 'vitest'
import { bridgeOver } from '#shared/bridge/client.ts'
import type { BridgeEvent } from '#shared/bridge/contract.ts'
import { CALL_NAMES } from '#shared/bridge/derive.ts'
import { portPair } from './port-pair.ts'

const settings = {
  language: 'en',
  theme: 'system',
  person: { id: 'p', name: '' },
  pdf: 'ua-1',
} as const

describe('the near end of the bridge', () => {
  it('H2: has a function for each call of the contract, and subscribe', () => {
    const [near] = portPair()
    expect(Object.keys(bridgeOver(near))).toEqual([...CALL_NAMES, 'subscribe'])
  })

  it('H4: gives each caller its own answer, in whatever order they come', async () => {
    const [near, far] = portPair()
    const bridge = bridgeOver(near)
    const [first, second] = [bridge.readSettings(), bridge.listDocuments()]
    far.send({ id: 2, reply: { ok: true, value: [] } })
    far.send({ id: 1, reply: { ok: true, value: settings } })
    expect(await Promise.all([first, second])).toEqual([
      { ok: true, value: settings },
      { ok: true, value: [] },
    ])
  })

  it('H4: ignores answers that nobody waits for, and noise', async () => {
    const [near, far] = portPair()
    const bridge = bridgeOver(near)
    const answer = bridge.readSettings()
    const noise = [
      { id: 9, reply: { ok: true, value: settings } },
      { id: 1 },
      { id: '1', reply: { ok: true, value: settings } },
      { id: 1, reply: { ok: false } },
      { event: { kind: 'unheard-of' } },
      undefined,
      null,
      'text',
      [],
    ]
    for (const message of noise) far.send(message)
    far.send({ id: 1, reply: { ok: true, value: settings } })
    far.send({ id: 1, reply: { ok: true, value: { ...settings, theme: 'dark' } } })
    expect(await answer).toEqual({ ok: true, value: settings })
  })

  it('H4: ends an answer that breaks the contract as a problem', async () => {
    const [near, far] = portPair()
    const answer = bridgeOver(near).readSettings()
    far.send({ id: 1, reply: { ok: true, value: { language: 'la' } } })
    expect(await answer).toMatchObject({ ok: false, problem: { code: 'bridge/invalid-output' } })
  })

  it('H5: holds calls until the port first opens', async () => {
    const [near, far] = portPair({ state: 'connecting' })
    const bridge = bridgeOver(near)
    far.enter('open')
    const answer = bridge.readSettings()
    expect(near.sent).toEqual([])
    near.enter('open')
    expect(near.sent).toEqual([{ id: 1, call: 'readSettings', input: undefined }])
    far.send({ id: 1, reply: { ok: true, value: settings } })
    expect(await answer).toEqual({ ok: true, value: settings })
  })

  it.each([
    ['lost', 'bridge/lost'],
    ['closed', 'bridge/closed'],
  ] as const)(
    'H5: ends what waits when the port is %s, and sends it never again',
    async (state, code) => {
      const [near] = portPair()
      const bridge = bridgeOver(near)
      const waiting = bridge.readSettings()
      near.enter(state)
      expect(await waiting).toMatchObject({ ok: false, problem: { code } })
      expect(await bridge.listDocuments()).toMatchObject({ ok: false, problem: { code } })
      near.enter('open')
      expect(near.sent).toEqual([{ id: 1, call: 'readSettings', input: undefined }])
    },
  )

  it('H5: tells its listeners of the connection', () => {
    const [near] = portPair({ state: 'connecting' })
    const bridge = bridgeOver(near)
    const heard: BridgeEvent[] = []
    const stop = bridge.subscribe((event) => heard.push(event))
    for (const state of ['open', 'lost', 'lost', 'open', 'closed'] as const) near.enter(state)
    expect(heard.map((event) => (event.kind === 'connection' ? event.state : ''))).toEqual([
      'lost',
      'restored',
      'closed',
    ])
    stop()
  })

  it('H5: hears nothing more after it stopped listening', () => {
    const [near, far] = portPair()
    const bridge = bridgeOver(near)
    const heard: BridgeEvent[] = []
    const listener = (event: BridgeEvent) => heard.push(event)
    const stopOne = bridge.subscribe(listener)
    const stopTwo = bridge.subscribe(listener)
    far.send({ event: { kind: 'library' } })
    stopOne()
    far.send({ event: { kind: 'library' } })
    stopTwo()
    far.send({ event: { kind: 'library' } })
    expect(heard).toHaveLength(3)
  })
})
