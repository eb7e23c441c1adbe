import { divisionStyle, inlineStyle, lineStyle } from '../style.ts'
import type { Profile } from '../tradition.ts'
import { holds } from './nesting.ts'

const division = divisionStyle(holds)
const line = lineStyle(holds)
const inline = inlineStyle(holds)

const large = [
  division('book', 'часть'),
  line('annex', 'приложение', 'Приложение {n}'),
  line('subpart', 'подраздел', 'Подраздел {n}.'),
  line('chapter', 'глава', 'Глава {n}.'),
  line('section', 'параграф', 'Параграф {n}.'),
]

const small = [
  inline('paragraph', 'пункт', '{n}.'),
  inline('point', 'подпункт', '{n})'),
  inline('subparagraph', 'часть'),
  inline('alinea', 'абзац'),
]

export const profilesRu: readonly Profile[] = [
  {
    tradition: 'kz',
    id: 'constitution',
    language: 'ru',
    name: 'Конституция',
    units: [
      line('part', 'раздел', 'Раздел {n}', 'romanUpper'),
      ...large,
      line('article', 'статья', 'Статья {n}'),
      ...small,
    ],
  },
  {
    tradition: 'kz',
    id: 'law',
    language: 'ru',
    name: 'Закон',
    units: [
      line('part', 'раздел', 'Раздел {n}.'),
      ...large,
      line('article', 'статья', 'Статья {n}.'),
      ...small,
    ],
  },
  {
    tradition: 'kz',
    id: 'code',
    language: 'ru',
    name: 'Кодекс',
    units: [
      line('part', 'раздел', 'РАЗДЕЛ {n}.'),
      ...large,
      line('article', 'статья', 'Статья {n}.'),
      inline('paragraph', 'часть', '{n}.'),
      inline('point', 'пункт', '{n})'),
      inline('subparagraph', 'часть'),
      inline('alinea', 'абзац'),
    ],
  },
  /** Codes that call «1.» a point, as laws do: the civil, labor, tax and digital ones. */
  {
    tradition: 'kz',
    id: 'codeOfPoints',
    language: 'ru',
    name: 'Кодекс с пунктами',
    units: [
      line('part', 'раздел', 'РАЗДЕЛ {n}.'),
      ...large,
      line('article', 'статья', 'Статья {n}.'),
      ...small,
    ],
  },
]
