/** Changes between two editions: of an article, the n-th block whose words changed, as `44.2`. */
export interface Place {
  readonly before: string
  readonly after: string
  readonly changes: readonly string[]
}

/** All of two editions and most of the third, without those in which one name alone changed throughout. */
export const PLACES: readonly Place[] = [
  {
    before: 'edition_2011-02-02',
    after: 'edition_2017-03-10',
    changes: [
      ...['4.1', '10.1', '39.1', '39.2', '41.1', '44.1', '44.2', '44.3', '49.1', '57.1', '61.1'],
      ...['64.1', '66.1', '66.2', '67.1', '70.1', '72.1', '74.1', '79.1', '81.1', '83.1', '86.1'],
      ...['87.1', '91.1'],
    ],
  },
  {
    before: 'edition_2017-03-10',
    after: 'edition_2019-03-23',
    changes: ['2.1', '2.2'],
  },
  {
    before: 'edition_2019-03-23',
    after: 'edition_2023-01-01_adilet-clean',
    changes: [
      ...['4.1', '6.1', '15.1', '23.1', '24.1', '39.1', '41.1', '42.1', '42.2', '44.1', '44.3'],
      ...['44.4', '46.1', '50.1', '50.2', '51.1', '54.1', '54.2', '57.1', '58.1', '61.1', '61.2'],
      ...[
        '61.3',
        '62.1',
        '71.1',
        '71.2',
        '71.3',
        '71.4',
        '73.3',
        '74.1',
        '82.1',
        '87.1',
        '87.2',
        '91.1',
      ],
    ],
  },
]
