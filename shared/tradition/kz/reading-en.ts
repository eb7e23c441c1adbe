import type { ReadingWords } from '../reading.ts'

/** English translations of the acts of Kazakhstan, and other constitutions that number articles. */
export const readingEn: ReadingWords = {
  tradition: 'kz',
  language: 'en',
  heads: [
    { kind: 'part', word: 'part', place: 'before' },
    { kind: 'title', word: 'title', place: 'before' },
    { kind: 'part', word: 'section', place: 'before' },
    { kind: 'subpart', word: 'subsection', place: 'before' },
    { kind: 'chapter', word: 'chapter', place: 'before' },
    { kind: 'section', word: 'paragraph', place: 'before' },
    { kind: 'section', word: '§', place: 'before' },
    { kind: 'article', word: 'article', place: 'before' },
    { kind: 'annex', word: 'annex', place: 'before' },
    { kind: 'annex', word: 'appendix', place: 'before' },
    { kind: 'annex', word: 'schedule', place: 'before' },
    { kind: 'part', word: 'part', place: 'afterOrdinal' },
    { kind: 'part', word: 'section', place: 'afterOrdinal' },
    { kind: 'chapter', word: 'chapter', place: 'afterOrdinal' },
    { kind: 'annex', word: 'schedule', place: 'afterOrdinal' },
  ],
  division: /^(?:general|special) part$/iu,
  closing: /^(?:FINAL|TRANSITIONAL)(?: AND (?:FINAL|TRANSITIONAL))? PROVISIONS$/u,
  ordinals: [
    'one|first',
    'two|second',
    'three|third',
    'four|fourth',
    'five|fifth',
    'six|sixth',
    'seven|seventh',
    'eight|eighth',
    'nine|ninth',
    'ten|tenth',
    'eleven|eleventh',
    'twelve|twelfth',
  ],
  note: /^(?:Footnotes?[.:]|Footnotes?$|Note of the (?:RCLI|ILLI|publisher)|Unofficial translation|©)/iu,
  noteTitle: /^(?:Footnotes?[.:]?|Note of the (?:RCLI|ILLI|publisher)\s*[!.:]?)$/iu,
  frontNote:
    /^(?:Throughout the text|The order of enforcement|Entered into force|Has become invalid)/iu,
  contents: /^(?:table of contents|contents|arrangement of (?:sections|articles))\.?$/iu,
  preambleHeading: /^preamble$/iu,
  preambleStart:
    /^(?:We,?\s|This (?:Law|Code|Constitution|Act)\s|Whereas\s|(?:In the )?desir|conscious\s)/iu,
  imprint:
    /^(?:(?:The )?(?:Constitutional )?(?:Law|Code|Act|Decree|Resolution|Constitution)\s.*(?:\bNo\b|\d{4}|adopted)|Adopted\s|Enacted\s|\d{1,2}\s+\p{L}+\s+\d{4})/iu,
  repealed:
    /^[[(]?(?:repealed|excluded|deleted|omitted|revoked|is excluded|has been repealed|is repealed)(?!\p{L})/iu,
  repealNote: /(?:^|\s)(?:excluded|repealed|deleted|become invalid)(?!\p{L})/iu,
  signature:
    /^(?:The\s+)?(?:President|Prime Minister|Chair(?:man|person|woman)?|Speaker)(?:\s+of\s|\s*$)/u,
  chrome:
    /^(?:https?:\/\/\S+(?:\s+\d+\/\d+)?|\d{1,4}\s*\/\s*\d{1,4}|[-–—]\s*\d{1,4}\s*[-–—]|page\s+\d+(?:\s+of\s+\d+)?|share|print|download|back to top|copy link|tweet)$/iu,
  profiles: [
    {
      profile: 'constitution',
      title: /(?:^|\s)constitution(?!\p{L})/iu,
      self: /this constitution/giu,
    },
    {
      profile: 'law',
      title: /(?:^|\s)(?:law|act|code)(?!\p{L})/iu,
      self: /this (?:constitutional )?(?:law|act|code)/giu,
    },
  ],
  link: /^(?:(?:sub)?paragraph|(?:sub)?section|article|law|code|constitution|no\.?)s?(?:\s\S{1,8})?$/iu,
  referenceEnd:
    /(?:^|[\s(])(?:(?:sub)?paragraphs?|(?:sub)?sections?|articles?|points?|items?|and|or|to|no\.?|of|art\.)$/iu,
}
