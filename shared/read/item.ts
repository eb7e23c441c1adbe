import { withoutRaised } from '../base/raised.ts'

/** The punctuation a number that opens a paragraph carries: «3.», «3)», «(3)». */
export type ItemForm = 'dot' | 'paren' | 'bracket'

/** A number that opens its paragraph. */
export interface Item {
  readonly form: ItemForm
  readonly label: string
  /** The number as it stands in the text: «10-1)». */
  readonly printed: string
  readonly rest: string
  /** The place in a list that the source itself counts. */
  readonly place?: ListPlace
}

/** A level of a list, from 0 outwards in. */
export interface ListPlace {
  readonly list: string
  readonly level: number
}

const DOT =
  /^(\d{1,4}(?:[-–‑.]\d{1,4})*(?:[a-z]|[⁰¹²³⁴-⁹]{1,3})?)\.(?!\d)(?=\s|$|[\p{L}«"“(]|[—–]\s?\()/u
const ROMAN_DOT = /^([IVXLCDMІХ]{1,8})\.(?=\s+\D|$)/u
/** «a.words» and «ii.words», but neither «e.g.» nor «a.m.». */
const LETTER_DOT = /^([a-z]|[ivxl]{2,5})\.(?=\s?[\p{L}“"(])(?!\s?\p{L}\.)/u
const PAREN = /^(\d{1,4}(?:[-–‑.]\d{1,4})*(?:[a-z]|[⁰¹²³⁴-⁹]{1,3})?|([a-z])\2|\p{Ll})\)/u
const BRACKETED = String.raw`\d{1,4}[A-Za-z]?(?:[-–]\d{1,4})?[A-Z]?|[a-z]{1,5}(?:-\d{1,3})?|[A-Z]{1,2}(?:-[a-z\d]{1,3})?|(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})|[а-я]`
/** «(a)», run into a deeper number or not; an editor's number stands in square brackets: «[(a)]», «([a])». */
const BRACKET = new RegExp(
  String.raw`^(?:\((${BRACKETED})\)|\[\((${BRACKETED})\)\]|\(\[(${BRACKETED})\]\))(?=\s|$|[\p{Lu}«"“]|\[?\(\[?\w{1,5}(?:-\w{1,3})?\]?\))`,
  'u',
)
/** 08.06.2022 opens no paragraph, and neither does the hour 10.30. */
const DATE = /^\d{1,2}\.\d{1,2}\.\d{2,4}/u

/** The number a paragraph opens with, if any. */
export function itemOf(text: string): Item | undefined {
  const first = text.charCodeAt(0)
  const digit = first >= 48 && first <= 57
  if (digit && DATE.test(text)) return undefined
  if (digit)
    return itemFrom('dot', DOT.exec(text), text) ?? itemFrom('paren', PAREN.exec(text), text)
  if (first === 40 || first === 91) return itemFrom('bracket', BRACKET.exec(text), text)
  return (
    itemFrom('dot', ROMAN_DOT.exec(text) ?? LETTER_DOT.exec(text), text) ??
    itemFrom('paren', PAREN.exec(text), text)
  )
}

const HEADING = /^([A-Z]|[IVX]{1,8}|\d{1,4}[a-z]?|[a-z])[.)](?=\s|$)/u

/** The number of a heading that is marked as one: also a capital letter, «A. General». */
export function numberOfHeading(text: string): Item | undefined {
  return itemFrom('dot', HEADING.exec(text), text)
}

function itemFrom(form: ItemForm, match: RegExpExecArray | null, text: string): Item | undefined {
  if (!match) return undefined
  const [printed, ...numbers] = match
  const number = numbers.find((one) => one !== undefined) ?? ''
  const label = withoutRaised(number.replaceAll(/[–‑]/gu, '-'))
    .replaceAll('І', 'I')
    .replaceAll('Х', 'X')
  return { form, label, printed, rest: text.slice(printed.length).trimStart() }
}
