import { z } from 'zod'

/** Bytes up to a limit. */
export function bytes(limit: number) {
  return z.instanceof(Uint8Array).refine((value) => value.byteLength <= limit, {
    message: `larger than ${limit} bytes`,
  })
}
