import type { UnitKind } from '../schema/kind.ts'
import { romanValue } from '../structure/label-value.ts'
import type { LabelStyle, Profile } from '../tradition/tradition.ts'
import type { Item, ItemForm } from './item.ts'

/** What tells the numbers of one list from those of another: «1.», «1)», «(a)», «(i)». */
export interface Series {
  readonly form: ItemForm
  /** `letterTwice`: aa, bb, cc. */
  readonly style: LabelStyle | 'letterUpper' | 'letterTwice'
}

/** The series of a number that nothing else tells. */
export const ANY_SERIES: Series = { form: 'dot', style: 'arabic' }

export function sameSeries(a: Series | undefined, b: Series): boolean {
  return a?.form === b.form && a.style === b.style
}

/** The series that a number may run in, the likelier first: (i) is a letter and a Roman numeral. */
export function seriesOf({ form, label }: Item): readonly Series[] {
  if (/^\d/u.test(label)) return [{ form, style: 'arabic' }]
  const roman = romanValue(label) !== undefined
  if (/^\p{Lu}/u.test(label)) {
    const letter: Series = { form, style: 'letterUpper' }
    if (form === 'dot') return [{ form, style: 'romanUpper' }]
    if (!roman) return [letter]
    const numeral: Series = { form, style: 'romanUpper' }
    return label.length > 1 ? [numeral, letter] : [letter, numeral]
  }
  const letter: Series = { form, style: 'letter' }
  const small: Series = { form, style: 'romanLower' }
  if (!roman) return isTwice(label) ? [{ form, style: 'letterTwice' }, letter] : [letter]
  if (label.length > 1)
    return isTwice(label) ? [small, { form, style: 'letterTwice' }, letter] : [small]
  return [letter, small]
}

function isTwice(label: string): boolean {
  return /^([a-z])\1$/u.test(label)
}

/** The kind under `parent` whose numbers a profile prints in a series. */
export function kindOfSeries(
  series: Series,
  parent: UnitKind | undefined,
  profile: Profile,
): UnitKind {
  const printed = profile.units.find(
    ({ kind, print, labels }) =>
      !LARGE.has(kind) && formOf(print) === series.form && labels === series.style,
  )
  if (printed && (parent === undefined || deeper(printed.kind, parent))) return printed.kind
  const below = profile.units.find(
    ({ kind, print, placement }) =>
      print !== undefined && placement === 'inline' && deeper(kind, parent),
  )
  return below?.kind ?? (parent === 'clause' ? 'subclause' : 'clause')
}

/** Kinds that a word opens, never a number alone. */
const LARGE: ReadonlySet<UnitKind> = new Set(['annex', 'book', 'part', 'subpart', 'chapter'])

function formOf(print: string | undefined): ItemForm | undefined {
  if (print === '{n}.') return 'dot'
  if (print === '{n})') return 'paren'
  if (print === '({n})') return 'bracket'
  return undefined
}

const DEPTH: readonly UnitKind[] = [
  'annex',
  'book',
  'title',
  'part',
  'subpart',
  'chapter',
  'subchapter',
  'section',
  'article',
  'subsection',
  'paragraph',
  'subparagraph',
  'point',
  'clause',
  'subclause',
  'alinea',
]

/** Whether `kind` stands below `parent`; an unnumbered part does not push the list in it down. */
function deeper(kind: UnitKind, parent: UnitKind | undefined): boolean {
  return parent === undefined || DEPTH.indexOf(kind) > DEPTH.indexOf(parent)
}
