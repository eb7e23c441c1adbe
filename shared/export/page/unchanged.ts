import type { BlockRedline, Redline, UnitRedline } from '../../diff/redline.ts'
import { type Act, bodyOf, headingOf, type Unit, unitsOf } from '../../schema/act.ts'
import { printedNum } from '../../structure/label.ts'
import { profileOf } from '../../tradition/profiles.ts'
import type { Profile } from '../../tradition/tradition.ts'

/** The act as a redline in which nothing changed, so that clean and redlined pages have one writer. */
export function unchanged(act: Act): Redline {
  const profile = profileOf(act)
  return { units: unitsOf(act).map((unit) => unchangedUnit(profile, unit)) }
}

function unchangedUnit(profile: Profile, unit: Unit): UnitRedline {
  const heading = headingOf(unit)
  const num = printedNum(profile, unit)
  return {
    kind: 'kept',
    unitA: unit,
    unitB: unit,
    ...(num === undefined ? {} : { numA: num, numB: num }),
    ...(heading === undefined
      ? {}
      : { heading: { kind: 'kept', blockA: heading, blockB: heading } }),
    body: bodyOf(unit).map(
      (block): BlockRedline => ({ kind: 'kept', blockA: block, blockB: block }),
    ),
    units: unitsOf(unit).map((child) => unchangedUnit(profile, child)),
  }
}
