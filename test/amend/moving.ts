import type { AddressStep } from '#shared/amend/address.ts'
import { art, para, point as pointOf } from '../builders/act.ts'

export const article = (label: string): AddressStep => ({ kind: 'article', label })
export const paragraph = (label: string): AddressStep => ({ kind: 'paragraph', label })
export const point = (label: string): AddressStep => ({ kind: 'point', label })

/** Article 5, out of which units move: four paragraphs, the second with two points. */
export const RECORDS = art(
  '5',
  'Учет',
  para('1', 'Орган избран.'),
  para('2', 'Орган', pointOf('1', 'хранит решения;'), pointOf('2', 'ведет учет.')),
  para('3', 'Решение хранится десять лет.'),
  para('4', 'Решение издано.'),
)
