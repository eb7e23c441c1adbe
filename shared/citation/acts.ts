import type { ActNoun } from '../tradition/citation.ts'
import type { CitedAct } from './address.ts'
import { apartFrom } from './apart.ts'
import type { Lexicon } from './lexicon.ts'
import { type Token, wordForm } from './token.ts'

/** Words that name an act, whether or not a unit of it is cited. */
export interface ActMention {
  readonly start: number
  readonly end: number
  readonly act: CitedAct
  /** Whether it is a citation with no unit cited. */
  readonly alone: boolean
}

/** All mentions of acts in a text, in order; they do not overlap. */
export function actMentions(
  text: string,
  tokens: readonly Token[],
  lexicon: Lexicon,
): readonly ActMention[] {
  const mentions: ActMention[] = []
  for (const [i, token] of tokens.entries()) {
    const from = mentions.at(-1)?.end ?? 0
    if (token.type !== 'word' || token.start < from) continue
    if (lexicon.words.thereof?.test(token.form)) {
      mentions.push({ ...token, act: { kind: 'said', sort: ANY_SORT }, alone: false })
      continue
    }
    const noun = lexicon.acts.get(token.form)
    if (!noun || (noun.stands !== undefined && !isAbbreviation(text, token))) continue
    const mention = mentionAt(text, token, noun, lexicon, from)
    if (mention) mentions.push(widened(mention, text, tokens, i, lexicon))
  }
  return withFurther(mentions, text, lexicon)
}

/** "thereof": an act of any sort. */
export const ANY_SORT = ''

/** «УК» and no word that is spelled so. */
function isAbbreviation(text: string, { start, end }: Token): boolean {
  return /^\p{Lu}[\p{Lu}о]*\p{L}?\p{Lu}$/u.test(text.slice(start, end))
}

/** Characters before a noun in which the rest of a name is looked for. */
const LEAD_REACH = 420

function mentionAt(
  text: string,
  token: Token,
  noun: ActNoun,
  { words }: Lexicon,
  from: number,
): ActMention | undefined {
  words.actTail.lastIndex = token.end
  const tail = words.actTail.exec(text)?.[0] ?? ''
  const before = text.slice(Math.max(from, token.start - LEAD_REACH), token.start)
  const lead = /[\p{L}»"”\d]\s+$/u.test(before) ? (noun.lead?.exec(before)?.[0] ?? '') : ''
  const start = token.start - lead.length
  const end = token.end + tail.length
  const numbered = /[\d«"“№]/u.test(tail) || /[\d«"“№]/u.test(lead)
  const capital = isCapital(text, token.start) || (noun.sort === 'code' && isCapital(text, start))
  const name = noun.stands ?? text.slice(start, end)
  const bare = lead === '' && tail === ''
  // A law is named by more than its sort: «Конституционным законом» is any of them.
  const named = noun.sort === 'law' ? tail !== '' || (lead !== '' && /[»"”]/.test(lead)) : !bare
  const generic = noun.sort !== 'constitution' && noun.stands === undefined && bare
  return {
    start,
    end,
    act: generic ? { kind: 'said', sort: noun.sort } : { kind: 'named', sort: noun.sort, name },
    alone:
      noun.alone === 'always'
        ? isCapital(text, token.start)
        : (noun.alone !== 'never' && numbered) || (noun.alone === 'named' && capital && named),
  }
}

/** With «настоящего» or «указанного» before it, a name is no name. */
function widened(
  mention: ActMention,
  text: string,
  tokens: readonly Token[],
  index: number,
  { words, acts }: Lexicon,
): ActMention {
  const noun = acts.get(tokens[index]?.form ?? '')
  let i = index - 1
  while (i >= 0 && (tokens[i]?.start ?? 0) >= mention.start) {
    if (words.this.test(tokens[i]?.form ?? '')) break
    i--
  }
  const before = tokens[i]
  const sort = noun?.sort ?? ''
  if (before?.type !== 'word') return mention
  if (words.this.test(before.form))
    return {
      start: before.start,
      end: endOfNoun(mention, tokens, index),
      act: { kind: 'this' },
      alone: false,
    }
  if (words.said.test(before.form) && text.slice(before.end, mention.start).trim() === '')
    return { ...mention, start: before.start, act: { kind: 'said', sort }, alone: false }
  return mention
}

function endOfNoun(mention: ActMention, tokens: readonly Token[], index: number): number {
  return tokens[index]?.end ?? mention.end
}

/** «законами РК от 12.01.2007 № 225; от 21.05.2013 № 95-V»: the later ones name acts too. */
function withFurther(
  mentions: readonly ActMention[],
  text: string,
  { words }: Lexicon,
): readonly ActMention[] {
  const first = mentions.find(
    ({ alone, act }) => alone && act.kind === 'named' && /\d/.test(act.name),
  )
  if (first?.act.kind !== 'named') return mentions
  const { sort } = first.act
  const further = [...text.matchAll(words.actNext)]
    .map((match): ActMention => {
      const end = match.index + match[0].length
      return { start: match.index, end, act: { kind: 'named', sort, name: match[0] }, alone: true }
    })
    .filter(({ start }) => start > first.end)
    .filter(apartFrom(mentions))
  return further.length === 0
    ? mentions
    : [...mentions, ...further].sort((a, b) => a.start - b.start)
}

function isCapital(text: string, at: number): boolean {
  return /^[«"“]?\s?\p{Lu}/u.test(text.slice(at, at + 3))
}

/** The words of a name that tell one act from another, cut to the stems that inflection leaves. */
export function nameStems(name: string, filler: RegExp): ReadonlySet<string> {
  const words = name.match(/\p{L}{2,}/gu) ?? []
  return new Set(
    words
      .map(wordForm)
      .filter((word) => !filler.test(word))
      .map((word) => word.slice(0, STEM)),
  )
}

/** Letters of a word that stay in all its cases; 5 tells «уголовный» from «гражданский». */
const STEM = 5
