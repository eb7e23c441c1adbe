import type { UnitKind } from '../schema/kind.ts'
import { type DraftUnit, hasWords, lastWords } from './draft-unit.ts'
import { MAX_TITLE } from './title.ts'

export const FRAME: ReadonlySet<UnitKind> = new Set(['preface', 'preamble', 'conclusions'])

const LARGE: ReadonlySet<UnitKind> = new Set([
  'annex',
  'book',
  'title',
  'part',
  'subpart',
  'chapter',
  'subchapter',
])

export function isLarge({ kind, units }: DraftUnit): boolean {
  return LARGE.has(kind) && units.length === 0
}

/** A heading torn in two by an empty line: what follows is small and ends as no sentence does. */
export function goesOnHeading(unit: DraftUnit, text: string): boolean {
  if (unit.heading === undefined || unit.body.length > 0 || unit.units.length > 0) return false
  if (unit.series !== undefined || FRAME.has(unit.kind)) return false
  return text.length <= MAX_TITLE && /^\p{Ll}/u.test(text) && /[\p{L}\p{N})»"]$/u.test(text)
}

/** Units inside each other: law goes ten deep at most, and a text that goes on is no law. */
export const MAX_DEPTH = 16

/** Characters the title of a list may have: «Примечания.». */
const LIST_TITLE = 40

/** Whether a list may start in a unit: its words end in a colon, or they are the title of a list. */
export function introduces(unit: DraftUnit): boolean {
  const words = lastWords(unit)
  if (unit.kind === 'alinea') return false
  return (
    /:$/u.test(words) ||
    (unit.series === undefined && unit.kind === 'subparagraph' && words.length <= LIST_TITLE)
  )
}

/** A heading may stand over a unit whose words are gone. */
export function isEmptied(unit: DraftUnit): boolean {
  return !hasWords(unit) && unit.units.length === 0
}
