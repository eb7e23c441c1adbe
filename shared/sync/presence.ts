import '../base/jitless.ts'
import { z } from 'zod'

/**
 * Where somebody is: a unit, and the ends of their selection as positions from the unit's own. A
 * unit is enough to say who is in Article 12 without the text.
 */
export const place = z.strictObject({
  unit: z.string().max(200),
  anchor: z.number().int().min(0).max(10_000_000),
  head: z.number().int().min(0).max(10_000_000),
})

export type Place = z.infer<typeof place>

/** As many places as are told of one person: a window each. */
export const MOST_PLACES = 20

/** Somebody who has the draft open. */
export const presentPerson = z.strictObject({
  /** Of their way in; empty for one's own other windows. */
  id: z.string().max(200),
  name: z.string().max(200),
  places: z.array(place).max(MOST_PLACES),
  /** Other windows of whoever asks, of this desk or at another computer. */
  isOwn: z.boolean(),
})

export type PresentPerson = z.infer<typeof presentPerson>

const said = z.object({
  user: z.object({ id: z.string().max(200), name: z.string().max(200) }),
  places: z.array(place).max(MOST_PLACES).catch([]),
})

/** Somebody, from what the server passes on of them; undefined: it is not readable. */
export function personIn(state: unknown): PresentPerson | undefined {
  const read = said.safeParse(state)
  return read.success ? { ...read.data.user, places: read.data.places, isOwn: false } : undefined
}
