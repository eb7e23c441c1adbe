import type { TableWords } from '../tables.ts'

/** Five columns as ministries file a bill; six as deputies file amendments to one. */
export const tablesRu: TableWords = {
  tradition: 'kz',
  language: 'ru',
  title: 'Сравнительная таблица',
  absent: 'Отсутствует',
  excluded: 'Исключить',
  omission: '…',
  becomes: 'становится:',
  layouts: [
    {
      id: 'government',
      columns: [
        { name: '№', shows: 'number', width: 5 },
        { name: 'Структурный элемент', shows: 'element', width: 13 },
        { name: 'Действующая редакция', shows: 'current', width: 31 },
        { name: 'Предлагаемая редакция', shows: 'proposed', width: 31 },
        { name: 'Обоснование', shows: 'justification', width: 20 },
      ],
    },
    {
      id: 'parliament',
      columns: [
        { name: '№', shows: 'number', width: 5 },
        { name: 'Структурный элемент законопроекта', shows: 'element', width: 12 },
        { name: 'Редакция законопроекта', shows: 'current', width: 25 },
        {
          name: 'Редакция предлагаемого изменения или дополнения',
          shows: 'proposed',
          width: 25,
        },
        {
          name: 'Автор изменения или дополнения и его обоснование',
          shows: 'justification',
          width: 19,
        },
        { name: 'Решение головного комитета', shows: 'nothing', width: 14 },
      ],
    },
  ],
}
