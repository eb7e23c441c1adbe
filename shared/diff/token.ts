/** Where the tokens of a text begin and end, in UTF-16 units; white space stands between them. */
export interface Tokens {
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** What a token is to a reader: «stop» ends a sentence or clause, «small» is too small to be read alone. */
export type Weight = 'word' | 'small' | 'punctuation' | 'stop'

/**
 * Breaks a text into what a redline never cuts: words, numbers, dates, citations, marks of punctuation.
 * Two lists of numbers, for a redline of a long act has half a million tokens.
 */
export function tokens(text: string): Tokens {
  const starts: number[] = []
  const ends: number[] = []
  for (let start = wordFrom(text, 0); start < text.length; ) {
    const end = plainWordEnd(text, start) ?? plainSignEnd(text, start) ?? tokenEnd(text, start)
    starts.push(start)
    ends.push(end)
    start = wordFrom(text, end)
  }
  return { starts, ends }
}

function wordFrom(text: string, from: number): number {
  let at = from
  while (at < text.length && isSpace(text.charCodeAt(at))) at++
  return at
}

/**
 * The end of a word of letters alone, as most are, found at a tenth of the time that {@link TOKEN} takes.
 * Every form that begins with a letter has a figure behind its first word.
 */
function plainWordEnd(text: string, start: number): number | undefined {
  let end = start
  while (isPlainLetter(text.charCodeAt(end))) end++
  if (end === start) return undefined
  if (end === text.length || WORD_ENDS.has(text.charCodeAt(end))) return end
  if (!isSpace(text.charCodeAt(end))) return undefined
  const next = text.charCodeAt(end + 1)
  return next >= 0x30 && next <= 0x39 ? undefined : end
}

/** A letter of ASCII, or a Cyrillic one of any language. */
function isPlainLetter(unit: number): boolean {
  return isCommonLetter(unit) || (unit >= 0x48a && unit <= 0x52f)
}

/** Punctuation that no word has within it. */
const WORD_ENDS: ReadonlySet<number> = new Set([...'.,;:()!?»”"'].map((sign) => sign.charCodeAt(0)))

/** The end of a sign that no form begins with, before what no sign of several units goes on with. */
function plainSignEnd(text: string, start: number): number | undefined {
  if (!PLAIN_SIGNS.has(text.charCodeAt(start))) return undefined
  const end = start + 1
  if (end === text.length) return end
  const next = text.charCodeAt(end)
  return next < FIRST_MARK || isPlainLetter(next) ? end : undefined
}

const PLAIN_SIGNS: ReadonlySet<number> = new Set(
  [...'.,;:()!?»”'].map((sign) => sign.charCodeAt(0)),
)

/** Combining marks and joiners begin here. */
const FIRST_MARK = 0x300

export function isSpace(unit: number): boolean {
  if (unit < 0x80) return unit === 0x20 || (unit >= 9 && unit <= 13)
  return unit === 0xa0 || (unit >= FIRST_WIDE_SPACE && /\s/u.test(String.fromCharCode(unit)))
}

/** The first space behind the scripts that law is written in: Ogham's. */
const FIRST_WIDE_SPACE = 0x1680

function tokenEnd(text: string, start: number): number {
  TOKEN.lastIndex = start
  return TOKEN.test(text) ? TOKEN.lastIndex : start + 1
}

export function weigh(text: string, start: number, end: number): Weight {
  if (end - start > LONGEST_SMALL && isCommonLetter(text.charCodeAt(start))) return 'word'
  const token = text.slice(start, end)
  if (STOPS.has(token)) return 'stop'
  if (!/[\p{L}\p{N}\ufffb]/u.test(token)) return 'punctuation'
  return SMALL_WORDS.has(token.toLowerCase()) ? 'small' : 'word'
}

/** What ends a sentence or a clause: changes on its two sides are told apart. */
const STOPS: ReadonlySet<string> = new Set(['.', ';', ':', '!', '?'])

/** Words too small to read between two changes. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  [
    'а в во для до за и из или к ко на не о об от по при с со у же то',
    'мен бен пен және не де да та те үшін бойынша',
    'a an and as at by for in of on or the to with',
  ].flatMap((words) => words.split(' ')),
)

const LONGEST_SMALL = Math.max(...[...SMALL_WORDS].map(({ length }) => length))

/** A Latin letter of ASCII or a Cyrillic one: nearly all that law begins a word with. */
function isCommonLetter(unit: number): boolean {
  const folded = unit | 0x20
  return (folded >= 0x61 && folded <= 0x7a) || (unit >= 0x400 && unit <= 0x481)
}

const MONTHS = [
  'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря',
  'january|february|march|april|may|june|july|august|september|october|november|december',
].join('|')

const NUMBER = String.raw`\d+(?:-\d+)?`
/** A run of numbers as citations list them: «1), 2) и 3)», "2 and 5". */
const NUMBERS = String.raw`${NUMBER}\)?(?:(?:,|,?\s(?:и|или|and|or))\s${NUMBER}\)?(?![\p{L}\p{N}]))*`
const UNITS_RU = String.raw`(?:подпункт|пункт|част|абзац|стать|глав|параграф|подраздел|раздел|приложени)\p{L}*`
const UNITS_EN =
  '(?:subparagraph|paragraph|subsection|section|article|chapter|clause|point|part|annex)s?'
const UNITS_KK = String.raw`(?:бап|бөл[іи]|тармақ|тарма[ғқ]|тарау|параграф|абзац|қосымша)\p{L}*`

const FORMS: readonly string[] = [
  String.raw`\d{1,2}\s(?:${MONTHS})\s\d{4}(?:\s(?:года|г\.))?`,
  String.raw`(?:${MONTHS})\s\d{1,2},\s\d{4}`,
  String.raw`\d{4}\sжылғы\s\d{1,2}\s\p{L}+`,
  String.raw`\d{1,2}\.\d{1,2}\.\d{4}`,
  String.raw`${UNITS_RU}\s${NUMBERS}(?:\s${UNITS_RU}\s${NUMBERS})*`,
  String.raw`${UNITS_EN}\s${NUMBERS}(?:\(\p{L}{0,4}\d*\))*(?:\sof\s${UNITS_EN}\s${NUMBERS}(?:\(\p{L}{0,4}\d*\))*)*`,
  String.raw`${NUMBER}(?:\)\s|-)${UNITS_KK}(?:\s${NUMBER}(?:\)\s|-)${UNITS_KK})*`,
  String.raw`[«“"][^«»“”"\s]{1,40}(?:\s[^«»“”"\s]{1,40}){0,3}[»”"]`,
  String.raw`№\s?\d+(?:-\p{L}+)?`,
  String.raw`\d+(?:[.,\u00a0\u202f]\d+)+%?`,
  String.raw`\d+(?:-\d+)*(?:\(\p{L}{0,4}\d*\))+`,
  String.raw`\d+(?:-\d+)*\)`,
  String.raw`\d+%`,
]

const LETTER = String.raw`[\p{L}\p{N}\p{M}_\u00ad\u200c\u200d]`

/** Forms begin where a word may; the rest is words with inner hyphens, then single characters. */
const TOKEN = new RegExp(
  [
    String.raw`(?<!${LETTER}|\d[-.])(?:${FORMS.join('|')})(?!${LETTER})`,
    String.raw`${LETTER}+(?:[-\u2010\u2011’'ʼ]${LETTER}+)*`,
    String.raw`\S(?:[\p{M}\ufe0f]|\u200d\p{Extended_Pictographic})*`,
  ].join('|'),
  'yiu',
)
