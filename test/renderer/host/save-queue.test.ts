import { describe, expect, it } from 'vitest'
import type { Result } from '#shared/base/result.ts'
import { fail, ok } from '#shared/base/result.ts'
import { createSaveQueue, leastSafe } from '../../../renderer/host/save-queue.ts'

describe('save queue', () => {
  it('U149: of two queues the less safe one tells how safe all is', async () => {
    const host = fakeHost()
    const [text, comments] = [createSaveQueue(host), createSaveQueue(fakeHost())]
    const told = () => leastSafe(comments.state.get(), text.state.get()).kind
    expect(told()).toBe('saved')
    text.push(words('a'))
    expect(told()).toBe('edited')
    host.wait()
    expect(told()).toBe('saving')
    comments.push(words('b'))
    expect(told()).toBe('edited')
    await host.answer(fail({ code: 'x', severity: 'error', message: 'The disk is full.' }))
    expect(told()).toBe('failed')
  })

  it('U1: says saved only after the host has answered', async () => {
    const host = fakeHost()
    const queue = createSaveQueue(host)
    queue.push(words('a'))
    expect(queue.state.get().kind).toBe('edited')
    host.wait()
    expect(queue.state.get().kind).toBe('saving')
    expect(queue.hasUnsaved()).toBe(true)
    await host.answer(ok({}))
    expect(queue.state.get().kind).toBe('saved')
    expect(queue.hasUnsaved()).toBe(false)
  })

  it('U1: sends one save at a time and what came meanwhile as one', async () => {
    const host = fakeHost()
    const queue = createSaveQueue(host)
    for (const word of ['a', 'b']) queue.push(words(word))
    host.wait()
    for (const word of ['c', 'd']) queue.push(words(word))
    expect(host.sent).toEqual(['ab'])
    await host.answer(ok({}))
    expect(host.sent).toEqual(['ab', 'cd'])
    await host.answer(ok({}))
    expect(queue.state.get().kind).toBe('saved')
  })

  it('U2: keeps what the host refused, and sends it again before what came later', async () => {
    const host = fakeHost()
    const queue = createSaveQueue(host)
    queue.push(words('a'))
    host.wait()
    await host.answer(fail({ code: 'bridge/lost', severity: 'error', message: 'Lost.' }))
    queue.push(words('b'))
    expect(queue.state.get()).toMatchObject({ kind: 'failed', problem: { code: 'bridge/lost' } })
    expect(queue.hasUnsaved()).toBe(true)
    host.wait()
    expect(host.sent).toEqual(['a', 'ab'])
    await host.answer(ok({}))
    expect(queue.hasUnsaved()).toBe(false)
  })

  it('U2: keeps what was sent when the call itself breaks', async () => {
    const host = fakeHost()
    const queue = createSaveQueue(host)
    queue.push(words('a'))
    host.wait()
    await host.refuse(new Error('gone'))
    expect(queue.state.get().kind).toBe('failed')
    queue.retry()
    expect(host.sent).toEqual(['a', 'a'])
  })

  it('U2: waits longer after each refusal, at most ten seconds', async () => {
    const host = fakeHost()
    const queue = createSaveQueue(host)
    queue.push(words('a'))
    host.wait()
    for (let attempt = 0; attempt < 7; attempt++) {
      await host.answer(fail({ code: 'bridge/lost', severity: 'error', message: 'Lost.' }))
      host.wait()
    }
    expect(host.waits).toEqual([20, 500, 1000, 2000, 4000, 8000, 10000, 10000])
  })

  it('U40: a document that is left sends what still waits, also behind a save under way', async () => {
    const host = fakeHost()
    const queue = createSaveQueue(host)
    queue.push(words('a'))
    queue.close()
    expect(host.sent).toEqual(['a'])
    const busy = fakeHost()
    const other = createSaveQueue(busy)
    other.push(words('a'))
    busy.wait()
    other.push(words('b'))
    other.close()
    await busy.answer(ok({}))
    expect(busy.sent).toEqual(['a', 'b'])
  })

  it('U172: words that the editor holds back are unsaved, waited for, and sent by a queue that closes', async () => {
    const host = fakeHost()
    const held = [words('a')]
    const gather = () => {
      for (const update of held.splice(0)) queue.push(update)
    }
    const queue = createSaveQueue({ ...host, gather })
    expect(queue.hasUnsaved()).toBe(true)
    host.wait()
    await host.answer(ok({}))
    held.push(words('b'))
    const settled = queue.settled()
    expect(queue.state.get().kind).toBe('edited')
    host.wait()
    await host.answer(ok({}))
    await settled
    held.push(words('c'))
    queue.close()
    expect(host.sent).toEqual(['a', 'b', 'c'])
  })
})

function words(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function fakeHost() {
  const sent: string[] = []
  const waits: number[] = []
  const answers: ((result: Result<unknown> | Error) => void)[] = []
  let waiting: (() => void) | undefined
  const settle = async (result: Result<unknown> | Error) => {
    answers.shift()?.(result)
    for (let turn = 0; turn < 4; turn++) await Promise.resolve()
  }
  return {
    sent,
    waits,
    answer: settle,
    refuse: settle,
    wait: () => waiting?.(),
    save(update: Uint8Array): Promise<Result<unknown>> {
      sent.push(new TextDecoder().decode(update))
      return new Promise((resolve, reject) =>
        answers.push((result) => (result instanceof Error ? reject(result) : resolve(result))),
      )
    },
    gather() {},
    merge: (updates: readonly Uint8Array[]) =>
      words(updates.map((update) => new TextDecoder().decode(update)).join('')),
    later(callback: () => void, milliseconds: number) {
      waits.push(milliseconds)
      waiting = callback
      return () => {
        waiting = undefined
      }
    },
  }
}
