import type { Block } from './block.ts'

/** Paragraphs that a quotation may run over. */
const MAX_QUOTATION = 500

/**
 * The paragraphs that stand in words quoted from another act, as an amending law quotes the text
 * it inserts. Their numbers are that act's. The value is the index of the paragraph that opens.
 */
export function quotedBlocks(blocks: readonly Block[]): ReadonlyMap<number, number> {
  const quoted = new Map<number, number>()
  for (let i = 0; i < blocks.length; i++) {
    const end = quotationEnd(blocks, i)
    if (end === undefined) continue
    for (let at = i; at <= end; at++) quoted.set(at, i)
    i = end
  }
  return quoted
}

function quotationEnd(blocks: readonly Block[], start: number): number | undefined {
  const opener = blocks[start]?.text ?? ''
  const mark = /^[«“„"]/u.exec(opener)?.[0]
  if (mark === undefined) return undefined
  let depth = 0
  let firstClose: number | undefined
  const last = Math.min(blocks.length - 1, start + MAX_QUOTATION)
  for (let i = start; i <= last; i++) {
    const text = blocks[i]?.text ?? ''
    depth += mark === '"' ? straight(text) : nested(text)
    if (!/[»”"][.;,)]*$/u.test(text)) {
      if (i === start && depth === 0) return undefined
      continue
    }
    if (mark === '"' ? depth % 2 === 0 : depth <= 0) return i
    if (/[»”"][.;]+$/u.test(text)) firstClose ??= i
  }
  return firstClose
}

function straight(text: string): number {
  let marks = 0
  for (const char of text) if (char === '"') marks++
  return marks
}

function nested(text: string): number {
  let depth = 0
  for (const char of text) {
    if (char === '«' || char === '“' || char === '„') depth++
    if (char === '»' || char === '”') depth--
  }
  return depth
}
