import type { Node } from 'prosemirror-model'
import type { Act } from '#shared/schema/act.ts'

/** A place where the words looked for stand; of an act, in document positions. */
export interface Found {
  readonly from: number
  readonly to: number
}

const folded = new WeakMap<Node, string>()

/** Every place where `query` stands in the act, letter case and kind of space left aside. */
export function findWords(act: Act, query: string): readonly Found[] {
  const wanted = foldedQuery(query)
  if (wanted === undefined) return []
  const found: Found[] = []
  act.descendants((node, position) => {
    if (!node.isTextblock) return true
    for (const { from, to } of placesOf(wanted, foldedText(node))) {
      found.push({ from: position + 1 + from, to: position + 1 + to })
    }
    return false
  })
  return found
}

/** What is looked for, as {@link placesOf} wants it; nothing where that is blank. */
export function foldedQuery(query: string): string | undefined {
  const wanted = fold(query)
  return wanted.trim() === '' ? undefined : wanted
}

/** Every place of folded words in a folded text, in offsets of the text. */
export function placesOf(wanted: string, text: string): readonly Found[] {
  const found: Found[] = []
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    found.push({ from: at, to: at + wanted.length })
  }
  return found
}

/** The first place found at or behind a position; the first of all when none is. */
export function nextFound(found: readonly Found[], position: number): number {
  const index = found.findIndex(({ from }) => from >= position)
  return Math.max(index, 0)
}

function foldedText(block: Node): string {
  const known = folded.get(block)
  if (known !== undefined) return known
  const text = fold(block.textBetween(0, block.content.size, ' ', ' '))
  folded.set(block, text)
  return text
}

/** Lower case letter by letter, so that each UTF-16 unit keeps its place. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  const same = lower.length === text.length ? lower : [...text].map(foldLetter).join('')
  return same.replaceAll(/[\u00a0\u202f\n]/gu, ' ')
}

function foldLetter(letter: string): string {
  const lower = letter.toLowerCase()
  return lower.length === letter.length ? lower : letter
}
