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
      return roman(value).toLowerCase()
    case 'I':
      return roman(value)
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

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** Roman numerals end at 3 999; beyond, browsers print figures. */
function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value)
  let rest = value
  let text = ''
  for (const [worth, digits] of ROMAN) {
    while (rest >= worth) {
      text += digits
      rest -= worth
    }
  }
  return text
}
