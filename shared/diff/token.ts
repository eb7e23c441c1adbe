/** Where the tokens of a text begin and end, in UTF-16 units; white space stands between them. */
export class Tokens {
  count = 0
  /** Only the first {@link count} of each are of this text. */
  starts = new Int32Array(64)
  ends = new Int32Array(64)

  add(start: number, end: number): void {
    if (this.count === this.starts.length) {
      this.starts = doubled(this.starts)
      this.ends = doubled(this.ends)
    }
    this.starts[this.count] = start
    this.ends[this.count] = end
    this.count++
  }
}

function doubled(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(numbers.length * 2)
  longer.set(numbers)
  return longer
}

/** What a token is to a reader: «stop» ends a sentence or clause, «small» is too small to be read alone. */
export type Weight = 'word' | 'small' | 'punctuation' | 'stop'

/**
 * Breaks a text into what a redline never cuts: words, numbers, dates, citations, marks of punctuation.
 * A redline of a long act has half a million tokens: `into` may be used again for each text.
 */
export function tokens(text: string, into = new Tokens()): Tokens {
  into.count = 0
  for (let start = wordFrom(text, 0); start < text.length; ) {
    let end = plainWordEnd(text, start)
    if (end < 0) end = plainSignEnd(text, start)
    if (end < 0) end = tokenEnd(text, start)
    into.add(start, end)
    start = wordFrom(text, end)
  }
  return into
}

function wordFrom(text: string, from: number): number {
  let at = from
  while (at < text.length && isSpace(text.charCodeAt(at))) at++
  return at
}

/**
 * The end of a word of letters alone, as most are, found at a tenth of the time that {@link TOKEN} takes.
 * Every form that begins with a letter has a figure behind its first word. -1: not such a word.
 */
function plainWordEnd(text: string, start: number): number {
  let end = start
  while (end < text.length && isPlainLetter(text.charCodeAt(end))) end++
  if (end === start) return -1
  if (end === text.length) return end
  const behind = text.charCodeAt(end)
  if (hasSort(behind, ENDS_WORD)) return end
  if (!isSpace(behind)) return -1
  const next = end + 1 < text.length ? text.charCodeAt(end + 1) : 0
  return next >= 0x30 && next <= 0x39 ? -1 : end
}

/** The end of a sign that no form begins with, before what no sign of several units goes on with; or -1. */
function plainSignEnd(text: string, start: number): number {
  if (!hasSort(text.charCodeAt(start), PLAIN_SIGN)) return -1
  const end = start + 1
  if (end === text.length) return end
  const next = text.charCodeAt(end)
  return next < FIRST_MARK || isPlainLetter(next) ? end : -1
}

/** What a UTF-16 unit may be, as bits: all of them are found by one look into a table. */
const PLAIN_LETTER = 1
const ENDS_WORD = 2
const PLAIN_SIGN = 4
/** What ends a sentence or a clause: changes on its two sides are told apart. */
const STOP = 8

/** A letter of ASCII, or a Cyrillic one of any language. */
function isPlainLetter(unit: number): boolean {
  return hasSort(unit, PLAIN_LETTER)
}

function hasSort(unit: number, sort: number): boolean {
  return unit < SORTS.length && ((SORTS[unit] ?? 0) & sort) !== 0
}

/** Up to the last sign of general punctuation that is told here. */
const SORTS = new Uint8Array(0x2020)
for (let unit = 0; unit < 0x530; unit++) {
  if (isCommonLetter(unit) || unit >= 0x48a) SORTS[unit] = PLAIN_LETTER
}
/** Punctuation that no word has within it, and that no form begins with. */
for (const sign of ',()»”') SORTS[sign.charCodeAt(0)] = ENDS_WORD | PLAIN_SIGN
for (const sign of '.;:!?') SORTS[sign.charCodeAt(0)] = ENDS_WORD | PLAIN_SIGN | STOP
/** A form may begin with it. */
SORTS['"'.charCodeAt(0)] = ENDS_WORD

/** Combining marks and joiners begin here. */
const FIRST_MARK = 0x300

export function isSpace(unit: number): boolean {
  if (unit < 0x80) return unit === 0x20 || (unit >= 9 && unit <= 13)
  return unit === 0xa0 || (unit >= FIRST_WIDE_SPACE && WIDE_SPACE.test(String.fromCharCode(unit)))
}

/** The first space behind the scripts that law is written in: Ogham's. */
const FIRST_WIDE_SPACE = 0x1680

const WIDE_SPACE = /\s/u

function tokenEnd(text: string, start: number): number {
  TOKEN.lastIndex = start
  return TOKEN.test(text) ? TOKEN.lastIndex : start + 1
}

export function weigh(text: string, start: number, end: number): Weight {
  const first = text.charCodeAt(start)
  if (isCommonLetter(first)) {
    if (end - start > LONGEST_SMALL) return 'word'
    return SMALL_WORDS.has(text.slice(start, end).toLowerCase()) ? 'small' : 'word'
  }
  if (end - start === 1 && hasSort(first, ENDS_WORD)) {
    return hasSort(first, STOP) ? 'stop' : 'punctuation'
  }
  const token = text.slice(start, end)
  if (!/[\p{L}\p{N}\ufffb]/u.test(token)) return 'punctuation'
  return SMALL_WORDS.has(token.toLowerCase()) ? 'small' : 'word'
}

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
