import {
  type Act,
  bodyOf,
  headingOf,
  type Unit,
  type UnitId,
  unitAttrs,
  walkUnits,
} from '#shared/schema/act.ts'
import { printedNum } from '#shared/structure/label.ts'
import { profileOf } from '#shared/tradition/profiles.ts'

/** Letters of a unit by which its line is known. */
const KNOWN_BY = 24

/**
 * Where the units of an act stand in the lines of its source, counted from 0: each behind the one
 * before it, by its number or first words. Units whose words the source has otherwise are left out.
 */
export function unitLines(act: Act, lines: readonly string[]): ReadonlyMap<UnitId, number> {
  const bare = lines.map(lettersOf)
  const profile = profileOf(act)
  const places = new Map<UnitId, number>()
  let from = 0
  walkUnits(act, (unit) => {
    const num = lettersOf(printedNum(profile, unit) ?? '')
    const words = lettersOf(firstWords(unit)).slice(0, KNOWN_BY)
    const at =
      lineFrom(bare, from, num + words) ?? (words === '' ? undefined : lineFrom(bare, from, words))
    if (at === undefined) return
    places.set(unitAttrs(unit).id, at)
    from = at
  })
  return places
}

/** Lines ahead in which a unit is looked for: a unit that is not there costs no walk to the end. */
const AHEAD = 400

function lineFrom(lines: readonly string[], from: number, words: string): number | undefined {
  if (words === '') return undefined
  const end = Math.min(lines.length, from + AHEAD)
  for (let at = from; at < end; at++) if (lines[at]?.includes(words)) return at
  return undefined
}

function firstWords(unit: Unit): string {
  return (headingOf(unit) ?? bodyOf(unit)[0])?.textContent ?? ''
}

/** Letters and figures alone: space, marks and markup differ between a file and what is read. */
function lettersOf(words: string): string {
  return words.replaceAll(/<[^>]*>|[^\p{L}\p{N}]/gu, '').toLowerCase()
}
