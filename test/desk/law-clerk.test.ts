import { expect, it, vi } from 'vitest'
import { createLawClerk } from '#desk/amending/law-clerk.ts'
import { act, art } from '#test/builders/act.ts'

/** Threads that answer nothing until the test has them do so. */
const { Thread, made } = await vi.hoisted(async () => {
  const { EventEmitter } = await import('node:events')
  const made: InstanceType<typeof Thread>[] = []
  class Thread extends EventEmitter {
    readonly orders: { readonly id: number }[] = []
    constructor() {
      super()
      made.push(this)
    }
    unref() {}
    async terminate() {}
    postMessage(order: { readonly id: number }) {
      this.orders.push(order)
    }
  }
  return { Thread, made }
})

vi.mock('node:worker_threads', () => ({ Worker: Thread }))

it('J138: a fault of the thread that was given up ends no order of the next', async () => {
  const law = act(art('1', 'Вода'))
  const order = { base: law, draft: law, language: 'ru', wordings: {}, inForce: {} } as never
  const clerk = createLawClerk()
  const cancelling = new AbortController()
  const cancelled = clerk.derive(order, cancelling.signal)
  const kept = clerk.derive(order)
  cancelling.abort()
  expect(await cancelled).toMatchObject({ problem: { values: { variant: 'cancelled' } } })
  const [given, next] = made
  given?.emit('error', new Error('late'))
  next?.emit('message', { id: next.orders[0]?.id, answer: { kind: 'derived' } })
  expect(await kept).toMatchObject({ ok: true })
})
