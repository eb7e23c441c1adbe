import { problem } from '#shared/base/problem.ts'
import { fail, type Result } from '#shared/base/result.ts'
import {
  type Bridge,
  type CallName,
  contract,
  type Input,
  type Output,
} from '#shared/bridge/contract.ts'
import { deriveBridge } from '#shared/bridge/derive.ts'
import { writeProblem } from '#store/problems.ts'
import { calls } from './calls.ts'
import type { DeskContext } from './context.ts'

/** The desk as one window holds it. */
export type DeskConnection = Bridge & {
  /** Ends the connection: its documents are closed and it hears nothing more. */
  close(): void
}

/** Connects a window. What it asks is checked against the contract; every fault is an answer. */
export function connect(ctx: DeskContext, isClosed: () => boolean): DeskConnection {
  const window = ctx.windows.add()
  let open = true

  async function ask<K extends CallName>(call: K, input: Input<K>): Promise<Result<Output<K>>> {
    if (!open || isClosed()) return fail(problem('desk/closed'))
    const asked = contract[call].input.safeParse(input)
    if (!asked.success) {
      const facts = asked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
      return fail(problem('desk/invalid-input', { call, facts: facts.join('; ') }))
    }
    try {
      return await calls[call](ctx, window, input)
    } catch (fault) {
      const unwritten = writeProblem(fault)
      ctx.log(call, fault)
      return fail(unwritten ?? problem('desk/fault'))
    }
  }

  return {
    ...deriveBridge(ask, window.events.subscribe),
    close() {
      open = false
      const documents = [...window.opened]
      ctx.windows.remove(window)
      window.left.abort()
      ctx.presence.leave(window)
      for (const document of documents) ctx.shares.left(document)
    },
  }
}
