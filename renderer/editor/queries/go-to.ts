import { type Act, type Unit, type UnitId, unitAttrs, unitsOf } from '#shared/schema/act.ts'
import { profileOf } from '#shared/tradition/profiles.ts'
import { styleOf } from '#shared/tradition/tradition.ts'

/**
 * The unit that a drafter means by numbers alone: `44` is article 44, `44 3 2` its paragraph 3,
 * point 2. Words and punctuation between the numbers do not matter: «ст. 44, п. 3» is the same.
 */
export function unitByNumbers(act: Act, query: string): UnitId | undefined {
  const labels = query.match(/[\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? []
  const [first, ...rest] = labels
  if (first === undefined) return undefined
  const profile = profileOf(act)
  let found = findUnit(act, (unit) => {
    const { kind, label } = unitAttrs(unit)
    return label === first && styleOf(profile, kind)?.series === 'act'
  })
  for (const label of rest) {
    if (!found) return undefined
    found = findUnit(found, (unit) => unitAttrs(unit).label === label)
  }
  return found && unitAttrs(found).id
}

function findUnit(parent: Act | Unit, matches: (unit: Unit) => boolean): Unit | undefined {
  for (const unit of unitsOf(parent)) {
    const found = matches(unit) ? unit : findUnit(unit, matches)
    if (found) return found
  }
  return undefined
}
