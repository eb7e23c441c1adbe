import { from1251 } from '../decode.ts'

/** The text of bytes in a code page of eight bits, by its name in HTML; `undefined` for other names. */
export function fromCodePage(bytes: Uint8Array, name: string): string | undefined {
  const decode = PAGES[name]
  if (!decode) return undefined
  const chunks: string[] = []
  for (let at = 0; at < bytes.length; at += CHUNK)
    chunks.push(String.fromCharCode(...Array.from(bytes.subarray(at, at + CHUNK), decode)))
  return chunks.join('')
}

/** Code units joined at once: an argument list may not hold a whole file. */
const CHUNK = 8_192

type Decode = (byte: number) => number

/** 0x80 to 0xFF of RFC 1489. */
const KOI8 =
  '─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u00a0⌡°²·÷═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ'

/** 0x80 to 0x9F of code page 1252; the rest is Latin-1. */
const UPPER_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function fromKoi8(byte: number): number {
  return byte < 0x80 ? byte : KOI8.charCodeAt(byte - 0x80)
}

function from1252(byte: number): number {
  return byte >= 0x80 && byte < 0xa0 ? UPPER_1252.charCodeAt(byte - 0x80) : byte
}

const PAGES: Readonly<Record<string, Decode>> = {
  'windows-1251': from1251,
  cp1251: from1251,
  'cp-1251': from1251,
  'win-1251': from1251,
  'x-cp1251': from1251,
  'koi8-r': fromKoi8,
  'koi8-u': fromKoi8,
  'windows-1252': from1252,
  cp1252: from1252,
  'iso-8859-1': from1252,
  latin1: from1252,
  'us-ascii': from1252,
}
