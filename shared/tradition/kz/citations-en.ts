import type { UnitKind } from '../../schema/kind.ts'
import type { CitationWords, OrdinalForms, UnitNoun } from '../citation.ts'
import type { CaseForms, Declension } from '../declension.ts'

/** Nouns that English acts write with a capital before a number. */
const CAPITAL: ReadonlySet<string> = new Set(
  'article chapter title annex appendix schedule section subsection'.split(' '),
)

export function englishNoun(
  kinds: readonly UnitKind[],
  word: string,
  short: readonly string[] = [],
): UnitNoun {
  const capital = CAPITAL.has(word)
  const plural = word.endsWith('x') ? `${word}es` : `${word}s`
  const printed = (form: string) => (capital ? `${form[0]?.toUpperCase()}${form.slice(1)}` : form)
  const forms: Declension = {
    singular: { nominative: printed(word) },
    plural: { nominative: printed(plural) },
  }
  return { word, kinds, gender: 'neuter', short, free: forms, bound: forms }
}

const CARDINALS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )

const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  )

export const ordinalsEn: readonly OrdinalForms[] = ORDINALS.map((form, i) => {
  const same = { nominative: form }
  return { value: i + 1, declined: { masculine: same, feminine: same, neuter: same } }
})

const MONTHS =
  'january february april june july august september october november december'.replaceAll(' ', '|')

const NAME_LEAD =
  /(?:(?:(?<![\p{L}\d])\p{Lu}[\p{L}’'-]*\s+(?:(?:of|and|for|in|on|to|or)\s+){0,3}){1,10})$/u
const LAW_LEAD = /(?<!\p{L})constitutional\s+$/iu

const THIS: CaseForms = { nominative: 'this' }

/** English of the official translations of Kazakhstan's acts, and acts drafted like them. */
export const citationsEn: CitationWords = {
  tradition: 'kz',
  language: 'en',
  number: 'behind',
  lists: 'together',
  innerNumbers: true,
  units: [
    englishNoun(['article'], 'article', ['art', 'arts']),
    englishNoun(['paragraph', 'point', 'section'], 'paragraph', ['para', 'paras']),
    englishNoun(['point', 'subparagraph'], 'subparagraph', ['subpara', 'sub-paragraph']),
    englishNoun(['point', 'paragraph'], 'item'),
    englishNoun(['point', 'paragraph'], 'point'),
    englishNoun(['point'], 'sub-item'),
    englishNoun(['point', 'alinea'], 'clause'),
    englishNoun(['subparagraph', 'part', 'paragraph', 'book'], 'part'),
    englishNoun(['alinea'], 'indent'),
    englishNoun([], 'sentence'),
    englishNoun(['chapter'], 'chapter'),
    englishNoun(['part', 'section'], 'section'),
    englishNoun(['subpart', 'subsection'], 'subsection'),
    englishNoun(['title'], 'title'),
    englishNoun(['annex'], 'annex'),
    englishNoun(['annex'], 'appendix'),
    englishNoun(['annex'], 'schedule'),
  ],
  acts: [
    { sort: 'constitution', forms: ['constitution'], alone: 'always' },
    { sort: 'code', forms: ['code'], lead: NAME_LEAD, alone: 'named' },
    { sort: 'law', forms: ['law', 'laws'], lead: LAW_LEAD, alone: 'numbered' },
    { sort: 'act', forms: ['act'], lead: NAME_LEAD, alone: 'named' },
    { sort: 'decree', forms: ['decree'], alone: 'numbered' },
    {
      sort: 'rule',
      forms: ['rules', 'regulations', 'regulation', 'treaty', 'convention', 'charter', 'protocol'],
      alone: 'never',
    },
  ],
  namedParts: [
    {
      adjective: /^general$/u,
      noun: /^part$/u,
      name: 'General Part',
    },
    {
      adjective: /^special$/u,
      noun: /^part$/u,
      name: 'Special Part',
    },
  ],
  thereof: /^thereof$/u,
  ordinals: ordinalsEn,
  numerals: CARDINALS.map((form, i) => [form, i + 1] as const),
  within: ['of', 'to', 'in'],
  adjacent: false,
  articles: ['the'],
  numeralLabels: true,
  and: ['and', 'or', 'and/or'],
  to: ['to', 'through'],
  prepositions: ['in', 'of', 'under', 'by', 'with', 'the'],
  // English nouns have one form; behind a preposition they are no subject.
  governs: [
    {
      words:
        /^(?:of|in|under|by|with|to|from|on|for|at|see|through|within|pursuant|per|than|and|or|as|into|after|before|between|against|upon|via|violates?|amends?|repeals?|applying|apply)$/u,
      cases: ['accusative'],
    },
  ],
  ungoverned: ['nominative'],
  agreement: {
    before: /^(?:said|such|that|each|every)$/u,
    behind: /^,?\s+(?:which|that|has|is|does)(?!\p{L})/u,
    subject: ['nominative'],
  },
  euphony: [],
  thisForms: { masculine: THIS, feminine: THIS, neuter: THIS },
  this: /^this$/u,
  said: /^(?:said|such|that)$/u,
  previous: /^(?:preceding|previous|foregoing)$/u,
  next: /^(?:following|next)$/u,
  measures: new RegExp(
    `^(?:years?|days?|months?|hours?|minutes?|percent|per|members?|deputies|${MONTHS})$`,
    'u',
  ),
  gazette: /^(?:vedomosti|gazette|bulletin|journal)$/u,
  actTail:
    /(?:\s+of\s+the\s+(?:Republic\s+of\s+Kazakhstan|Republic|United\s+States)|\s+of\s+the\s+RK|\s+of\s+\d{4}(?!\p{L}))?(?:,?\s*(?:dated|of|No\.?|№)\s*(?:\d{1,2}\s+\p{L}+\s+\d{4}|\p{L}+\s+\d{1,2},\s+\d{4}|\d+[-\p{L}\d]*)){0,3}(?:\s\d{1,3}-\d{1,4})?(?:\s*[«"“][^«»"“”\n]{2,400}[»"”])?/uy,
  actFiller: /^(?:of|the|republic|kazakhstan|and|on|in|for|to|rk|dated|no)$/u,
  actNext: /(?<=[;:,]\s)No\.\s*\d+[-\p{L}\d]*\s+(?:of|dated)\s+\d{1,2}\s+\p{L}+\s+\d{4}/gu,
  amends:
    /(?:amendments?|additions?|supplements?|changes)\b.{0,200}\b(?:made|introduced|inserted)|shall be amended|(?:introduce|make) (?:the following )?(?:amendments|changes|additions)|is amended/isu,
  place: {
    order: 'small-first',
    joint: ' of ',
    numbered: '{noun} {n}',
    bracketed: '{noun} {n}',
    roman: '{noun} {n}',
    ordinal: '{n} {noun}',
    frames: { preface: 'title', preamble: 'preamble', conclusions: 'signature' },
  },
}
