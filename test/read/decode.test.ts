import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from '#shared/read/decode.ts'

const words = 'Статья 1\n1. Наименования Республика — «Азаттық»; 10-1) І.'

describe('decodeText', () => {
  it('R1: reads UTF-8 with and without a mark as TextDecoder does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, marked) => {
        const plain = text.replaceAll('\0', '').replaceAll('\ufeff', '')
        const bytes = new TextEncoder().encode(marked ? `\ufeff${plain}` : `я1${plain}`)
        expect(value(bytes)).toBe(new TextDecoder().decode(bytes))
      }),
    )
  })

  it.each(['utf-16le', 'utf-16be'])('R1: reads %s with and without a mark', (name) => {
    expect(value(utf16(`\ufeff${words}`, name))).toBe(words)
    expect(value(utf16(words, name))).toBe(words)
  })

  it('R1: reads windows-1251 by the letters it holds', () => {
    const text = 'Раздел I\nОбщие положения № 5 «ё» – настоящего Закона'
    expect(value(windows1251(text))).toBe(text)
  })

  it('R1: says which byte it cannot read', () => {
    const latin1 = Uint8Array.from([0x41, 0x72, 0x74, 0xe9, 0x41, 0x42, 0x43, 0x98])
    const result = decodeText(latin1)
    expect(result.ok ? null : result.problem).toMatchObject({
      code: 'read/encoding',
      source: { start: 3, end: 4 },
    })
  })

  it('R1: refuses a file that is no text', () => {
    const result = decodeText(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 65, 66, 67]))
    expect(result.ok ? null : result.problem.code).toBe('read/not-text')
  })

  it('R1: gives text or a problem for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const result = decodeText(bytes)
        expect(result.ok ? typeof result.value : typeof result.problem.source?.start).toMatch(
          /string|number/u,
        )
      }),
    )
  })
})

function value(bytes: Uint8Array): string | undefined {
  const result = decodeText(bytes)
  return result.ok ? result.value : result.problem.message
}

function utf16(text: string, name: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < text.length; i++)
    view.setUint16(i * 2, text.charCodeAt(i), name === 'utf-16le')
  return bytes
}

function windows1251(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1251')
  const byChar = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  )
  return Uint8Array.from(text, (char) => byChar.get(char) ?? 63)
}
