import { type Act, headingOf, type Unit, unitAttrs, unitsOf, walkUnits } from '../schema/act.ts'
import { profileOf } from '../tradition/profiles.ts'
import type { PlacedUnit } from './act-index.ts'
import { isCitedByItself } from './act-index.ts'

/** What a drafter types to find a unit: numbers, and words that are no part of them. */
export interface UnitQuery {
  readonly labels: readonly string[]
  /** In lower case. */
  readonly words: readonly string[]
}

export function unitQuery(query: string): UnitQuery {
  return {
    labels: query.match(/\p{N}+(?:-[\p{L}\p{N}]+)*/gu) ?? [],
    words: query.toLowerCase().match(/(?<![\p{L}\p{N}-])\p{L}{3,}/gu) ?? [],
  }
}

/**
 * The unit that a drafter means by numbers alone: `44` is article 44, `44 3 2` its paragraph 3,
 * point 2. Words and punctuation between the numbers do not matter: «ст. 44, п. 3» is the same.
 */
export function unitByNumbers(act: Act, { labels }: UnitQuery): PlacedUnit | undefined {
  const [first, ...rest] = labels
  if (first === undefined) return undefined
  const profile = profileOf(act)
  let found = findUnit(act, [], (unit) => {
    const { kind, label } = unitAttrs(unit)
    return label === first && isCitedByItself(profile, kind)
  })
  for (const label of rest) {
    if (!found) return undefined
    found = nearestIn(found, label)
  }
  return found
}

/** The units whose heading, or the start of whose words, has all of the words; `most` of them. */
export function unitsByWords(act: Act, { words }: UnitQuery, most: number): readonly PlacedUnit[] {
  const found: PlacedUnit[] = []
  if (words.length === 0) return found
  walkUnits(act, (unit, parents) => {
    if (found.length >= most || unitAttrs(unit).label === null) return
    const text = (headingOf(unit)?.textContent ?? firstWords(unit)).toLowerCase()
    if (words.every((word) => text.includes(word))) found.push({ unit, parents: [...parents] })
  })
  return found
}

/** Whether a title has one of the words, as «конст» and «конституция» name a constitution. */
export function isTitleMeant({ words }: UnitQuery, title: string): boolean {
  const lower = title.toLowerCase()
  return words.some((word) => lower.includes(word.slice(0, ENOUGH)))
}

/** Letters of a word that tell a title; what follows is its ending. */
const ENOUGH = 6

/** Characters of a unit's own words that are looked at. */
const START = 300

function firstWords(unit: Unit): string {
  const [block] = unit.children.filter((child) => child.isTextblock)
  return block?.textBetween(0, Math.min(block.content.size, START)) ?? ''
}

/** Of the units in a unit that bear a number, the first of the outermost: paragraph 3 before point 3 of paragraph 1. */
function nearestIn({ unit, parents }: PlacedUnit, label: string): PlacedUnit | undefined {
  let level: readonly PlacedUnit[] = [{ unit, parents }]
  while (level.length > 0) {
    level = level.flatMap((holder) =>
      unitsOf(holder.unit).map((one) => ({
        unit: one,
        parents: [...holder.parents, holder.unit],
      })),
    )
    const found = level.find((placed) => unitAttrs(placed.unit).label === label)
    if (found) return found
  }
  return undefined
}

function findUnit(
  holder: Act | Unit,
  parents: readonly Unit[],
  matches: (unit: Unit) => boolean,
): PlacedUnit | undefined {
  for (const unit of unitsOf(holder)) {
    const found = matches(unit) ? { unit, parents } : findUnit(unit, [...parents, unit], matches)
    if (found) return found
  }
  return undefined
}
