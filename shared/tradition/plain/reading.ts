import type { UnitKind } from '../../schema/kind.ts'
import { readingEn } from '../kz/reading-en.ts'
import type { HeadWord, ReadingWords } from '../reading.ts'

/** The divisions of German statutes, before and behind their numbers: «Abschnitt 2», «Zweiter Abschnitt». */
const GERMAN: readonly (readonly [UnitKind, string])[] = [
  ['book', 'buch'],
  ['part', 'teil'],
  ['chapter', 'kapitel'],
  ['subpart', 'abschnitt'],
  ['subchapter', 'unterabschnitt'],
  ['title', 'titel'],
  ['subsection', 'untertitel'],
  ['subsection', 'unterkapitel'],
]

const ORDINALS = [
  'erst',
  'zweit',
  'dritt',
  'viert',
  'fünft',
  'sechst',
  'sieb(?:en)?t',
  'acht',
  'neunt',
  'zehnt',
  'elft',
  'zwölft',
].map((german, i) => `${german}|${readingEn.ordinals[i]}`)

/**
 * Acts of sections «5. Title» or «§ 5 Title», subsections «(1)» and paragraphs «(a)» in English, and
 * German statutes, which number alike.
 */
export const readingPlain: ReadingWords = {
  ...readingEn,
  tradition: 'plain',
  heads: [
    { kind: 'title', word: 'title', place: 'before' },
    { kind: 'part', word: 'part', place: 'before' },
    { kind: 'chapter', word: 'chapter', place: 'before' },
    { kind: 'section', word: 'section', place: 'before' },
    { kind: 'article', word: 'article', place: 'before' },
    { kind: 'section', word: '§', place: 'before' },
    { kind: 'annex', word: 'schedule', place: 'before' },
    { kind: 'part', word: 'part', place: 'afterOrdinal' },
    { kind: 'chapter', word: 'chapter', place: 'afterOrdinal' },
    { kind: 'annex', word: 'schedule', place: 'afterOrdinal' },
    { kind: 'annex', word: 'annex', place: 'before' },
    { kind: 'annex', word: 'appendix', place: 'before' },
    { kind: 'article', word: 'artikel', place: 'before' },
    { kind: 'article', word: 'art', place: 'before' },
    { kind: 'annex', word: 'anlage', place: 'before' },
    { kind: 'annex', word: 'anhang', place: 'before' },
    ...GERMAN.flatMap(([kind, word]): readonly HeadWord[] => [
      { kind, word, place: 'before' },
      { kind, word, place: 'after' },
    ]),
  ],
  closing: readingEn.closing,
  ordinals: ORDINALS,
  repealed: new RegExp(
    `${readingEn.repealed.source}|^\\(?(?:weggefallen|aufgehoben)(?!\\p{L})`,
    'iu',
  ),
  profiles: [
    {
      profile: 'act',
      title: /(?:^|\s)(?:act|law|code|constitution)(?!\p{L})/iu,
      self: /this (?:act|law)/giu,
    },
  ],
}
