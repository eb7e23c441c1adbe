import { Fragment, type Node } from 'prosemirror-model'
import { isFootnote } from '../schema/footnote.ts'
import { schema } from '../schema/schema.ts'
import { type Tokens, tokens, type Weight, weigh } from './token.ts'

/**
 * Inline content as text, one UTF-16 unit a position. Of most texts nearly all is equal on both sides, so
 * that words are made of tokens, and weighed, only where two sides differ.
 */
export interface InlineText {
  readonly content: Fragment
  readonly text: string
  /** The look of each position; absent where all is plain text. */
  readonly looks: readonly string[] | undefined
  readonly tokens: Tokens
}

/** A break, and a footnote, which is a word of its own. */
const BREAK = '\ufffc'
const NOTE = '\ufffb'

function leafText(leaf: Node): string {
  return isFootnote(leaf) ? NOTE : BREAK
}

export function inlineText(content: Fragment, into: Tokens): InlineText {
  const plain = plainText(content)
  const text = plain ?? content.textBetween(0, content.size, '', leafText)
  const looks = plain === undefined ? content.content.flatMap((node) => lookOf(node)) : undefined
  return { content, text, looks, tokens: tokens(text, into) }
}

/** The words of content that is one run of plain text, as most is. */
export function plainText(content: Fragment): string | undefined {
  if (content.childCount === 0) return ''
  const only = content.childCount === 1 ? content.firstChild : null
  return only?.marks.length === 0 ? only.text : undefined
}

function lookOf(node: Fragment['content'][number]): readonly string[] {
  const marks = node.marks.map(({ type, attrs }) => type.name + JSON.stringify(attrs)).join(' ')
  const look = node.isText ? marks : `${node.type.name}${JSON.stringify(node.attrs)} ${marks}`
  return new Array<string>(node.nodeSize).fill(look)
}

export function lookAt(side: InlineText, at: number): string {
  return side.looks?.[at] ?? ''
}

/**
 * The content between two positions. {@link Fragment.cut} looks each piece of text up in a table of all,
 * so that none holds on to a longer one; these pieces live no longer than the blocks they are from.
 */
export function cutInline(
  { content, text, looks }: InlineText,
  from: number,
  to: number,
): Fragment {
  if (looks || (from === 0 && to === text.length)) return content.cut(from, to)
  return Fragment.from(schema.text(text.slice(from, to)))
}

export function countOf({ tokens: { count } }: InlineText): number {
  return count
}

/** Behind the last token is the end of the text. */
export function startOf({ text, tokens: { count, starts } }: InlineText, token: number): number {
  return token < count ? (starts[token] ?? text.length) : text.length
}

export function endOf({ text, tokens: { count, ends } }: InlineText, token: number): number {
  return token < count ? (ends[token] ?? text.length) : text.length
}

export function weightOf(side: InlineText, token: number): Weight | undefined {
  if (token < 0 || token >= countOf(side)) return undefined
  return weigh(side.text, startOf(side, token), endOf(side, token))
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
