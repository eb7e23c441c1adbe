import { describe, expect, it } from 'vitest'
import { ok, type Result } from '#shared/base/result.ts'
import type { Bridge, BridgeEvent } from '#shared/bridge/contract.ts'
import { deriveBridge, listeners } from '#shared/bridge/derive.ts'
import { serveBridge } from '#shared/bridge/serve.ts'
import { portPair } from './port-pair.ts'

describe('the far end of the bridge', () => {
  it.each(['toString', '__proto__', 'constructor', 'subscribe', 'close', '', 'listdocuments'])(
    'H3: answers the call %j that the contract lacks with a problem',
    async (call) => {
      const { reply, calls } = await replyTo(call, undefined)
      expect(reply).toMatchObject({ ok: false, problem: { code: 'bridge/unknown-call' } })
      expect(calls).toEqual([])
    },
  )

  it.each([
    ['renameDocument', 'a title missing', { document: 'd' }],
    ['renameDocument', 'something more', { document: 'd', title: 't', extra: 1 }],
    ['renameDocument', 'a number for a document', { document: 1, title: 't' }],
    ['renameDocument', 'a title too long', { document: 'd', title: 'x'.repeat(2001) }],
    ['renameDocument', 'nothing', null],
    ['renameDocument', 'a list', []],
    ['listDocuments', 'something', {}],
    ['saveUpdate', 'a list of numbers for bytes', { document: 'd', update: [1, 2] }],
    ['saveUpdate', 'too many bytes', { document: 'd', update: new Uint8Array(50_000_001) }],
    ['saveUpdate', 'a bare buffer', { document: 'd', update: new ArrayBuffer(1) }],
    ['importFile', 'a name too long', { name: 'x'.repeat(501), bytes: new Uint8Array() }],
    ['exportDocument', 'a format unknown', { document: 'd', form: 'redline', format: 'exe' }],
    [
      'writeSettings',
      'a language unknown',
      { language: 'la', theme: 'system', person: { id: 'p', name: '' }, pdf: 'ua-1' },
    ],
  ])('H3: refuses to carry %s with %s', async (call, _, input) => {
    const { reply, calls } = await replyTo(call, input)
    expect(reply).toMatchObject({ ok: false, problem: { code: 'bridge/invalid-input' } })
    expect(calls).toEqual([])
  })

  it('H3: names what was wrong with an input, but never repeats it', async () => {
    const { reply } = await replyTo('renameDocument', { document: 'd', title: 5, secret: 'hush' })
    expect(JSON.stringify(reply)).toContain('title')
    expect(JSON.stringify(reply)).not.toContain('hush')
  })

  it('H3: answers a fault as a problem without the workings of the host', async () => {
    const { reply, reports } = await replyTo('readSettings', undefined, () => {
      throw new TypeError('secret at /home/drafter/desk.ts:1')
    })
    expect(reply).toEqual({
      ok: false,
      problem: { code: 'bridge/fault', severity: 'error', message: expect.any(String) },
    })
    expect(JSON.stringify(reply)).not.toContain('drafter')
    expect(reports).toEqual([['readSettings', expect.any(TypeError)]])
  })

  it('H3: lets no answer out that breaks the contract', async () => {
    const answer = { language: 'en', theme: 'system', password: 'hush' }
    const { reply, reports } = await replyTo('readSettings', undefined, async () => ok(answer))
    expect(reply).toMatchObject({ ok: false, problem: { code: 'bridge/fault' } })
    expect(reports).toHaveLength(1)
  })

  it('H3: carries a problem of the desk without what hangs on it', async () => {
    const problem = { code: 'desk/absent', severity: 'error', message: 'It is gone.', unit: 'u' }
    const { reply } = await replyTo('readSettings', undefined, async () => ({
      ok: false,
      problem: { ...problem, stack: 'at desk.ts:1', cause: new Error('inner') },
    }))
    expect(reply).toEqual({ ok: false, problem })
  })

  it.each([undefined, null, 5, 'x', {}, { id: 'x', call: 'readSettings' }, { id: 1 }, { id: 1.5 }])(
    'H3: ignores %j, which is no request',
    async (message) => {
      const [near, far] = portPair()
      const reports: unknown[] = []
      serveBridge(far, fake([]).bridge, (where) => reports.push(where))
      near.send(message)
      expect(reports).toEqual(['request'])
      expect(far.sent).toEqual([])
    },
  )

  it('H3: begins requests in the order in which they came', async () => {
    const [near, far] = portPair()
    const calls: string[] = []
    serveBridge(far, fake(calls).bridge)
    near.send({ id: 1, call: 'readSettings', input: undefined })
    near.send({ id: 2, call: 'libraryHealth', input: undefined })
    near.send({ id: 3, call: 'listDocuments', input: undefined })
    expect(calls).toEqual(['readSettings', 'libraryHealth', 'listDocuments'])
  })

  it('H3: carries events that fit the contract, until the port closes', () => {
    const [, far] = portPair()
    const { bridge, emit, listening } = fake([])
    const reports: string[] = []
    serveBridge(far, bridge, (where) => reports.push(where))
    emit({ kind: 'library' })
    emit({ kind: 'nonsense' } as unknown as BridgeEvent)
    expect(far.sent).toEqual([{ event: { kind: 'library' } }])
    expect(reports).toEqual(['event'])
    far.enter('closed')
    expect(listening()).toBe(0)
  })
})

type Answer = () => Promise<unknown>

/** The reply to one request, from a desk that answers it with `answer`. */
async function replyTo(call: string, input: unknown, answer?: Answer) {
  const [near, far] = portPair()
  const calls: string[] = []
  const reports: unknown[] = []
  const replied = new Promise<unknown>((resolve) => near.onMessage(resolve))
  serveBridge(far, fake(calls, answer).bridge, (where, fault) => reports.push([where, fault]))
  near.send({ id: 1, call, input })
  const { id, reply } = (await replied) as { id: number; reply: Result<unknown> }
  expect(id).toBe(1)
  return { reply, calls, reports }
}

function fake(calls: string[], answer: Answer = async () => ok(undefined)) {
  const { subscribe, emit } = listeners()
  let open = 0
  const counted: Bridge['subscribe'] = (listener) => {
    const stop = subscribe(listener)
    open++
    return () => {
      open--
      stop()
    }
  }
  const bridge = deriveBridge((call) => {
    calls.push(call)
    // What a desk with a bug might give.
    return answer() as Promise<never>
  }, counted)
  return { bridge, emit, listening: () => open }
}
