import { type Act, headingOf, titleOf, type Unit, unitAttrs, unitsOf } from '../schema/act.ts'
import { ownParts } from './ordinal.ts'

/**
 * Whether citations resolve alike in both acts: the same units with the same numbers and states in
 * the same places, whatever their words. Equal nodes are not looked into, so that after an edit only
 * the units around it are compared.
 */
export function sameStructure(a: Act, b: Act): boolean {
  if (a === b) return true
  const { language, tradition, profile } = a.attrs
  const isSameSort =
    language === b.attrs['language'] &&
    tradition === b.attrs['tradition'] &&
    profile === b.attrs['profile']
  return isSameSort && titleOf(a) === titleOf(b) && sameUnits(a, b)
}

function sameUnits(a: Act | Unit, b: Act | Unit): boolean {
  const inA = unitsOf(a)
  const inB = unitsOf(b)
  return inA.length === inB.length && inA.every((unit, at) => sameUnit(unit, inB[at]))
}

function sameUnit(a: Unit, b: Unit | undefined): boolean {
  if (!b) return false
  if (a === b) return true
  const one = unitAttrs(a)
  const other = unitAttrs(b)
  return (
    one.id === other.id &&
    one.kind === other.kind &&
    one.label === other.label &&
    one.state === other.state &&
    ownParts(a) === ownParts(b) &&
    // A part is cited by the name that its heading gives it.
    (one.kind !== 'book' || headingOf(a)?.textContent === headingOf(b)?.textContent) &&
    sameUnits(a, b)
  )
}
