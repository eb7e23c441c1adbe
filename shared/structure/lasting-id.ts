import { textHash } from '../base/text-hash.ts'

/** Word's ids stay below this. */
export const MOST_LASTING = 0x7fff_ffff

/** What Word keeps of a comment from one saving to the next: eight hexadecimal digits, made from a text. */
export function lastingId(text: string): string {
  return printed(Number.parseInt(textHash(text).slice(0, 8), 16) % MOST_LASTING)
}

/** The lasting id that a file gives; undefined: it gives none that Word would. */
export function parseLastingId(text: string | undefined): string | undefined {
  if (text === undefined || !/^[\dA-Fa-f]{8}$/.test(text)) return undefined
  const id = Number.parseInt(text, 16)
  return id < MOST_LASTING ? printed(id) : undefined
}

function printed(id: number): string {
  return id.toString(16).padStart(8, '0').toUpperCase()
}
