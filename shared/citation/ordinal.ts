import { bodyOf, type Unit, unitAttrs, unitsOf } from '../schema/act.ts'
import type { UnitKind } from '../schema/kind.ts'
import { schema } from '../schema/schema.ts'

/** Kinds without numbers, which law counts: «часть вторая», «абзац третий». */
const COUNTED: readonly UnitKind[] = ['subparagraph', 'alinea']

/** The unit's own paragraphs of law: the first of them is its part or indent number one. */
export function ownParts(unit: Unit): number {
  const { paragraph, table } = schema.nodes
  return bodyOf(unit).filter(
    ({ type, textContent }) => type === table || (type === paragraph && textContent !== ''),
  ).length > 0
    ? 1
    : 0
}

/** The part or indent number `n` of a unit: the unit itself where the words are its own. */
export function countedPart(unit: Unit, n: number, kinds: readonly UnitKind[]): Unit | undefined {
  const own = ownParts(unit)
  if (n <= own) return unit
  const counted = kinds.includes('alinea')
    ? COUNTED
    : kinds.filter((kind) => COUNTED.includes(kind))
  const children = unitsOf(unit).filter((child) => isCounted(child, counted))
  return children[n - own - 1]
}

/** Its number among the parts or indents of `parent`, from 1. */
export function numberInParent(unit: Unit, parent: Unit): number {
  const { kind } = unitAttrs(unit)
  const siblings = unitsOf(parent).filter((child) => isCounted(child, [kind]))
  return ownParts(parent) + siblings.indexOf(unit) + 1
}

function isCounted(unit: Unit, kinds: readonly UnitKind[]): boolean {
  const { kind, label } = unitAttrs(unit)
  return label === null && kinds.includes(kind)
}
