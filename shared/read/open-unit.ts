import type { UnitKind } from '../schema/kind.ts'
import type { Profile } from '../tradition/tradition.ts'
import type { Block } from './block.ts'
import { type DraftUnit, hasWords, lastWords } from './draft-unit.ts'
import type { Head } from './head.ts'
import { isFirst } from './lists.ts'
import { sameSeries, seriesOf } from './series.ts'
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
  return /:$/u.test(words) || titlesList(unit)
}

/** Whether an unnumbered part is no more than the title of the list to come. */
export function titlesList(unit: DraftUnit): boolean {
  const isPart = unit.series === undefined && unit.kind === 'subparagraph'
  return isPart && unit.units.length === 0 && lastWords(unit).length <= LIST_TITLE
}

/** A heading may stand over a unit whose words are gone. */
export function isEmptied(unit: DraftUnit): boolean {
  return !hasWords(unit) && unit.units.length === 0
}

/** «Примечания.» behind part 4 and over «1.» ends the parts of the article. */
export function titlesNewList(
  { text }: Block,
  next: Block | undefined,
  open: readonly DraftUnit[],
): boolean {
  if (text.length > LIST_TITLE || next?.role.is !== 'item') return false
  const { item } = next.role
  const outermost = open.find((unit) => unit.series !== undefined)
  return isFirst(item.label) && seriesOf(item).some((one) => sameSeries(outermost?.series, one))
}

/**
 * Whether a unit holds one that opens with a head, as far as the hashes before their headings say; an
 * item of a list holds none.
 */
export function isOver(unit: DraftUnit, { level }: Head): boolean | undefined {
  if (unit.series !== undefined) return false
  if (unit.level === undefined || level === undefined) return undefined
  if (unit.level !== level) return unit.level < level
  return unit.label === null ? false : undefined
}

/** Whether the outermost list of an article numbers its parts, which hold sentences without a number. */
export function isPart(unit: DraftUnit | undefined, depth: number, { units }: Profile): boolean {
  const { form, style } = unit?.series ?? {}
  const prints = units.find(({ kind }) => kind === unit?.kind)?.print
  return (
    (form === 'dot' && prints === '{n}.') ||
    (form === 'bracket' && (style === 'arabic' || depth > 1))
  )
}
