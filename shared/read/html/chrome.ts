import {
  attr,
  type Element,
  elementsIn,
  findElement,
  hasAttr,
  isElement,
  styleOf,
  wordsIn,
} from './dom.ts'

/** Why the words of an element are no text of the page; `undefined`: they are. */
export type LeftOut = 'code' | 'hidden' | 'furniture' | 'picture' | 'struck'

export function leftOutAs(element: Element, isInMain: boolean): LeftOut | undefined {
  const { tagName } = element
  if (CODE.has(tagName)) return 'code'
  if (PICTURES.has(tagName)) return 'picture'
  if (isHidden(element)) return 'hidden'
  if (tagName === 'del' || tagName === 's' || tagName === 'strike') return 'struck'
  if (CONTROLS.has(tagName) || LANDMARKS.has(attr(element, 'role').toLowerCase()))
    return 'furniture'
  if (!isInMain && FRINGE.has(tagName)) return 'furniture'
  return isNamedFurniture(element) || isMenu(element) ? 'furniture' : undefined
}

const CODE: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript', 'xml'])
const PICTURES: ReadonlySet<string> = new Set(
  'img svg picture canvas video audio object embed iframe math map'.split(' '),
)
const CONTROLS: ReadonlySet<string> = new Set(
  'nav button select datalist dialog textarea menu'.split(' '),
)
const LANDMARKS: ReadonlySet<string> = new Set(
  'navigation banner contentinfo search complementary menu menubar toolbar dialog tablist'.split(
    ' ',
  ),
)
/** Elements that frame a page, and frame a text where they stand in it. */
const FRINGE: ReadonlySet<string> = new Set(['header', 'footer', 'aside'])

function isHidden(element: Element): boolean {
  if (hasAttr(element, 'hidden')) return true
  if (!hasAttr(element, 'style')) return false
  return (
    styleOf(element, 'display') === 'none' ||
    styleOf(element, 'visibility') === 'hidden' ||
    styleOf(element, 'mso-hide') === 'all'
  )
}

/** Names that designers give to what stands around a text. */
const FURNITURE =
  /(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|sidebar|toolbar|share|social|cookies?|pagination|pager|banner|skip|spoken|sr-only|visually-hidden|printlink|search)(?:$|[\s_-])/iu

/** Characters in one paragraph of law; a menu has none as long. */
const LAW = 160

function isNamedFurniture(element: Element): boolean {
  const names = `${attr(element, 'class')} ${attr(element, 'id')}`
  return FURNITURE.test(names) && !hasLaw(element)
}

/** Whether a paragraph as long as law has them, or a table, stands in an element. */
function hasLaw(element: Element): boolean {
  const isLong = (one: Element) =>
    one.tagName === 'table' ||
    (/^(?:p|li|td|h[1-6]|div)$/u.test(one.tagName) && ownLength(one) > LAW)
  return isLong(element) || findElement(element, isLong) !== undefined
}

function ownLength(element: Element): number {
  let length = 0
  for (const child of element.childNodes)
    if ('value' in child) length += child.value.length
    else if (isElement(child) && /^(?:a|b|i|span|em|strong|font)$/u.test(child.tagName))
      length += wordsIn(child).length
  return length
}

/** Links in a list of them. */
const LINKS = 3

/** A list that is nothing but links to other pages. */
function isMenu(element: Element): boolean {
  return linksOf(element).kind === 'away'
}

/** A list that is nothing but links into the page itself: its contents. */
export function isContents(element: Element): boolean {
  return linksOf(element).kind === 'within'
}

function linksOf(element: Element): { readonly kind: 'away' | 'within' | 'none' } {
  if (element.tagName !== 'ul' && element.tagName !== 'ol') return { kind: 'none' }
  const items = elementsIn(element).filter(({ tagName }) => tagName === 'li')
  const links = items.flatMap((item) => findElement(item, ({ tagName }) => tagName === 'a') ?? [])
  if (items.length < LINKS || links.length < items.length) return { kind: 'none' }
  const linked = links.reduce((sum, link) => sum + wordsIn(link).length, 0)
  const all = items.reduce((sum, item) => sum + ownWords(item), 0)
  if (linked < all * 0.9) return { kind: 'none' }
  return { kind: links.every((link) => attr(link, 'href').startsWith('#')) ? 'within' : 'away' }
}

/** Characters of an item without the lists in it. */
function ownWords(item: Element): number {
  return item.childNodes
    .filter((child) => !(isElement(child) && /^[uo]l$/u.test(child.tagName)))
    .reduce((sum, child) => sum + wordsIn(child).length, 0)
}
