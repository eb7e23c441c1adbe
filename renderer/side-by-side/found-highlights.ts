import type { Side } from '#shared/export/page/page.ts'
import { fold, foldedQuery, placesOf } from '../editor/queries/find-words.ts'
import type { SideFound } from './find-sides.ts'

const SIDES: readonly Side[] = ['A', 'B']

/**
 * Highlights the words looked for in the rows that stand in the page (CSS Custom Highlight API, which
 * leaves the page as React drew it), and gives the range of the current place, where it is among them.
 */
export function highlightFound(
  list: Element,
  query: string,
  current: SideFound | undefined,
): Range | undefined {
  const wanted = foldedQuery(query)
  const all: Range[] = []
  const here: Range[] = []
  if (wanted !== undefined) {
    for (const row of list.querySelectorAll<HTMLElement>('[data-row]')) {
      for (const [i, cell] of [...row.querySelectorAll('.pair-side')].entries()) {
        const ranges = rangesIn(cell, wanted)
        all.push(...ranges)
        const isSide = current?.in === 'both' || current?.in === SIDES[i]
        const range = current && row.dataset['row'] === current.row && ranges[current.nth]
        if (isSide && range) here.push(range)
      }
    }
  }
  CSS.highlights.set('found', new Highlight(...all))
  const marked = new Highlight(...here)
  marked.priority = 1
  CSS.highlights.set('found-current', marked)
  return here[0]
}

export function clearFound(): void {
  CSS.highlights.delete('found')
  CSS.highlights.delete('found-current')
}

function rangesIn(cell: Element, wanted: string): readonly Range[] {
  return [...cell.querySelectorAll('p[data-role]')].flatMap((paragraph) => {
    const places = placesOf(wanted, fold(paragraph.textContent))
    return places.map(({ from, to }) => rangeOf(paragraph, from, to))
  })
}

function rangeOf(paragraph: Element, from: number, to: number): Range {
  const range = document.createRange()
  const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
  let passed = 0
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const end = passed + (text.nodeValue?.length ?? 0)
    if (passed <= from && from < end) range.setStart(text, from - passed)
    if (passed < to && to <= end) range.setEnd(text, to - passed)
    passed = end
  }
  return range
}
