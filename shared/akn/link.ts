import { startTag } from './markup.ts'
import type { WriteContext } from './write-context.ts'

/** A link from words of the document. */
export interface Link {
  readonly local: 'ref' | 'rref' | 'mref'
  readonly hrefs: readonly string[]
}

/** A link and where its words stand. */
export interface LinkedWords {
  readonly start: number
  readonly end: number
  readonly link: Link
}

/** One place, a range, or several: the words tell which. */
export function linkOfHrefs(hrefs: readonly string[], text: string): Link {
  if (hrefs.length === 1) return { local: 'ref', hrefs }
  return { local: RANGE.test(text) ? 'rref' : 'mref', hrefs }
}

const RANGE = /\d\)?\s?[–—-]\s?\d|с \d|по \d|бастап|from|to \d|\bthrough\b/u

interface Linking {
  readonly context: WriteContext
  /** The eId of what holds the words. */
  readonly within: string
  readonly text: string
  /** The markup of a stretch of the text that has no link. */
  readonly words: (from: number, to: number) => string
}

/** The words with their links as `ref`, `rref` and `mref`; a link inside another is left out. */
export function linkedXml(
  linking: Linking,
  links: readonly LinkedWords[],
  { from, to }: { readonly from: number; readonly to: number },
): string {
  let xml = ''
  let at = from
  for (const one of links) {
    if (one.start < at || one.end > to) continue
    xml += linking.words(at, one.start) + linkXml(linking, one)
    at = one.end
  }
  return xml + linking.words(at, to)
}

function linkXml(
  { context, within, text, words }: Linking,
  { start, end, link: { local, hrefs } }: LinkedWords,
): string {
  const [first = ''] = hrefs
  const name = context.name(local)
  const ref = (href: string, from: number, to: number) => {
    const eId = context.innerEid(within, 'ref')
    return `${startTag(context.name('ref'), { eId, href })}${words(from, to)}</${context.name('ref')}>`
  }
  if (local === 'ref') return ref(first, start, end)
  const eId = context.innerEid(within, local)
  if (local === 'rref') {
    const tag = startTag(name, { eId, from: first, upTo: hrefs.at(-1) })
    return `${tag}${words(start, end)}</${name}>`
  }
  let xml = startTag(name, { eId })
  let at = start
  const places = numberPlaces(text.slice(start, end), hrefs.length)
  for (const [index, href] of hrefs.entries()) {
    const place = places[index] ?? { start: end - start, end: end - start }
    xml += words(at, start + place.start) + ref(href, start + place.start, start + place.end)
    at = start + place.end
  }
  return `${xml}${words(at, end)}</${name}>`
}

/** Where the numbers of a list stand; the whole list for the first where there are fewer than targets. */
function numberPlaces(
  text: string,
  count: number,
): readonly { readonly start: number; readonly end: number }[] {
  const numbers = [...text.matchAll(/\d+(?:-\d+)*\)?/g)].map(({ index, 0: number }) => ({
    start: index,
    end: index + number.length,
  }))
  return numbers.length >= count ? numbers.slice(0, count) : [{ start: 0, end: text.length }]
}
