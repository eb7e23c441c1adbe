import type { AmendingPhrases, CasedNoun, QuotedNouns } from '../phrases.ts'

const noun = (singular: string, plural: string): CasedNoun => {
  const both = { singular: { nominative: singular }, plural: { nominative: plural } }
  return { gender: 'neuter', free: both, bound: both }
}

const quoted = (one: string, many: string): QuotedNouns => ({
  singular: { nominative: `the ${one}` },
  plural: { nominative: `the ${many}` },
})

const LAST = { nominative: 'last' }

/**
 * English as the official translations of Kazakhstan's amending laws have it: "Paragraph 3 of Article 4
 * shall be amended as follows:". Sources: the translations of the laws of 2017 and 2022.
 */
export const phrasesEn: AmendingPhrases = {
  tradition: 'kz',
  language: 'en',
  largerCase: 'nominative',
  quotes: [
    ['“', '”'],
    ['"', '"'],
    ['«', '»'],
  ],
  quoted: '{noun} {quote}',
  quotedNouns: {
    word: quoted('word', 'words'),
    figure: quoted('figure', 'figures'),
    sign: quoted('punctuation mark', 'punctuation marks'),
    abbreviation: quoted('abbreviation', 'abbreviations'),
  },
  and: 'and',
  respectively: 'respectively',
  items: ['{n}.', '{n})'],
  numberedTwice: ['constitution'],
  range: '{from} to {to}',
  named: '{noun} {n}',
  counted: 'the {n} {noun}',
  bare: 'the {noun}',
  last: { masculine: LAST, feminine: LAST, neuter: LAST },
  parts: {
    heading: noun('heading', 'headings'),
    sentence: noun('sentence', 'sentences'),
    table: noun('table', 'tables'),
    row: noun('row', 'rows'),
    column: noun('column', 'columns'),
  },
  frames: {
    preface: noun('introductory part', 'introductory parts'),
    preamble: noun('preamble', 'preambles'),
    conclusions: noun('concluding part', 'concluding parts'),
  },
  leadIn: 'in {unit}:',
  missing: { inUnit: '{unit} is not in {holder}', inAct: '{unit} is not in the act' },
  leadsCounted: false,
  clauses: {
    substitute: '[in {unit},] {old} shall be replaced {which} by {new}',
    substituteEach: '[in {unit},] {old}, wherever appearing, shall be replaced {which} by {new}',
    insertAfter: {
      full: '{unit} shall be supplemented with {words} after {anchor}',
      inner: 'to add {words} after {anchor}',
    },
    insertBefore: {
      full: '{unit} shall be supplemented with {words} before {anchor}',
      inner: 'to add {words} before {anchor}',
    },
    insertStart: {
      full: '{unit} shall be supplemented at the beginning with {words}',
      inner: 'to add at the beginning {words}',
    },
    insertEnd: {
      full: '{unit} shall be supplemented with {words}',
      inner: 'to add {words}',
    },
    omit: '[in {unit},] {words} shall be deleted',
    omitEach: '[in {unit},] {words}, wherever appearing, shall be deleted',
    restateSentence: '{spot} shall be amended as follows:',
    insertSentence: {
      full: '{unit} shall be supplemented with {part} as follows:',
      inner: 'to add {part} as follows:',
    },
    insertSentenceLast: {
      full: '{unit} shall be supplemented with {part} as follows:',
      inner: 'to add {part} as follows:',
    },
    omitSentence: '{spot} shall be deleted',
    restateHeading: 'the heading [of {unit}] shall be amended as follows:',
    omitHeading: 'the heading [of {unit}] shall be deleted',
    restateUnits: '{units} shall be amended as follows:',
    restateAnnexed: '{units} shall be stated in the wording according to {annex} to this Law',
    insertAnnexed: 'to add {units} according to {annex} to this Law',
    restateAct: 'shall be amended as follows:',
    insertUnits: {
      full: '{unit} shall be supplemented with {units} as follows:',
      inner: 'to add {units} as follows:',
    },
    insertUnitsAfter: {
      full: '{unit} shall be supplemented after {sibling} with {units} as follows:',
      inner: 'to add after {sibling} {units} as follows:',
    },
    insertUnitsBefore: {
      full: '{unit} shall be supplemented before {sibling} with {units} as follows:',
      inner: 'to add before {sibling} {units} as follows:',
    },
    insertUnitsStart: {
      full: '{unit} shall be supplemented at the beginning with {units} as follows:',
      inner: 'to add at the beginning {units} as follows:',
    },
    insertUnitsEnd: {
      full: '{unit} shall be supplemented at the end with {units} as follows:',
      inner: 'to add at the end {units} as follows:',
    },
    exclude: '{units} shall be deleted',
    loseForce: '{units} shall be declared to be no longer in force',
    repealAct: 'shall be declared to be no longer in force',
    renumber: '{units} shall be renumbered as {to}',
    nestText: 'the existing text of {unit} shall be designated as {to}',
    move: '{units} shall be moved [to {into}] [and renumbered as {to}]',
    moveStart: '{units} shall be moved to the beginning [of {into}] [and renumbered as {to}]',
    moveEnd: '{units} shall be moved to the end [of {into}] [and renumbered as {to}]',
    moveAfter: '{units} shall be moved [to {into}] after {sibling} [and renumbered as {to}]',
    moveBefore: '{units} shall be moved [to {into}] before {sibling} [and renumbered as {to}]',
    insertRow: '{table} shall be supplemented after {row} with a row as follows:',
    insertRowFirst: '{table} shall be supplemented with a first row as follows:',
    restateRow: '{row} shall be amended as follows:',
    omitRow: '{row} shall be deleted',
    suspend: 'to suspend the operation of {units}',
    suspendFrom: 'to suspend the operation of {units} from {from}',
    suspendUntil: 'to suspend the operation of {units} [from {from}] until {until}',
    occurrence: '{old} (on its {n} occurrence)',
    occurrenceLast: '{old} (on its last occurrence)',
  },
  law: {
    title: 'On introducing {changes} to {act}',
    titleMany: 'On introducing {changes} to some legislative acts of the Republic of Kazakhstan',
    titleChange: { one: 'an amendment', many: 'amendments' },
    titleAddition: { one: 'a supplement', many: 'supplements' },
    lead: 'The following {changes} shall be introduced to {act}:',
    leadChange: { one: 'amendment', many: 'amendments' },
    leadAddition: { one: 'supplement', many: 'supplements' },
    following: { one: '', many: '' },
    join: { one: 'and', many: 'and' },
    article: 'Article {n}.',
    acts: {
      constitution: {
        title: 'the {title}',
        lead: 'the {title}[ adopted at the republican referendum on {date}][ ({gazette})]',
        forms: [[/^the\s+/iu, '']],
      },
      code: {
        title: 'the {title}',
        lead: 'the {title}[ dated {date}][ No. {number}][ ({gazette})]',
        forms: [[/^the\s+/iu, '']],
      },
      law: {
        unnamed: '',
        title: 'the Law of the Republic of Kazakhstan[ “{title}”]',
        lead: 'the Law of the Republic of Kazakhstan[ dated {date}][ No. {number}][ “{title}”][ ({gazette})]',
        forms: [
          [/^Law\s+of\s+the\s+Republic\s+of\s+Kazakhstan\s+/iu, ''],
          [/^Law\s+(?=on\s)/iu, ''],
        ],
      },
    },
    bareSort:
      /^(?:the\s+)?(?:constitutional\s+)?(?:law|act|code)(?:\s+of\s+the\s+republic\s+of\s+\p{L}+)?$/iu,
    names: ['Constitution', 'Republic of Kazakhstan'],
    date: '{d} {month} {y}',
    months: {
      nominative:
        'January February March April May June July August September October November December'.split(
          ' ',
        ),
    },
    commencement: {
      all: 'This Law shall enter into force {when}',
      part: '{of} shall enter into force {when}',
      partMany: '{of} shall enter into force {when}',
      exceptPlace: 'behind',
      except: ', except for {parts}',
      exceptPart: '{of}, which shall enter into force {when}',
      exceptPartMany: '{of}, which shall enter into force {when}',
      onDate: 'on {date}',
      onPublication: 'from the day of its first official publication',
      afterDays:
        'upon expiry of {days} calendar days after the day of its first official publication',
      afterDay:
        'upon expiry of {days} calendar day after the day of its first official publication',
      days: { 10: 'ten', 20: 'twenty', 30: 'thirty', 60: 'sixty', 90: 'ninety' },
    },
    signature: ['President', 'of the Republic of Kazakhstan'],
    annex: {
      one: 'the Annex',
      many: 'Annex {n}',
      head: 'Annex [{n}] to the Law of the Republic of Kazakhstan',
    },
    enacting: null,
  },
}
