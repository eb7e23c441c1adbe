import { type Problem, problem } from '../base/problem.ts'
import { fail, ok, type Result } from '../base/result.ts'

/**
 * The text in the bytes of a file: UTF-8 or UTF-16 by their mark or by evidence, else windows-1251
 * where its letters make Russian or Kazakh words. Other bytes are a problem that names the first bad one.
 */
export function decodeText(bytes: Uint8Array): Result<string> {
  const unicode = decodeUnicode(bytes)
  if (unicode.ok || unicode.problem.code === 'read/not-text') return unicode
  const cyrillic = windows1251(bytes)
  return cyrillic === undefined ? unicode : ok(cyrillic)
}

/** The text in bytes that are UTF-8 or UTF-16; other bytes are a problem that names the first bad one. */
export function decodeUnicode(bytes: Uint8Array): Result<string> {
  if (starts(bytes, 0xef, 0xbb, 0xbf)) return utf8Text(bytes.subarray(3), 3)
  if (starts(bytes, 0xff, 0xfe)) return utf16Text(bytes.subarray(2), LITTLE)
  if (starts(bytes, 0xfe, 0xff)) return utf16Text(bytes.subarray(2), BIG)
  const order = utf16Order(bytes)
  if (order !== undefined) return utf16Text(bytes, order)
  const utf8 = utf8Text(bytes, 0)
  return utf8.ok && bytes.includes(0) ? fail(notText(bytes.indexOf(0))) : utf8
}

function starts(bytes: Uint8Array, ...mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte)
}

type ByteOrder = 0 | 1
/** Place of the low byte in each pair. */
const LITTLE: ByteOrder = 0
const BIG: ByteOrder = 1

/** Bytes looked at to tell one encoding from another. */
const SAMPLE = 20_000

/**
 * UTF-16 without a mark: the high bytes of law are all 0 (Latin, spaces) or 4 (Cyrillic), and both
 * the digits and the line feeds put a 0 in every text.
 */
function utf16Order(bytes: Uint8Array): ByteOrder | undefined {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return undefined
  const end = Math.min(bytes.length, SAMPLE)
  for (const order of [LITTLE, BIG]) {
    let high = 0
    let zero = 0
    for (let i = 0; i + 1 < end; i += 2) {
      const byte = bytes[i + 1 - order]
      if (byte === 0 || byte === 4 || byte === 0x20) high++
      if (byte === 0) zero++
    }
    if (zero > 0 && high > (end / 2) * 0.95) return order
  }
  return undefined
}

/** Code units joined at once: an argument list may not hold a whole file. */
const CHUNK = 8_192

function utf16Text(bytes: Uint8Array, order: ByteOrder): Result<string> {
  if (bytes.length % 2 !== 0) {
    return fail(problem('read/encoding:half', { offset: bytes.length - 1 }, at(bytes.length - 1)))
  }
  let text = ''
  for (let at = 0; at < bytes.length; at += CHUNK * 2) {
    const units: number[] = []
    for (let i = at; i < Math.min(at + CHUNK * 2, bytes.length); i += 2) {
      units.push((bytes[i + order] ?? 0) | ((bytes[i + 1 - order] ?? 0) << 8))
    }
    text += String.fromCharCode(...units)
  }
  return ok(text)
}

function utf8Text(bytes: Uint8Array, offset: number): Result<string> {
  let text = ''
  let units: number[] = []
  for (let i = 0; i < bytes.length; ) {
    const length = sequenceLength(bytes, i)
    if (length === 0) return fail(problem('read/encoding', { offset: offset + i }, at(offset + i)))
    pushCodePoint(units, bytes, i, length)
    i += length
    if (units.length >= CHUNK) {
      text += String.fromCharCode(...units)
      units = []
    }
  }
  return ok(text + String.fromCharCode(...units))
}

/** Bytes of the UTF-8 sequence at `i`; 0 where none is well formed (Unicode 15, table 3-7). */
function sequenceLength(bytes: Uint8Array, i: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(i, i + 4)
  if (a < 0x80) return 1
  if (a >= 0xc2 && a <= 0xdf) return trails(b) ? 2 : 0
  if (a >= 0xe0 && a <= 0xef) {
    const least = a === 0xe0 ? 0xa0 : 0x80
    const most = a === 0xed ? 0x9f : 0xbf
    return b >= least && b <= most && trails(c) ? 3 : 0
  }
  if (a >= 0xf0 && a <= 0xf4) {
    const least = a === 0xf0 ? 0x90 : 0x80
    const most = a === 0xf4 ? 0x8f : 0xbf
    return b >= least && b <= most && trails(c) && trails(d) ? 4 : 0
  }
  return 0
}

function trails(byte: number): boolean {
  return byte >= 0x80 && byte <= 0xbf
}

function pushCodePoint(units: number[], bytes: Uint8Array, i: number, length: number): void {
  let point = (bytes[i] ?? 0) & (length === 1 ? 0x7f : 0xff >> (length + 1))
  for (let k = 1; k < length; k++) point = (point << 6) | ((bytes[i + k] ?? 0) & 0x3f)
  if (point < 0x10000) {
    units.push(point)
    return
  }
  units.push(0xd800 + ((point - 0x10000) >> 10), 0xdc00 + ((point - 0x10000) & 0x3ff))
}

/** Windows code page 1251 from 0x80 to 0xBF; from 0xC0 on stand А to я in order. */
const UPPER_1251 = 'ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u0098™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї'

/** The text by code page 1251, where nearly all its high bytes are Russian letters and small ones prevail. */
function windows1251(bytes: Uint8Array): string | undefined {
  let high = 0
  let letters = 0
  let small = 0
  for (const byte of bytes.subarray(0, SAMPLE)) {
    if (byte === 0 || byte === 0x98) return undefined
    if (byte < 0x80) continue
    high++
    if (byte >= 0xc0 || byte === 0xa8 || byte === 0xb8) letters++
    if (byte >= 0xe0) small++
  }
  if (letters < high * 0.8 || small < letters * 0.5) return undefined
  const chunks: string[] = []
  for (let at = 0; at < bytes.length; at += CHUNK) {
    chunks.push(String.fromCharCode(...Array.from(bytes.subarray(at, at + CHUNK), from1251)))
  }
  return chunks.join('')
}

/** The UTF-16 unit of one byte of code page 1251. */
export function from1251(byte: number): number {
  if (byte < 0x80) return byte
  if (byte >= 0xc0) return byte - 0xc0 + 0x410
  return UPPER_1251.charCodeAt(byte - 0x80)
}

function at(offset: number) {
  return { source: { start: offset, end: offset + 1 } }
}

function notText(offset: number): Problem {
  return problem('read/not-text', { offset }, at(offset))
}
