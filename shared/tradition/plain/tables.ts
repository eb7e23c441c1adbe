import type { TableWords } from '../tables.ts'

/** Two texts side by side, as a Keeling schedule sets them. */
export const tablesPlain: TableWords = {
  tradition: 'plain',
  language: 'en',
  title: 'Comparison',
  absent: 'None',
  excluded: 'Omitted',
  omission: '…',
  becomes: 'becomes:',
  layouts: [
    {
      id: 'two-texts',
      columns: [
        { name: 'No.', shows: 'number', width: 5 },
        { name: 'Provision', shows: 'element', width: 13 },
        { name: 'Existing text', shows: 'current', width: 31 },
        { name: 'Proposed text', shows: 'proposed', width: 31 },
        { name: 'Reason', shows: 'justification', width: 20 },
      ],
    },
  ],
}
