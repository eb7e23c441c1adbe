import type { Node } from 'prosemirror-model'
import type { EditorState, Transaction } from 'prosemirror-state'
import type { Found } from '../queries/find-words.ts'

export interface Replacement {
  /** All of them at once, undone as one. */
  readonly tr: Transaction
  readonly replaced: number
  /** Places that a footnote or a break stands in, which words cannot take the place of. */
  readonly left: number
}

/**
 * Words in the place of found ones: with the marks of the first letter there, and, as long as they are
 * written small throughout, in capitals or with a first capital where those found were.
 */
export function replaceFound(
  { doc, schema, tr }: EditorState,
  found: readonly Found[],
  words: string,
): Replacement {
  const places = found.filter(({ from, to }) => isWordsAlone(doc, from, to))
  for (const { from, to } of places.toReversed()) {
    const next = inCaseOf(doc.textBetween(from, to), words)
    if (next === '') tr.delete(from, to)
    else tr.replaceWith(from, to, schema.text(next, doc.nodeAt(from)?.marks))
  }
  return { tr, replaced: places.length, left: found.length - places.length }
}

function isWordsAlone(doc: Node, from: number, to: number): boolean {
  let alone = true
  doc.nodesBetween(from, to, (node) => {
    if (node.isInline && !node.isText) alone = false
  })
  return alone
}

function inCaseOf(found: string, words: string): string {
  if (words !== words.toLowerCase()) return words
  const letters = found.replaceAll(/\P{L}/gu, '')
  if (!/^\p{Lu}/u.test(letters)) return words
  if (letters.length > 1 && letters === letters.toUpperCase()) return words.toUpperCase()
  return words.replace(/\p{L}/u, (first) => first.toUpperCase())
}
