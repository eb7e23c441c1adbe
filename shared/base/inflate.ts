import { Inflate } from 'fflate'

/** Bytes given to the inflater at a time, so that no lying size unpacks to more than 64 MB unseen. */
const CHUNK = 64 * 1024

/** What deflated bytes hold, if they are whole and hold no more than `limit` bytes. */
export function inflated(packed: Uint8Array, limit: number): Uint8Array | undefined {
  const out = new Uint8Array(limit)
  let at = 0
  let over = false
  const inflate = new Inflate((chunk) => {
    over ||= at + chunk.length > limit
    if (over) return
    out.set(chunk, at)
    at += chunk.length
  })
  try {
    for (let from = 0; from < packed.length && !over; from += CHUNK)
      inflate.push(packed.subarray(from, from + CHUNK), from + CHUNK >= packed.length)
  } catch {
    // fflate throws on damaged data, and only then: the caller is told so.
    return undefined
  }
  return over ? undefined : out.subarray(0, at)
}
