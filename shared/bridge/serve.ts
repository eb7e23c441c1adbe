import type { z } from 'zod'
import { type Problem, problem } from '../base/problem.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { type Bridge, type CallName, contract, event } from './contract.ts'
import { isCallName } from './derive.ts'
import { type Port, request } from './wire.ts'

/** Takes what went wrong inside the host, for its log: nothing of it crosses to the renderer. */
export type Report = (where: string, fault: unknown) => void

/**
 * Answers every request that comes through `port` from `bridge`, and carries its events, until the
 * port closes. What goes in and what comes out is checked against the contract; whatever goes wrong
 * is answered as a problem without the workings of the host.
 *
 * Requests are begun in the order in which they came; the answers may pass each other.
 */
export function serveBridge(port: Port, bridge: Bridge, report: Report = () => {}): void {
  const unsubscribe = bridge.subscribe((happened) => {
    const checked = event.safeParse(happened)
    if (checked.success) port.send({ event: checked.data })
    else report('event', checked.error)
  })
  port.onState((state) => {
    if (state === 'closed') unsubscribe()
  })
  port.onMessage((message) => {
    const parsed = request.safeParse(message)
    if (!parsed.success) return report('request', parsed.error)
    const { id, call, input } = parsed.data
    void answer(bridge, call, input, report).then((reply) => port.send({ id, reply }))
  })
}

async function answer(
  bridge: Bridge,
  call: string,
  input: unknown,
  report: Report,
): Promise<Result<unknown>> {
  if (!isCallName(call)) return fail(problem('bridge/unknown-call'))
  const asked = contract[call].input.safeParse(input)
  if (!asked.success)
    return fail(problem('bridge/invalid-input', { call, facts: facts(asked.error) }))
  try {
    const result = await perform(bridge, call, asked.data)
    if (!result.ok) return fail(plainProblem(result.problem))
    const checked = contract[call].output.safeParse(result.value)
    if (checked.success) return ok(checked.data)
    report(call, checked.error)
  } catch (fault) {
    report(call, fault)
  }
  return fail(problem('bridge/fault'))
}

/** `call` and `input` fit each other by the contract's own check, which types cannot carry this far. */
function perform(bridge: Bridge, call: CallName, input: unknown): Promise<Result<unknown>> {
  const verb = bridge[call] as (input: unknown) => Promise<Result<unknown>>
  return verb(input)
}

/** The problem without anything its maker may have hung on it. */
function plainProblem({ code, severity, message, values, source, unit }: Problem): Problem {
  return {
    code,
    severity,
    message,
    ...(values && { values }),
    ...(source && { source: { start: source.start, end: source.end } }),
    ...(unit !== undefined && { unit }),
  }
}

/** Faults told in a message; the rest is of no more use. */
const MAX_FACTS = 3

function facts(error: z.core.$ZodError): string {
  return error.issues
    .slice(0, MAX_FACTS)
    .map(({ path, code }) => `${path.length > 0 ? path.join('.') : 'input'} (${code})`)
    .join(', ')
}
