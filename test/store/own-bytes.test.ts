import { expect, it } from 'vitest'
import { ownBytes } from '#store/connection.ts'

it('a whole buffer is given as plain bytes without a copy', () => {
  const read = Buffer.from(new ArrayBuffer(3))
  const own = ownBytes(read)
  expect(Buffer.isBuffer(own)).toBe(false)
  expect(own.buffer).toBe(read.buffer)
})

it('bytes within a larger buffer are copied out of it', () => {
  const larger = Buffer.from('abcdef')
  const own = ownBytes(larger.subarray(2, 4))
  expect(own.buffer.byteLength).toBe(2)
  larger.fill(0)
  expect(Buffer.from(own).toString()).toBe('cd')
})
