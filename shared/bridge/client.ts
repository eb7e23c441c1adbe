import { problem } from '../base/problem.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { type Bridge, type CallName, contract, event, type Input, type Output } from './contract.ts'
import { deriveBridge, listeners } from './derive.ts'
import { type Port, type PortState, response } from './wire.ts'

/**
 * The bridge at the near end of a port. Calls made before the port first opens wait for it; when it
 * is lost, those without an answer end with the problem `bridge/lost` (the host may have carried them
 * out), and nothing is sent again: on the event `connection` `restored` the caller opens its
 * documents anew. Answers that nobody waits for are dropped.
 */
export function bridgeOver(port: Port): Bridge {
  const { subscribe, emit } = listeners()
  const pending = new Map<number, Pending>()
  const waiting: unknown[] = []
  let state: PortState = 'connecting'
  let lastId = 0

  port.onState((next) => {
    const before = state
    state = next
    if (next === 'open') for (const message of waiting.splice(0)) port.send(message)
    if (next === 'lost' || next === 'closed') {
      waiting.length = 0
      for (const [id, call] of [...pending]) settle(id, call, fail(unreached(next)))
    }
    if (before === next) return
    if (next === 'open' && before === 'lost') emit({ kind: 'connection', state: 'restored' })
    if (next === 'lost' || next === 'closed') emit({ kind: 'connection', state: next })
  })

  port.onMessage((message) => {
    const parsed = response.safeParse(message)
    if (!parsed.success) return
    if ('event' in parsed.data) {
      const heard = event.safeParse(parsed.data.event)
      if (heard.success) emit(heard.data)
      return
    }
    const { id, reply } = parsed.data
    const call = pending.get(id)
    if (call) settle(id, call, reply.ok ? ok(reply.value) : reply)
  })

  function settle(id: number, call: Pending, result: Result<unknown>): void {
    pending.delete(id)
    call.answer(result)
  }

  function ask<K extends CallName>(call: K, input: Input<K>): Promise<Result<Output<K>>> {
    if (state === 'lost' || state === 'closed') return Promise.resolve(fail(unreached(state)))
    const id = ++lastId
    return new Promise((resolve) => {
      pending.set(id, { answer: (result) => resolve(decodeOutput(call, result)) })
      const message = { id, call, input }
      if (state === 'open') port.send(message)
      else waiting.push(message)
    })
  }

  return deriveBridge(ask, subscribe)
}

interface Pending {
  answer(result: Result<unknown>): void
}

/** Why nothing is answered over a port that carries nothing. */
export function unreached(state: 'lost' | 'closed') {
  return state === 'lost' ? problem('bridge/lost') : problem('bridge/closed')
}

function decodeOutput<K extends CallName>(call: K, result: Result<unknown>): Result<Output<K>> {
  if (!result.ok) return result
  const parsed = contract[call].output.safeParse(result.value)
  if (!parsed.success) return fail(problem('bridge/invalid-output', { call }))
  return ok(parsed.data as Output<K>)
}
