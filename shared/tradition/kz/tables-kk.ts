import type { TableWords } from '../tables.ts'

/** Five columns as ministries file a bill; six as deputies file amendments to one. */
export const tablesKk: TableWords = {
  tradition: 'kz',
  language: 'kk',
  title: 'Салыстырма кесте',
  absent: 'Жоқ',
  excluded: 'Алып тасталсын',
  omission: '…',
  becomes: 'мынадай болады:',
  layouts: [
    {
      id: 'government',
      columns: [
        { name: 'Р/с №', shows: 'number', width: 5 },
        { name: 'Құрылымдық элементі', shows: 'element', width: 13 },
        { name: 'Қолданыстағы редакция', shows: 'current', width: 31 },
        { name: 'Ұсынылатын редакция', shows: 'proposed', width: 31 },
        { name: 'Негіздеме', shows: 'justification', width: 20 },
      ],
    },
    {
      id: 'parliament',
      columns: [
        { name: 'Р/с №', shows: 'number', width: 5 },
        { name: 'Заң жобасының құрылымдық элементі', shows: 'element', width: 12 },
        { name: 'Заң жобасының редакциясы', shows: 'current', width: 25 },
        {
          name: 'Ұсынылатын өзгерістің немесе толықтырудың редакциясы',
          shows: 'proposed',
          width: 25,
        },
        {
          name: 'Өзгерістің немесе толықтырудың авторы және оның негіздемесі',
          shows: 'justification',
          width: 19,
        },
        { name: 'Бас комитеттің шешімі', shows: 'nothing', width: 14 },
      ],
    },
  ],
}
