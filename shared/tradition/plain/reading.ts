import { readingEn } from '../kz/reading-en.ts'
import type { ReadingWords } from '../reading.ts'

/** English acts of sections «5. Title», subsections «(1)» and paragraphs «(a)». */
export const readingPlain: ReadingWords = {
  ...readingEn,
  tradition: 'plain',
  heads: [
    { kind: 'title', word: 'title', place: 'before' },
    { kind: 'part', word: 'part', place: 'before' },
    { kind: 'chapter', word: 'chapter', place: 'before' },
    { kind: 'section', word: 'section', place: 'before' },
    { kind: 'article', word: 'article', place: 'before' },
    { kind: 'annex', word: 'schedule', place: 'before' },
    { kind: 'annex', word: 'annex', place: 'before' },
    { kind: 'annex', word: 'appendix', place: 'before' },
  ],
  profiles: [
    {
      profile: 'act',
      title: /(?:^|\s)(?:act|law|code|constitution)(?!\p{L})/iu,
      self: /this (?:act|law)/giu,
    },
  ],
}
