import { divisionStyle, inlineStyle, lineStyle } from '../style.ts'
import type { Profile } from '../tradition.ts'
import { holds } from './nesting.ts'

const division = divisionStyle(holds)
const line = lineStyle(holds)
const inline = inlineStyle(holds)

const large = [
  division('book', 'general or special part'),
  line('annex', 'annex', 'Annex {n}'),
  line('subpart', 'subsection', 'Subsection {n}.'),
  line('chapter', 'chapter', 'Chapter {n}.'),
  line('section', 'paragraph (§)', 'Paragraph {n}.'),
]

const small = [
  inline('paragraph', 'paragraph', '{n}.'),
  inline('point', 'subparagraph', '{n})'),
  inline('subparagraph', 'part'),
  inline('alinea', 'indent'),
]

export const profilesEn: readonly Profile[] = [
  {
    tradition: 'kz',
    id: 'constitution',
    language: 'en',
    name: 'Constitution',
    units: [
      line('part', 'section', 'Section {n}', 'romanUpper'),
      ...large,
      line('article', 'article', 'Article {n}'),
      ...small,
    ],
  },
  {
    tradition: 'kz',
    id: 'law',
    language: 'en',
    name: 'Law',
    units: [
      line('part', 'section', 'Section {n}.'),
      ...large,
      line('article', 'article', 'Article {n}.'),
      ...small,
    ],
  },
]
