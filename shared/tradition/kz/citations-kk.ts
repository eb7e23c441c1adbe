import type { UnitKind } from '../../schema/kind.ts'
import type { CitationWords, OrdinalForms, UnitNoun } from '../citation.ts'
import { type CaseForms, caseForms, type GrammaticalCase } from '../declension.ts'

/** In the order of the endings below. */
export const KAZAKH_CASES: readonly GrammaticalCase[] = [
  'nominative',
  'genitive',
  'dative',
  'accusative',
  'locative',
  'ablative',
  'instrumental',
  'attributive',
]

/** Case endings behind a stem of back or front vowels that ends as its first letter tells. */
const ENDINGS: Readonly<Record<string, string>> = {
  backHard: ' тың қа ты та тан пен тағы',
  backSoft: ' ның ға ны да дан мен дағы',
  backPlural: ' дың ға ды да дан мен дағы',
  backNasal: ' ның ға ды да нан мен дағы',
  backOwn: ' ның на н нда нан мен ндағы',
  frontHard: ' тің ке ті те тен пен тегі',
  frontSoft: ' нің ге ні де ден мен дегі',
  frontPlural: ' дің ге ді де ден мен дегі',
  frontNasal: ' нің ге ді де нен мен дегі',
  frontOwn: ' нің не н нде нен мен ндегі',
}

function cases(stem: string, endings: string): readonly string[] {
  return (ENDINGS[endings] ?? '').split(' ').map((ending) => stem + ending)
}

/** `stem` as it stands alone, `own` as it belongs to a larger unit, and the plural of `stem`. */
export function noun(
  kinds: readonly UnitKind[],
  vowels: 'back' | 'front',
  stem: string,
  own: string,
  plural: string,
  ending: 'Hard' | 'Soft' | 'Plural' | 'Nasal' = 'Hard',
): UnitNoun {
  const i = vowels === 'back' ? 'ы' : 'і'
  return {
    word: stem,
    kinds,
    gender: 'masculine',
    free: {
      singular: declined(stem, vowels + ending),
      plural: declined(plural, `${vowels}Plural`),
    },
    bound: {
      singular: declined(own, `${vowels}Own`),
      plural: declined(plural + i, `${vowels}Own`),
    },
  }
}

export function declined(stem: string, endings: string): CaseForms {
  return caseForms(KAZAKH_CASES, cases(stem, endings))
}

const ORDINALS: readonly (readonly [number, string])[] = [
  ...'бірінші екінші үшінші төртінші бесінші алтыншы жетінші сегізінші тоғызыншы оныншы'
    .split(' ')
    .map((form, i) => [i + 1, form] as const),
  [20, 'жиырмасыншы'],
  [30, 'отызыншы'],
  [40, 'қырқыншы'],
  [50, 'елуінші'],
  [60, 'алпысыншы'],
  [70, 'жетпісінші'],
  [80, 'сексенінші'],
  [90, 'тоқсаныншы'],
  [100, 'жүзінші'],
]

function ordinal(value: number, form: string): OrdinalForms {
  const same = { nominative: form }
  return { value, declined: { masculine: same, feminine: same, neuter: same } }
}

const STATE = '(?:(?:Қазақстан\\s+Республикасы(?:ның)?|ҚР)\\s+)?'
const TITLE = '(?:[«"“]\\s?[^«»"“”\\n]{3,300}[»"”]\\s*)?'
const DATE = '(?:\\d{4}\\s+жылғы\\s+\\d{1,2}\\s+\\p{Ll}+\\s+)?(?:№\\s*\\d+[-\\p{L}\\d]*\\s+)?'
const named = (adjective: string) =>
  new RegExp(`(?<!\\p{L})${TITLE}${STATE}${TITLE}${DATE}${STATE}${DATE}(?:${adjective}\\s+)?$`, 'u')
/** «Қылмыстық іс жүргізу кодексі», "Әкімшілік құқық бұзушылық туралы кодекс". */
const CODE_LEAD = named(
  '(?:\\p{Lu}\\p{Ll}+(?:-\\p{Ll}+)?)(?:\\s+(?:іс\\s+жүргізу|процестік|рәсімдік-процестік|(?:құқық|тәртіп)\\s+бұзушылық))?(?:\\s+туралы)?',
)
const LAW_LEAD = named('[Кк]онституциялық')
const STATE_LEAD = named('(?!)')

/** Codes as lawyers abbreviate them, with the endings behind a hyphen: "ҚК-нің". */
const ABBREVIATIONS: CitationWords['acts'] = Object.entries({
  АК: 'Азаматтық кодекс',
  АПК: 'Азаматтық процестік кодекс',
  ҚК: 'Қылмыстық кодекс',
  ҚПК: 'Қылмыстық-процестік кодекс',
  ҚАК: 'Қылмыстық-атқару кодексі',
  ӘҚБтК: 'Әкімшілік құқық бұзушылық туралы кодекс',
  ӘҚБТК: 'Әкімшілік құқық бұзушылық туралы кодекс',
  ӘРПК: 'Әкімшілік рәсімдік-процестік кодекс',
  ЕК: 'Еңбек кодексі',
  СК: 'Салық кодексі',
  БК: 'Бюджет кодексі',
  ЖК: 'Жер кодексі',
  КК: 'Кәсіпкерлік кодексі',
}).map(([form, stands]) => ({
  sort: 'code',
  forms: [form.toLowerCase()],
  stands,
  lead: STATE_LEAD,
  alone: 'never',
}))

const THIS: CaseForms = { nominative: 'осы' }

/** Kazakh acts: the act and the larger unit come first, the number before its noun. */
export const citationsKk: CitationWords = {
  tradition: 'kz',
  language: 'kk',
  number: 'before',
  lists: 'together',
  innerNumbers: false,
  units: [
    noun(['article'], 'back', 'бап', 'бабы', 'баптар'),
    noun(['paragraph', 'point'], 'back', 'тармақ', 'тармағы', 'тармақтар'),
    noun(['point'], 'back', 'тармақша', 'тармақшасы', 'тармақшалар', 'Soft'),
    noun(['subparagraph', 'paragraph'], 'front', 'бөлік', 'бөлігі', 'бөліктер'),
    noun(['alinea'], 'back', 'абзац', 'абзацы', 'абзацтар'),
    noun([], 'front', 'сөйлем', 'сөйлемі', 'сөйлемдер', 'Nasal'),
    noun(['chapter'], 'back', 'тарау', 'тарауы', 'тараулар', 'Plural'),
    // The news say «бөлім» of the parts of an article as well.
    noun(['part', 'paragraph', 'subparagraph'], 'front', 'бөлім', 'бөлімі', 'бөлімдер', 'Nasal'),
    noun(['section'], 'back', 'параграф', 'параграфы', 'параграфтар'),
    noun(['annex'], 'back', 'қосымша', 'қосымшасы', 'қосымшалар', 'Soft'),
  ],
  acts: [
    {
      sort: 'constitution',
      forms: [...cases('конституция', 'backSoft'), ...cases('конституциясы', 'backOwn')],
      lead: STATE_LEAD,
      alone: 'always',
    },
    {
      sort: 'code',
      forms: [...cases('кодекс', 'frontHard'), ...cases('кодексі', 'frontOwn')],
      lead: CODE_LEAD,
      alone: 'named',
    },
    ...ABBREVIATIONS,
    {
      sort: 'law',
      forms: [...cases('заң', 'backNasal'), ...cases('заңы', 'backOwn')],
      lead: LAW_LEAD,
      alone: 'named',
    },
    {
      sort: 'decree',
      forms: [...cases('жарлық', 'backHard'), ...cases('жарлығы', 'backOwn')],
      lead: STATE_LEAD,
      alone: 'named',
    },
    {
      sort: 'order',
      forms: [
        ...cases('бұйрығы', 'backOwn'),
        ...cases('қаулысы', 'backOwn'),
        ...cases('қағидалары', 'backOwn'),
        ...cases('қағидалар', 'backPlural'),
        ...cases('ереже', 'frontSoft'),
        ...cases('шарт', 'backHard'),
        ...cases('конвенция', 'backSoft'),
        ...cases('конвенциясы', 'backOwn'),
        ...cases('келісім', 'frontNasal'),
        ...cases('регламент', 'frontHard'),
        ...cases('жарғы', 'backSoft'),
        ...cases('жарғысы', 'backOwn'),
      ],
      alone: 'never',
    },
  ],
  namedParts: [
    {
      adjective: /^жалпы$/u,
      noun: /^бөлі(?:к|г)\p{L}*$/u,
      name: 'Жалпы бөлік',
    },
    {
      adjective: /^ерекше$/u,
      noun: /^бөлі(?:к|г)\p{L}*$/u,
      name: 'Ерекше бөлік',
    },
  ],
  ordinals: ORDINALS.map(([value, form]) => ordinal(value, form)),
  numerals: [
    ...'бір екі үш төрт бес алты жеті сегіз тоғыз он'
      .split(' ')
      .map((form, i) => [form, i + 1] as const),
    ['жиырма', 20],
    ['отыз', 30],
    ['қырық', 40],
    ['елу', 50],
    ['алпыс', 60],
    ['жетпіс', 70],
    ['сексен', 80],
    ['тоқсан', 90],
    ['жүз', 100],
    ['мың', 1000],
  ],
  ordinalEnding: /^(?:[ыі]?нш[ыі]|[іи]нші)$/u,
  within: [],
  adjacent: true,
  articles: [],
  numeralLabels: false,
  and: ['және', 'мен', 'пен', 'бен', 'немесе'],
  to: [],
  prepositions: [],
  governs: [],
  ungoverned: KAZAKH_CASES,
  euphony: [],
  thisForms: { masculine: THIS, feminine: THIS, neuter: THIS },
  this: /^осы$/u,
  said: /^(?:көрсетілген|аталған|айтылған|сол|бұл)$/u,
  previous: /^алдыңғы$/u,
  next: /^келесі$/u,
  measures: /^(?:жыл\p{L}*|күн\p{L}*|ай\p{L}*|сағат\p{L}*|пайыз\p{L}*|теңге\p{L}*)$/u,
  gazette: /^жаршысы$/u,
  actTail: /(?:-\p{Ll}{2,5}(?!\p{L}))?(?:\s*№\s*\d+[-\p{L}\d]*)?/uy,
  actFiller: /^(?:қазақстан|республикасы|республикасының|қр|туралы|жылғы|және|мен)$/u,
  actNext: /(?<=[;,]\s)\d{4}\.\d{1,2}\.\d{1,2}\s+№\s*\d+[-\p{L}\d]*/gu,
  amends: /енгізілсін|енгізу(?!\p{L})/iu,
  place: {
    order: 'large-first',
    joint: ' ',
    numbered: '{n}-{noun}',
    bracketed: '{n} {noun}',
    roman: '{n} {noun}',
    ordinal: '{n} {noun}',
    frames: { preface: 'тақырып', preamble: 'кіріспе', conclusions: 'қол қойылған жер' },
  },
}
