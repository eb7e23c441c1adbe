import type { z } from 'zod'

/** One call of the contract: what it is asked and what it answers. */
export function call<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return { input, output }
}
