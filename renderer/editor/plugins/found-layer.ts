import { Decoration } from 'prosemirror-view'
import type { Found } from '../queries/find-words.ts'
import { layer } from './layer.ts'

export const foundLayer = layer('found')

/** Places marked around the current one: more would only slow the page, none is on the screen. */
const MOST_MARKED = 400

export function foundMarks(found: readonly Found[], current: number): readonly Decoration[] {
  const first = Math.max(0, current - MOST_MARKED / 2)
  return found.slice(first, first + MOST_MARKED).map(({ from, to }, index) => {
    const name = first + index === current ? 'found found-current' : 'found'
    return Decoration.inline(from, to, { class: name }, { name })
  })
}
