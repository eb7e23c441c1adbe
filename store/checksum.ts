import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'

export function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest()
}

/** CRC-32 as SQLite keeps it: a number from 0 to 2³² - 1. */
export function crcOf(bytes: Uint8Array | string): number {
  return crc32(bytes)
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}
