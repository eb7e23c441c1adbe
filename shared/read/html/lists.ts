import { romanNumeral } from '../../structure/label-value.ts'
import { itemOf } from '../item.ts'
import { attr, type Element, elementsIn, hasAttr, wordsIn } from './dom.ts'

/**
 * The numbers that a browser would print before the items of a list, by its type, start and values;
 * `undefined` for an item that prints none or has its number among its words.
 */
export function listNumbers(list: Element): ReadonlyMap<Element, string> {
  const items = elementsIn(list).filter(({ tagName }) => tagName === 'li')
  const numbers = new Map<Element, string>()
  if (list.tagName !== 'ol' || isUnnumbered(list)) return numbers
  const step = hasAttr(list, 'reversed') ? -1 : 1
  let next = numberIn(list, 'start') ?? (step < 0 ? items.length : 1)
  for (const item of items) {
    const value = numberIn(item, 'value') ?? next
    next = value + step
    if (itemOf(wordsIn(item).slice(0, OPENING)) === undefined)
      numbers.set(item, `${printed(value, typeOf(list))}.`)
  }
  return numbers
}

/** Characters in which an item's own number stands. */
const OPENING = 40

function isUnnumbered(list: Element): boolean {
  const style = `${attr(list, 'style')} ${attr(list, 'class')}`.toLowerCase()
  return /list-style(?:-type)?\s*:\s*none|list-unstyled|no-?bullets?/u.test(style)
}

function numberIn(element: Element, name: string): number | undefined {
  const value = attr(element, name).trim()
  return /^-?\d{1,6}$/u.test(value) ? Number(value) : undefined
}

function typeOf(list: Element): string {
  const style = attr(list, 'style').toLowerCase()
  if (/lower-(?:alpha|latin)/u.test(style)) return 'a'
  if (/upper-(?:alpha|latin)/u.test(style)) return 'A'
  if (style.includes('lower-roman')) return 'i'
  if (style.includes('upper-roman')) return 'I'
  return attr(list, 'type') || '1'
}

function printed(value: number, type: string): string {
  switch (type) {
    case 'a':
      return letters(value)
    case 'A':
      return letters(value).toUpperCase()
    case 'i':
      return romanNumeral(value).toLowerCase()
    case 'I':
      return romanNumeral(value)
    default:
      return String(value)
  }
}

/** 1 → a, 27 → aa. */
function letters(value: number): string {
  let rest = value
  let text = ''
  while (rest > 0) {
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text
    rest = Math.floor((rest - 1) / 26)
  }
  return text === '' ? String(value) : text
}
