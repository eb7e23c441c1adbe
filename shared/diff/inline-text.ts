import type { Fragment, Node } from 'prosemirror-model'
import { isFootnote } from '../schema/footnote.ts'
import { type Tokens, tokens, type Weight, weigh } from './token.ts'

/**
 * Inline content as text, one UTF-16 unit a position. Of most texts nearly all is equal on both sides, so
 * that words are made of tokens, and weighed, only where two sides differ.
 */
export interface InlineText extends Tokens {
  readonly content: Fragment
  readonly text: string
  /** The look of each position; absent where all is plain text. */
  readonly looks: readonly string[] | undefined
}

/** A break, and a footnote, which is a word of its own. */
const BREAK = '\ufffc'
const NOTE = '\ufffb'

function leafText(leaf: Node): string {
  return isFootnote(leaf) ? NOTE : BREAK
}

export function inlineText(content: Fragment): InlineText {
  const text = content.textBetween(0, content.size, '', leafText)
  const isPlain = content.content.every((node) => node.isText && node.marks.length === 0)
  const looks = isPlain ? undefined : content.content.flatMap((node) => lookOf(node))
  const { starts, ends } = tokens(text)
  return { content, text, looks, starts, ends }
}

function lookOf(node: Fragment['content'][number]): readonly string[] {
  const marks = node.marks.map(({ type, attrs }) => type.name + JSON.stringify(attrs)).join(' ')
  const look = node.isText ? marks : `${node.type.name}${JSON.stringify(node.attrs)} ${marks}`
  return new Array<string>(node.nodeSize).fill(look)
}

export function lookAt(side: InlineText, at: number): string {
  return side.looks?.[at] ?? ''
}

/** Behind the last token is the end of the text. */
export function startOf(side: InlineText, token: number): number {
  return side.starts[token] ?? side.text.length
}

export function endOf(side: InlineText, token: number): number {
  return side.ends[token] ?? side.text.length
}

export function weightOf(side: InlineText, token: number): Weight | undefined {
  const start = side.starts[token]
  const end = side.ends[token]
  return start === undefined || end === undefined ? undefined : weigh(side.text, start, end)
}

/** What must be equal for two tokens to be the same: the word and its look. */
export function keyOf(side: InlineText, token: number): string {
  const [from, to] = [startOf(side, token), endOf(side, token)]
  const word = side.text.slice(from, to)
  if (!side.looks) return word
  const own = side.looks.slice(from, to)
  const [first = ''] = own
  const look = own.every((each) => each === first) ? first : own.join('\u0001')
  return look === '' ? word : `${word}\u0000${look}`
}

/** Whether {@link keyOf} two tokens is the same. */
export function isSameToken(a: InlineText, i: number, b: InlineText, j: number): boolean {
  if (!isSameWord(a, i, b, j)) return false
  if (!a.looks && !b.looks) return true
  const [startA, startB] = [startOf(a, i), startOf(b, j)]
  for (let n = 0; n < endOf(a, i) - startA; n++) {
    if (lookAt(a, startA + n) !== lookAt(b, startB + n)) return false
  }
  return true
}

export function isSameWord(a: InlineText, i: number, b: InlineText, j: number): boolean {
  const [startA, startB] = [startOf(a, i), startOf(b, j)]
  const length = endOf(a, i) - startA
  if (length !== endOf(b, j) - startB) return false
  for (let n = 0; n < length; n++) {
    if (a.text.charCodeAt(startA + n) !== b.text.charCodeAt(startB + n)) return false
  }
  return true
}
