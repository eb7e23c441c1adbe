import type { CitationWords, UnitNoun } from '../citation.ts'
import type { CaseForms, Declension } from '../declension.ts'
import { citationsEn, englishNoun } from '../kz/citations-en.ts'

const PART: Declension = {
  singular: { nominative: 'Part' },
  plural: { nominative: 'Parts' },
}

/** A unit that "this …" alone does not cite, and whose noun has a small letter: "section 3". */
function small(noun: UnitNoun): UnitNoun {
  const small = ({ nominative = '' }: CaseForms): CaseForms => ({
    nominative: nominative.toLowerCase(),
  })
  const forms = { singular: small(noun.free.singular), plural: small(noun.free.plural) }
  return { ...noun, free: forms, bound: forms, selfCited: false }
}

/** Acts of the common-law family: "section 3(2)(a)", "§ 2-1215.15(g)", "subchapter II of Chapter 19". */
export const citationsPlain: CitationWords = {
  ...citationsEn,
  tradition: 'plain',
  lists: 'each',
  units: [
    small(englishNoun(['section'], 'section', ['s', 'ss', 'sec', 'secs', '§', '§§'])),
    small(englishNoun(['subsection'], 'subsection', ['subs', 'subsec'])),
    small(englishNoun(['paragraph'], 'paragraph', ['para', 'paras'])),
    small(englishNoun(['subparagraph'], 'subparagraph', ['subpara'])),
    small(englishNoun(['point', 'paragraph'], 'clause')),
    small(englishNoun(['subclause'], 'subclause')),
    small(englishNoun([], 'sentence')),
    englishNoun(['article'], 'article', ['art', 'arts']),
    { ...englishNoun(['part'], 'part', ['pt']), free: PART, bound: PART },
    englishNoun(['subpart'], 'subpart'),
    englishNoun(['chapter'], 'chapter', ['ch']),
    englishNoun(['subchapter'], 'subchapter'),
    englishNoun(['title'], 'title'),
    englishNoun(['part', 'book'], 'division'),
    englishNoun(['section', 'part'], 'unit'),
    englishNoun(['annex'], 'schedule'),
    englishNoun(['annex'], 'annex'),
    englishNoun(['annex'], 'appendix'),
  ],
}
