import type { TableWords } from '../tables.ts'

/** The tables of {@link tablesRu} in the English of the official translations. */
export const tablesEn: TableWords = {
  tradition: 'kz',
  language: 'en',
  title: 'Comparative table',
  absent: 'Absent',
  excluded: 'To be excluded',
  omission: '…',
  becomes: 'becomes:',
  layouts: [
    {
      id: 'government',
      columns: [
        { name: 'No.', shows: 'number', width: 5 },
        { name: 'Structural element', shows: 'element', width: 13 },
        { name: 'Text in force', shows: 'current', width: 31 },
        { name: 'Proposed text', shows: 'proposed', width: 31 },
        { name: 'Justification', shows: 'justification', width: 20 },
      ],
    },
    {
      id: 'parliament',
      columns: [
        { name: 'No.', shows: 'number', width: 5 },
        { name: 'Structural element of the bill', shows: 'element', width: 12 },
        { name: 'Text of the bill', shows: 'current', width: 25 },
        { name: 'Text of the proposed amendment', shows: 'proposed', width: 25 },
        { name: 'Author of the amendment and justification', shows: 'justification', width: 19 },
        { name: 'Decision of the lead committee', shows: 'nothing', width: 14 },
      ],
    },
  ],
}
