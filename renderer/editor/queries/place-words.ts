import { headingOf, isUnit, type Unit, unitAttrs } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { blockText } from '#shared/structure/canonical-text.ts'
import { printedNum } from '#shared/structure/label.ts'
import { type Profile, styleOf } from '#shared/tradition/tradition.ts'

/** A unit's name in a list: number as printed, then heading or first words. */
export interface UnitName {
  readonly num: string
  readonly words: string
}

/** Characters of a unit's first words that a list shows: one line of the outline, and some to cut. */
const FIRST_WORDS = 90

export function unitName(profile: Profile, unit: Unit): UnitName {
  const { kind } = unitAttrs(unit)
  const num = printedNum(profile, unit) ?? ''
  const heading = headingOf(unit)
  const words = heading ? blockText(heading) : firstWords(unit)
  return num === '' && words === ''
    ? { num: styleOf(profile, kind)?.word ?? '', words: '' }
    : { num, words }
}

/** Of the unit's own text, else of the first unit in it; notes are no words of the law. */
function firstWords(unit: Unit): string {
  for (const child of unit.children) {
    if (isUnit(child)) return firstWords(child)
    if (child.type !== schema.nodes.paragraph || child.content.size === 0) continue
    const text = child.textBetween(0, Math.min(child.content.size, FIRST_WORDS + 1), ' ', ' ')
    return text.length > FIRST_WORDS ? `${text.slice(0, FIRST_WORDS)}…` : text
  }
  return ''
}

/** A unit's place for people, the outermost number first: «Раздел III · Статья 44 · 3.». */
export function placeWords(profile: Profile, path: readonly Unit[]): string {
  return path
    .map((unit) => printedNum(profile, unit) ?? styleOf(profile, unitAttrs(unit).kind)?.word ?? '')
    .filter((words) => words !== '')
    .join(' · ')
}
