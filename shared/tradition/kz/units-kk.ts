import { divisionStyle, inlineStyle, lineStyle } from '../style.ts'
import type { Profile } from '../tradition.ts'
import { holds } from './nesting.ts'

const division = divisionStyle(holds)
const line = lineStyle(holds)
const inline = inlineStyle(holds)

const large = [
  division('book', 'бөлік'),
  line('annex', 'қосымша', '{n}-қосымша'),
  line('subpart', 'кіші бөлім', '{n}-кіші бөлім.'),
  line('chapter', 'тарау', '{n}-тарау.'),
  line('section', 'параграф', '{n}-параграф.'),
]

const small = [
  inline('paragraph', 'тармақ', '{n}.'),
  inline('point', 'тармақша', '{n})'),
  inline('subparagraph', 'бөлік'),
  inline('alinea', 'абзац'),
]

export const profilesKk: readonly Profile[] = [
  {
    tradition: 'kz',
    id: 'constitution',
    language: 'kk',
    name: 'Конституция',
    units: [
      line('part', 'бөлім', '{n} бөлім', 'romanUpper'),
      ...large,
      line('article', 'бап', '{n}-бап'),
      ...small,
    ],
  },
  {
    tradition: 'kz',
    id: 'law',
    language: 'kk',
    name: 'Заң',
    units: [
      line('part', 'бөлім', '{n}-бөлім.'),
      ...large,
      line('article', 'бап', '{n}-бап.'),
      ...small,
    ],
  },
  {
    tradition: 'kz',
    id: 'code',
    language: 'kk',
    name: 'Кодекс',
    units: [
      line('part', 'бөлім', '{n}-БӨЛІМ.'),
      ...large,
      line('article', 'бап', '{n}-бап.'),
      inline('paragraph', 'бөлік', '{n}.'),
      inline('point', 'тармақ', '{n})'),
      inline('subparagraph', 'бөлік'),
      inline('alinea', 'абзац'),
    ],
  },
  /** Codes that call «1.» a point, as laws do: the civil, labor, tax and digital ones. */
  {
    tradition: 'kz',
    id: 'codeOfPoints',
    language: 'kk',
    name: 'Тармақты кодекс',
    units: [
      line('part', 'бөлім', '{n}-БӨЛІМ.'),
      ...large,
      line('article', 'бап', '{n}-бап.'),
      ...small,
    ],
  },
]
