/**
 * The kinds of unit, named by the Akoma Ntoso 3.0 element that each is written as. How a jurisdiction
 * calls a kind and prints its number («статья», "бап") is in tradition/.
 *
 * The four first kinds frame an act: in Akoma Ntoso they are containers (and `annex` an attachment);
 * here they are units, so that identity, order, redline and co-editing have one rule for all text.
 */
export const UNIT_KINDS = [
  'preface',
  'preamble',
  'conclusions',
  'annex',
  'book',
  'title',
  'part',
  'subpart',
  'chapter',
  'subchapter',
  'section',
  'subsection',
  'article',
  'paragraph',
  'subparagraph',
  'point',
  'alinea',
  'clause',
  'subclause',
] as const

export type UnitKind = (typeof UNIT_KINDS)[number]

const known: ReadonlySet<string> = new Set(UNIT_KINDS)

export function isUnitKind(value: unknown): value is UnitKind {
  return typeof value === 'string' && known.has(value)
}

/**
 * `inForce`: as the law stands; `draft`: new in this text; `repealed`: kept as a numbered marker
 * («исключена») whose words no longer apply.
 */
export const UNIT_STATES = ['inForce', 'draft', 'repealed'] as const

export type UnitState = (typeof UNIT_STATES)[number]

export function isUnitState(value: unknown): value is UnitState {
  return value === 'inForce' || value === 'draft' || value === 'repealed'
}
