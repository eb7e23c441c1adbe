import '../base/jitless.ts'
import { createDecoder, hasContent, readAny } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeAny } from 'lib0/encoding'
import { z } from 'zod'
import { type Problem, problem } from '../base/problem.ts'
import { fail, ok, type Result } from '../base/result.ts'

/**
 * Whether messages arrive: `connecting` before the first time, `open`, `lost` while the carrier
 * tries again, `closed` for good.
 */
export type PortState = 'connecting' | 'open' | 'lost' | 'closed'

/**
 * One end of a carrier of structured values, in order, none twice. A message sent while the port is
 * not open is dropped.
 */
export interface Port {
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** Calls `listener` with the state now, and whenever it changes. */
  onState(listener: (state: PortState) => void): void
  close(): void
}

/** What the sentence of a problem names, for saying it in another language. */
export const problemValues = z.record(z.string(), z.union([z.string(), z.number()]))

/** What is said of a problem, apart from where it is. */
export const saying = z.strictObject({
  code: z.string(),
  message: z.string(),
  values: problemValues.exactOptional(),
})

export const problemShape: z.ZodType<Problem> = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  values: problemValues.exactOptional(),
  source: z.object({ start: z.number(), end: z.number() }).exactOptional(),
  unit: z.string().exactOptional(),
})

const reply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), problem: problemShape }),
])

/** What the renderer sends. */
export const request = z.object({ id: z.number().int(), call: z.string(), input: z.unknown() })

/** What the host sends: an answer to the request of that id, or something that happened. */
export const response = z.union([
  z.object({ id: z.number().int(), reply }),
  z.object({ event: z.unknown() }),
])

/** A message as the bytes of one frame; `Uint8Array`s and `undefined` are kept. */
export function encodeMessage(message: unknown): Uint8Array<ArrayBuffer> {
  const encoder = createEncoder()
  // lib0 declares its input narrower than what it takes: any tree of plain values.
  writeAny(encoder, message as Parameters<typeof writeAny>[1])
  return toUint8Array(encoder)
}

/** The message of one frame; a problem if the bytes are not exactly one. */
export function decodeMessage(bytes: Uint8Array): Result<unknown> {
  const decoder = createDecoder(bytes)
  let message: unknown
  try {
    message = readAny(decoder)
  } catch {
    return fail(problem('bridge/not-a-message'))
  }
  if (hasContent(decoder)) return fail(problem('bridge/not-a-message:more'))
  return ok(message)
}
