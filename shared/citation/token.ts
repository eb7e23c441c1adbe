import { withoutRaised } from '../base/raised.ts'

/** A word, a number or a mark of a text. */
export interface Token {
  readonly type: 'word' | 'number' | 'mark'
  readonly start: number
  readonly end: number
  /** Small letters, with one spelling for letters that look alike. */
  readonly form: string
}

const TOKEN =
  /(\p{L}(?:\p{L}|\u0301)*)|(\d+(?:[A-Za-z]{1,2}(?!\p{L}))?(?:[-\u2010\u2011.:]\d+(?:[A-Za-z]{1,2}(?!\p{L}))?)*[⁰¹²³⁴-⁹]{0,3})|(§§?|[^\s\p{L}\d])/gu

export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(TOKEN)) {
    const [form, word, number] = match
    const type = word !== undefined ? 'word' : number !== undefined ? 'number' : 'mark'
    const start = match.index
    tokens.push({
      type,
      start,
      end: start + form.length,
      form: type === 'word' ? wordForm(form) : type === 'number' ? hyphened(form) : form,
    })
  }
  return tokens
}

/** Latin letters that typists take for Cyrillic ones, and `ё`. */
const LATIN = 'iəhaeopcyxkmtёӏ'
const CYRILLIC = 'іәһаеорсухкмтеі'

/** In small letters; in a word with a Cyrillic letter every letter that looks Cyrillic is. */
export function wordForm(word: string): string {
  const small = word.toLowerCase()
  if (!/\p{Script=Cyrillic}/u.test(small)) return small
  if (!/[iəhaeopcyxkmtёӏ]/u.test(small)) return small
  return [...small].map((letter) => CYRILLIC[LATIN.indexOf(letter)] ?? letter).join('')
}

const CAPITALS_LATIN = 'AEOPCXKMTBHI'
const CAPITALS_CYRILLIC = 'АЕОРСХКМТВНІ'

/** A text in whose Cyrillic words every letter is Cyrillic, place for place and with its capitals. */
export function withoutLatinAlike(text: string): string {
  if (!/\p{Script=Cyrillic}/u.test(text)) return text
  return text.replaceAll(/\p{L}+/gu, (word) =>
    /[A-Za-zə]/u.test(word) && /\p{Script=Cyrillic}/u.test(word)
      ? [...word]
          .map(
            (letter) =>
              CYRILLIC[LATIN.indexOf(letter)] ??
              CAPITALS_CYRILLIC[CAPITALS_LATIN.indexOf(letter)] ??
              letter,
          )
          .join('')
      : word,
  )
}

function hyphened(number: string): string {
  return withoutRaised(number.replaceAll(/[\u2010\u2011]/g, '-'))
}

export function isDash(token: Token | undefined): boolean {
  return token?.type === 'mark' && /^[-‐‑‒–—−]$/u.test(token.form)
}
