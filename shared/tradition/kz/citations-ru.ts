import type { UnitKind } from '../../schema/kind.ts'
import type { CitationWords, OrdinalForms, UnitNoun } from '../citation.ts'
import { type CaseForms, caseForms, type Gender, type GrammaticalCase } from '../declension.ts'

/** In the order of Russian grammars. */
export const RUSSIAN_CASES: readonly GrammaticalCase[] = [
  'nominative',
  'genitive',
  'dative',
  'accusative',
  'instrumental',
  'prepositional',
]

/** The forms of each number are given in the order of {@link RUSSIAN_CASES}. */
function noun(
  gender: Gender,
  kinds: readonly UnitKind[],
  singular: string,
  plural: string,
  short: readonly string[] = [],
): UnitNoun {
  const forms = {
    singular: caseForms(RUSSIAN_CASES, singular.split(' ')),
    plural: caseForms(RUSSIAN_CASES, plural.split(' ')),
  }
  return { word: forms.singular.nominative ?? '', kinds, gender, short, free: forms, bound: forms }
}

const units: readonly UnitNoun[] = [
  noun(
    'feminine',
    ['article'],
    'статья статьи статье статью статьей статье',
    'статьи статей статьям статьи статьями статьях',
    ['ст'],
  ),
  noun(
    'masculine',
    ['paragraph', 'point'],
    'пункт пункта пункту пункт пунктом пункте',
    'пункты пунктов пунктам пункты пунктами пунктах',
    ['п', 'пункт'],
  ),
  noun(
    'masculine',
    ['point'],
    'подпункт подпункта подпункту подпункт подпунктом подпункте',
    'подпункты подпунктов подпунктам подпункты подпунктами подпунктах',
    ['пп', 'подп'],
  ),
  noun(
    'feminine',
    ['subparagraph', 'paragraph'],
    'часть части части часть частью части',
    'части частей частям части частями частях',
    ['ч'],
  ),
  noun(
    'masculine',
    ['alinea'],
    'абзац абзаца абзацу абзац абзацем абзаце',
    'абзацы абзацев абзацам абзацы абзацами абзацах',
    ['абз'],
  ),
  noun(
    'neuter',
    [],
    'предложение предложения предложению предложение предложением предложении',
    'предложения предложений предложениям предложения предложениями предложениях',
  ),
  noun(
    'feminine',
    ['chapter'],
    'глава главы главе главу главой главе',
    'главы глав главам главы главами главах',
    ['гл'],
  ),
  noun(
    'masculine',
    ['part'],
    'раздел раздела разделу раздел разделом разделе',
    'разделы разделов разделам разделы разделами разделах',
    ['разд'],
  ),
  noun(
    'masculine',
    ['subpart'],
    'подраздел подраздела подразделу подраздел подразделом подразделе',
    'подразделы подразделов подразделам подразделы подразделами подразделах',
  ),
  noun(
    'masculine',
    ['section'],
    'параграф параграфа параграфу параграф параграфом параграфе',
    'параграфы параграфов параграфам параграфы параграфами параграфах',
  ),
  noun(
    'neuter',
    ['annex'],
    'приложение приложения приложению приложение приложением приложении',
    'приложения приложений приложениям приложения приложениями приложениях',
  ),
]

/** Endings of ordinals in the order of {@link RUSSIAN_CASES}. */
const ENDINGS = {
  hard: {
    masculine: 'ый ого ому ый ым ом',
    feminine: 'ая ой ой ую ой ой',
    neuter: 'ое ого ому ое ым ом',
  },
  stressed: {
    masculine: 'ой ого ому ой ым ом',
    feminine: 'ая ой ой ую ой ой',
    neuter: 'ое ого ому ое ым ом',
  },
  soft: {
    masculine: 'ий ьего ьему ий ьим ьем',
    feminine: 'ья ьей ьей ью ьей ьей',
    neuter: 'ье ьего ьему ье ьим ьем',
  },
} as const

function ordinal(value: number, stem: string, sort: keyof typeof ENDINGS): OrdinalForms {
  const declined = (gender: Gender): CaseForms =>
    caseForms(
      RUSSIAN_CASES,
      ENDINGS[sort][gender].split(' ').map((ending) => stem + ending),
    )
  return {
    value,
    declined: {
      masculine: declined('masculine'),
      feminine: declined('feminine'),
      neuter: declined('neuter'),
    },
  }
}

const STRESSED: ReadonlySet<string> = new Set(['втор', 'шест', 'седьм', 'восьм', 'сороков'])

const STEMS: readonly (readonly [value: number, stem: string])[] = [
  ...'перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат'
    .split(' ')
    .map((stem, i) => [i + 1, stem] as const),
  [30, 'тридцат'],
  [40, 'сороков'],
  [50, 'пятидесят'],
  [60, 'шестидесят'],
  [70, 'семидесят'],
  [80, 'восьмидесят'],
  [90, 'девяност'],
  [100, 'сот'],
]

/** «Уголовно-процессуального », «Кодекса об административных правонарушениях» has none. */
const CODE_LEAD =
  /(?<!\p{L})\p{Lu}\p{Ll}+(?:-\p{Ll}+)?(?:ый|ого|ому|ым|ом|ий|его|ему|им|ем)\s+(?:\p{Ll}+(?:-\p{Ll}+)?(?:ый|ого|ому|ым|ом)\s+)?$/u
const LAW_LEAD = /(?<!\p{L})конституционн(?:ый|ого|ому|ым|ом|ых|ыми)\s+$/iu

const actForms = (stem: string, endings: string) => endings.split(' ').map((end) => stem + end)
const MASCULINE = ' а у ом е'.split(' ')
const masculine = (stem: string) => [...MASCULINE.map((end) => stem + end), stem]

/** Codes as lawyers abbreviate them. */
const ABBREVIATIONS: CitationWords['acts'] = Object.entries({
  ГК: 'Гражданский кодекс',
  ГПК: 'Гражданский процессуальный кодекс',
  УК: 'Уголовный кодекс',
  УПК: 'Уголовно-процессуальный кодекс',
  УИК: 'Уголовно-исполнительный кодекс',
  КоАП: 'Кодекс об административных правонарушениях',
  КРКоАП: 'Кодекс об административных правонарушениях',
  АППК: 'Административный процедурно-процессуальный кодекс',
  ТК: 'Трудовой кодекс',
  НК: 'Налоговый кодекс',
  БК: 'Бюджетный кодекс',
  ЗК: 'Земельный кодекс',
  ПК: 'Предпринимательский кодекс',
}).map(([form, stands]) => ({ sort: 'code', forms: [form.toLowerCase()], stands, alone: 'never' }))

const PRESENT = (endings: string) => endings.split(' ').map((ending) => `настоящ${ending}`)

/** Prepositions, and verbs that law puts before what it changes or applies. */
const GOVERNS: CitationWords['governs'] = [
  { words: /^(?:в|во|на)$/u, cases: ['prepositional', 'accusative'] },
  { words: /^(?:о|об|обо|при)$/u, cases: ['prepositional'] },
  { words: /^(?:к|ко|по|согласно|вопреки|благодаря|соответственно|подобно)$/u, cases: ['dative'] },
  {
    words:
      /^(?:из|от|до|без|для|кроме|против|после|у|вместо|помимо|относительно|вследствие|ввиду|сверх|касательно|посредством|действие|силу|силе|рамках|основании|нарушение|исключением|учетом|требования|положения|порядке)$/u,
    cases: ['genitive'],
  },
  { words: /^(?:с|со)$/u, cases: ['instrumental', 'genitive'] },
  { words: /^(?:под|над|перед|между)$/u, cases: ['instrumental'] },
  {
    words: /^(?:предусмотрен|установлен|определен|регулиру|регламентир|урегулирован)\p{L}*$/u,
    cases: ['instrumental', 'nominative'],
  },
  { words: /^за$/u, cases: ['accusative', 'instrumental'] },
  { words: /^(?:через|про|включая)$/u, cases: ['accusative'] },
  {
    words:
      /^(?:изложить|исключить|дополнить|признать|применить|применять|применяя|нарушить|нарушая|нарушив|считать|отменить|изменить|поменять|заменить|учитывая|соблюдать|соблюдая)$|\p{L}{3,}(?:[аеиоуыя]ть|сти)$/u,
    cases: ['accusative'],
  },
  {
    words: /^(?:соответств|противореч|подчин|предшеств)\p{L}+$/u,
    cases: ['dative'],
  },
]

/** Russian acts of Kazakhstan. */
export const citationsRu: CitationWords = {
  tradition: 'kz',
  language: 'ru',
  number: 'behind',
  lists: 'together',
  innerNumbers: false,
  units,
  acts: [
    { sort: 'constitution', forms: actForms('конституци', 'я и ю ей ею'), alone: 'always' },
    { sort: 'code', forms: masculine('кодекс'), lead: CODE_LEAD, alone: 'named' },
    {
      sort: 'law',
      forms: [...masculine('закон'), 'законами', 'законов'],
      lead: LAW_LEAD,
      alone: 'named',
    },
    ...ABBREVIATIONS,
    { sort: 'decree', forms: masculine('указ'), alone: 'named' },
    { sort: 'order', forms: masculine('приказ'), alone: 'never' },
    { sort: 'resolution', forms: actForms('постановлени', 'е я ю ем и'), alone: 'never' },
    {
      sort: 'rules',
      forms: 'правила правил правилам правилами правилах'.split(' '),
      alone: 'never',
    },
    { sort: 'statute', forms: [...masculine('устав'), ...masculine('регламент')], alone: 'never' },
    {
      sort: 'treaty',
      forms: [
        ...masculine('договор'),
        ...masculine('протокол'),
        ...actForms('соглашени', 'е я ю ем и'),
        ...actForms('конвенци', 'я и ю ей'),
        ...actForms('хартии', ' я ю ей'),
      ],
      alone: 'never',
    },
    {
      sort: 'rule',
      forms: [
        ...actForms('положени', 'я'),
        ...actForms('инструкци', 'и'),
        ...actForms('методик', 'и'),
        ...masculine('перечн'),
        'перечня',
      ],
      alone: 'never',
    },
  ],
  namedParts: [
    {
      adjective: /^общ(?:ая|ей|ую|ею)$/u,
      noun: /^част(?:ь|и|ью)$/u,
      name: 'Общая часть',
    },
    {
      adjective: /^особенн(?:ая|ой|ую|ою)$/u,
      noun: /^част(?:ь|и|ью)$/u,
      name: 'Особенная часть',
    },
  ],
  ordinals: STEMS.map(([value, stem]) =>
    ordinal(value, stem, stem === 'трет' ? 'soft' : STRESSED.has(stem) ? 'stressed' : 'hard'),
  ),
  numerals: [
    ['двадцать', 20],
    ['тридцать', 30],
    ['сорок', 40],
    ['пятьдесят', 50],
    ['шестьдесят', 60],
    ['семьдесят', 70],
    ['восемьдесят', 80],
    ['девяносто', 90],
    ['сто', 100],
  ],
  within: ['к', 'ко'],
  adjacent: true,
  articles: [],
  numeralLabels: false,
  and: ['и', 'или', 'либо'],
  to: ['по', 'до'],
  prepositions: ['в', 'во', 'с', 'со', 'к', 'ко', 'по', 'на', 'из', 'также'],
  governs: GOVERNS,
  ungoverned: ['genitive', 'nominative', 'accusative', 'instrumental'],
  agreement: {
    before:
      /^(?:указанн|названн|упомянут|данн|соответствующ|вышеуказанн|нижеуказанн)\p{L}+$|^эт(?:ой|ого|ому|им|от|а|у|ом)$/u,
    behind:
      /^,\s*(?:(?:в|во|на|по|о|об|из|к|с|со|от|при)\s+)?(?:котор\p{L}+|\p{Ll}+(?:ющ|ящ|ащ|ущ|вш|нн|ем)(?:ей|его|ему|ем|им|ими|их|ую|ая|ий|ие|ые|ый|ой|ого|ому|ым|ых|ыми|ее))(?!\p{L})/u,
    subject: ['nominative'],
  },
  euphony: [
    { short: 'с', long: 'со', behind: /^(?:стат|ст\.|втор)/iu },
    { short: 'в', long: 'во', behind: /^втор/iu },
    { short: 'о', long: 'об', behind: /^[аеиоуэ]/iu },
  ],
  thisForms: {
    masculine: caseForms(RUSSIAN_CASES, PRESENT('ий его ему ий им ем')),
    feminine: caseForms(RUSSIAN_CASES, PRESENT('ая ей ей ую ей ей')),
    neuter: caseForms(RUSSIAN_CASES, PRESENT('ее его ему ее им ем')),
  },
  this: /^настоящ(?:ий|ая|ее|ие|его|ей|ему|им|ем|ую|их|ими)$/u,
  said: /^(?:выше)?(?:указанн|названн|упомянут|данн)(?:ый|ая|ое|ого|ой|ому|ым|ом|ую)$|^(?:этого|этой|этот|эта|этому|этим|этом|эту)$/u,
  previous: /^(?:предыдущ|предшествующ)(?:ий|ая|ее|его|ей|ему|им|ем|ую)$/u,
  next: /^следующ(?:ая|его|ей|ему|им|ем|ую)$/u,
  measures:
    /^(?:год\p{L}*|лет|г|гг|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|дн(?:ей|я)|суток|час(?:а|ов)?|месяц\p{L}*|календарн\p{L}+|рабоч\p{L}+|процент\p{L}*|тенге|тысяч\p{L}*|миллион\p{L}*|месячн\p{L}+|человек|мрп|кв|метр\p{L}*|раз|раза)$/u,
  gazette: /^ведомост(?:и|ях|ей)$/u,
  actTail:
    /(?:\s+(?:Республики\s+Казахстан|РК|Казахской\s+ССР|Российской\s+Федерации)(?!\p{L}))?(?:\s+(?:от|№)\s*(?:\d{1,2}\.\d{1,2}\.\d{2,4}|\d{1,2}\s+\p{Ll}+\s+\d{4}|\d+[-\p{L}\d]*)(?:\s+(?:года|г\.))?|\s*№\s*\d+[-\p{L}\d]*){0,3}(?:\s*[«"“]\s?(?=\p{L})[^«»"“”\n]{2,400}(?:(?<=\s)["«“](?=\p{L})[^«»"“”\n]{2,200}["»”](?:[»"”]|(?!\p{L}))|[»"”])|\s+об\s+административных\s+правонарушениях|\s+об?\s+\p{Ll}{3,}(?:\s+\p{Ll}+){0,9}(?=[,.;:)]|$))?(?:\s+от\s+\d{1,2}[.\s]\s?[\p{L}\d]+[.\s]\s?\d{4}(?:\s+(?:года|г\.))?)?(?:\s*№\s*\d+[-\p{L}\d]*)?/uy,
  asideOfAct: /^\s*\(порядок\s+введения\s+в\s+действие\s+см\.?\s*$/u,
  bareTitle: /\sоб?\s+(\p{Ll}.*)$/u,
  actFiller: /^(?:республики|казахстан|казахской|рк|ссr|от|года|об|о|и|в|на|по|к|из|для)$/u,
  actNext: /(?<=[;,]\s)от\s+\d{1,2}\.\d{1,2}\.\d{4}\s+(?:года\s+)?№\s*\d+[-\p{L}\d]*/gu,
  amends: /(?<!\p{L})(?:внести|внесении|внесены|изложить)(?!\p{L})/iu,
  place: {
    order: 'small-first',
    joint: ' ',
    numbered: '{noun} {n}',
    bracketed: '{noun} {n}',
    roman: '{noun} {n}',
    ordinal: '{noun} {n}',
    frames: { preface: 'заголовок', preamble: 'преамбула', conclusions: 'подпись' },
  },
}
