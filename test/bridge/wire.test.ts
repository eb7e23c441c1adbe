import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeMessage, encodeMessage } from '#shared/bridge/wire.ts'

/** Text that UTF-8 can carry: lone surrogates are no characters. */
const text = fc.string({ unit: 'grapheme' })
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.constant(undefined),
    fc.boolean(),
    fc.integer(),
    fc.maxSafeInteger(),
    fc.double(),
    text,
    fc.uint8Array(),
    fc.array(tie('any')),
    fc.dictionary(
      text.filter((key) => key !== '__proto__'),
      tie('any'),
      { noNullPrototype: true },
    ),
  ),
})).any

describe('a frame', () => {
  it('H1: gives back the message it carries', () => {
    fc.assert(
      fc.property(value, (message) => {
        expect(decodeMessage(encodeMessage(message))).toEqual({ ok: true, value: message })
      }),
      { numRuns: 300 },
    )
  })

  it('H1: keeps bytes as bytes and absence as absence', () => {
    const message = { id: 1, input: { bytes: Uint8Array.of(0, 255), gone: undefined, none: null } }
    const decoded = decodeMessage(encodeMessage(message))
    expect(decoded).toStrictEqual({ ok: true, value: message })
  })

  it('H1: of arbitrary bytes is a message or a problem, never a throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const decoded = decodeMessage(bytes)
        if (!decoded.ok) expect(decoded.problem.code).toBe('bridge/not-a-message')
      }),
      { numRuns: 2000 },
    )
  })

  it('H1: cut short or run over is a problem', () => {
    const whole = encodeMessage({ id: 7, call: 'listDocuments', input: undefined })
    for (let length = 0; length < whole.length; length++)
      expect(decodeMessage(whole.slice(0, length)).ok).toBe(false)
    expect(decodeMessage(Uint8Array.of(...whole, 127)).ok).toBe(false)
  })

  it('H1: leaves the prototypes of the host as they are', () => {
    const hostile = new Map([['__proto__', { polluted: true }]])
    const frame = encodeMessage(Object.fromEntries(hostile))
    expect(decodeMessage(frame).ok).toBe(true)
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    expect('polluted' in {}).toBe(false)
  })
})
