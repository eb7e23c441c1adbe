import type { UnitKind } from '../schema/kind.ts'
import type { HeadWord, ReadingWords } from '../tradition/reading.ts'
import type { ListPlace } from './item.ts'
import { ARABIC, labelOf, ROMAN } from './number.ts'

/** A line that opens a unit by its word and number: «Статья 44-1. Title», "I бөлім". */
export interface Head {
  readonly kind: UnitKind
  /** `null` for a head without a number («Общая часть»). */
  readonly label: string | null
  /** The number as it stands in the text: «Статья 44-1.». */
  readonly printed: string
  /** What follows the number on the line. */
  readonly rest: string
  /** No space stands between the number and the words after it. */
  readonly glued: boolean
  readonly place?: ListPlace
  /** How deep a heading of Markdown is; the outermost is 1. */
  readonly level?: number
}

export type ReadHead = (line: string) => Head | undefined

/** A recognizer of the heads of one tradition. */
export function headReader(words: ReadingWords): ReadHead {
  const before = words.heads.filter(({ place }) => place === 'before')
  const after = words.heads.filter(({ place }) => place === 'after')
  const named = words.heads.filter(({ place }) => place === 'afterOrdinal')
  const ordinals = words.ordinals.map((stem) => new RegExp(`^(?:${stem})\\p{L}{0,3}$`, 'iu'))
  const forms = [
    ...(before.length > 0 ? [wordFirst(before, ordinals)] : []),
    ...(after.length > 0 ? [numberFirst(after, ordinals, `${ARABIC}|${ROMAN}|${ORDINAL}`)] : []),
    ...(named.length > 0 ? [numberFirst(named, ordinals, ORDINAL)] : []),
  ]
  return (line) => {
    if (line.length > MAX_HEAD) return undefined
    if (words.division.test(line)) return division(line)
    const plain = inOneScript(line)
    for (const form of forms) {
      const head = form(plain)
      if (head && opensUnit(head, words)) return plain === line ? head : asPrinted(head, line)
    }
    return undefined
  }
}

/** Characters from the start of a line in which the word and the number of a head stand. */
const OPENING = 40

const LATIN = 'ABCEHKMOPTXaceopxy'
const CYRILLIC = 'АВСЕНКМОРТХасеорху'

/** Latin letters that stand among Cyrillic ones for those that look alike: «Cтатья» with a Latin C. */
function inOneScript(line: string): string {
  const opening = line.slice(0, OPENING)
  if (!/[A-Za-z]\p{Script=Cyrillic}|\p{Script=Cyrillic}[A-Za-z]/u.test(opening)) return line
  const folded = opening.replaceAll(/\p{L}+/gu, (word) =>
    /\p{Script=Cyrillic}{2}/u.test(word) ? word.replaceAll(/[A-Za-z]/gu, alike) : word,
  )
  return folded + line.slice(OPENING)
}

function alike(letter: string): string {
  return CYRILLIC[LATIN.indexOf(letter)] ?? letter
}

/** A head with the letters of its line. */
function asPrinted(head: Head, line: string): Head {
  const rest = line.slice(line.length - head.rest.length)
  return { ...head, printed: line.slice(0, head.printed.length), rest }
}

/** Characters a line with a head may have: the longest article run into its number seen is 3 000. */
const MAX_HEAD = 20_000

function division(line: string): Head {
  return { kind: 'book', label: null, printed: '', rest: line, glued: false }
}

/** Words that may be an ordinal numeral: «он екінші». */
const ORDINAL = String.raw`\p{L}+(?:\s\p{L}+)?`

function wordFirst(heads: readonly HeadWord[], ordinals: readonly RegExp[]): ReadHead {
  const pattern = new RegExp(
    `^(${heads.map(({ word }) => word).join('|')})(?:\\s*№)?(?:\\s+|(?<=§)\\s*)(${ARABIC}|${ROMAN}(?![\\p{L}\\p{N}])|\\p{L}+)(\\s?[.:)](?!\\d)|\\s*(?=[–—-]\\s|[–—]\\p{L}))?(\\s*)`,
    'iu',
  )
  return (line) => {
    const match = pattern.exec(line)
    if (!match) return unnumberedAnnex(heads, line)
    const [printed = '', word = '', number = '', stop = '', space = ''] = match
    const head = heads.find((one) => one.word === word.toLowerCase())
    const label = labelOf(number, ordinals)
    if (!head || label === undefined || word[0] !== word[0]?.toUpperCase()) return undefined
    return headFrom(head.kind, label, line, printed.trimEnd(), stop, space)
  }
}

function numberFirst(
  heads: readonly HeadWord[],
  ordinals: readonly RegExp[],
  numbers: string,
): ReadHead {
  const pattern = new RegExp(
    `^(${numbers})(?:\\s?[-–‑]\\s?|(?<=[IVX\\d])\\.\\s?|\\s+)(${heads.map(({ word }) => word.replaceAll('і', '[іi]')).join('|')})(?!\\p{L})(\\s?[.:](?!\\d))?(\\s*)`,
    'iu',
  )
  return (line) => {
    const match = pattern.exec(line)
    if (!match) return unnumberedAnnex(heads, line)
    const [printed = '', number = '', word = '', stop = '', space = ''] = match
    const plainWord = word.toLowerCase().replaceAll('i', 'і')
    const head = heads.find((one) => one.word.replaceAll('i', 'і') === plainWord)
    const label = labelOf(number, ordinals)
    if (!head || label === undefined || /^\p{Ll}/u.test(number)) return undefined
    return headFrom(head.kind, label, line, printed.trimEnd(), stop, space)
  }
}

function unnumberedAnnex(heads: readonly HeadWord[], line: string): Head | undefined {
  const annex = heads.find(
    ({ kind, word }) => kind === 'annex' && line.toLowerCase().startsWith(word),
  )
  if (!annex || line[0] !== line[0]?.toUpperCase()) return undefined
  const rest = line.slice(annex.word.length)
  if (!/^(?:$|\s+(?:к|to)\s)/u.test(rest) || rest.length > 200) return undefined
  return {
    kind: 'annex',
    label: null,
    printed: line.slice(0, annex.word.length),
    rest: rest.trim(),
    glued: false,
  }
}

function headFrom(
  kind: UnitKind,
  label: string,
  line: string,
  printed: string,
  stop: string,
  space: string,
): Head {
  const rest = line.slice(printed.length).trim()
  const isParted = space !== '' || stop !== '' || /^(?:$|[–—])/u.test(rest)
  return { kind, label, printed, rest, glued: !isParted }
}

/** Whether the words after the number are a heading, run-in text or a repeal, not a sentence that cites. */
function opensUnit({ kind, printed, rest, glued }: Head, words: ReadingWords): boolean {
  if (rest === '') return true
  if (words.repealed.test(rest)) return true
  if (glued) return /^\p{Lu}\p{Ll}/u.test(rest)
  if (kind === 'annex') return rest.length <= 200 && !/[.;,]$/u.test(rest)
  const opening = /^[\p{Lu}\p{N}«"“”„'‘(["[–—-]/u.test(rest)
  if (/[.:)]$/u.test(printed)) return opening
  return opening && rest.length <= 300 && !/[.;,:]$/u.test(rest)
}
