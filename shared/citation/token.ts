/** A word, a number or a mark of a text. */
export interface Token {
  readonly type: 'word' | 'number' | 'mark'
  readonly start: number
  readonly end: number
  /** Small letters, with one spelling for letters that look alike. */
  readonly form: string
}

const TOKEN =
  /(\p{L}(?:\p{L}|\u0301)*)|(\d+(?:[A-Za-z]{1,2}(?!\p{L}))?(?:[-\u2010\u2011.:]\d+(?:[A-Za-z]{1,2}(?!\p{L}))?)*)|(§§?|[^\s\p{L}\d])/gu

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

/** Letters that typists take for one another in Cyrillic words. */
const ALIKE: Readonly<Record<string, string>> = { i: 'і', ə: 'ә', h: 'һ', ё: 'е', e: 'е', o: 'о' }

/** In small letters; in a Cyrillic word every letter is Cyrillic. */
export function wordForm(word: string): string {
  const small = word.toLowerCase()
  if (!/[а-яёәғқңөұүһі]/u.test(small)) return small
  return small.replaceAll(/[iəhёeo]/gu, (letter) => ALIKE[letter] ?? letter)
}

function hyphened(number: string): string {
  return number.replaceAll(/[\u2010\u2011]/g, '-')
}

export function isDash(token: Token | undefined): boolean {
  return token?.type === 'mark' && /^[-‐‑‒–—−]$/u.test(token.form)
}
