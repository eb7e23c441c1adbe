import { phrasesEn } from '../kz/phrases-en.ts'
import type { AmendingPhrases } from '../phrases.ts'

/** English as acts of sections amend each other: "In section 5, for “30 days” substitute “28 days”." */
export const phrasesPlain: AmendingPhrases = {
  ...phrasesEn,
  tradition: 'plain',
  quoted: '{quote}',
  items: ['({a})', '({n})'],
  numberedTwice: ['act', 'law', 'code', 'constitution'],
  clauses: {
    ...phrasesEn.clauses,
    substitute: '[in {unit},] for {old} substitute {new} {which}',
    substituteEach: '[in {unit},] for {old}, wherever appearing, substitute {new} {which}',
    insertAfter: '[in {unit},] after {anchor} insert {words}',
    insertBefore: '[in {unit},] before {anchor} insert {words}',
    insertStart: '[in {unit},] at the beginning insert {words}',
    insertEnd: '[in {unit},] at the end insert {words}',
    omit: '[in {unit},] omit {words}',
    omitEach: '[in {unit},] omit {words}, wherever appearing',
    omitSentence: 'omit {spot}',
    omitHeading: 'omit the heading [of {unit}]',
    exclude: 'omit {units}',
  },
  law: {
    ...phrasesEn.law,
    title: 'An Act to amend {act}',
    titleMany: 'An Act to amend certain Acts',
    lead: '{act} is amended as follows:',
    article: '{n}.',
    acts: {
      ...phrasesEn.law.acts,
      law: {
        title: 'the {title}',
        lead: 'the {title}[ of {date}][ No. {number}][ ({gazette})]',
        forms: [[/^the\s+/iu, '']],
      },
    },
    commencement: {
      ...phrasesEn.law.commencement,
      all: 'This Act comes into force {when}',
      part: '{of} comes into force {when}',
      partMany: '{of} come into force {when}',
      exceptPart: '{of}, which comes into force {when}',
      exceptPartMany: '{of}, which come into force {when}',
      onPublication: 'on the day on which it is published',
      afterDays: 'upon the expiry of {days} days after the day on which it is published',
      afterDay: 'upon the expiry of {days} day after the day on which it is published',
    },
    signature: [],
    annex: null,
    enacting: 'It is enacted as follows:',
  },
}
