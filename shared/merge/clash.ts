import { headingOf, type UnitId, unitAttrs } from '../schema/act.ts'
import { type Deed, isSameBody, isSameNode } from './deeds.ts'
import type { Side } from './side.ts'

/** How the work of two sides meets in one unit, or in two that were alike. */
export type Clash =
  /** One removed the unit, the other changed it. */
  | 'removed-changed'
  /** One joined the unit to another, the other changed it. */
  | 'joined-changed'
  /** One repealed the unit, the other changed its words or heading. */
  | 'repealed-changed'
  /** One split the unit, the other changed its words. */
  | 'split-changed'
  | 'words'
  | 'heading'
  | 'moved'
  | 'number'
  | 'kind'
  | 'state'
  /** Each inserted a unit of the same number at the same place. */
  | 'same-number'
  /** One renumbered or removed a unit that the other cites by its old number. */
  | 'cited'
  /** Each changed something else of the unit. */
  | 'apart'
  /** Both did the same. */
  | 'alike'

/** Everything that two sides did to one unit and that meets; never empty, the gravest first. */
export function clashesIn(
  unit: UnitId,
  mine: { readonly side: Side; readonly deeds: ReadonlySet<Deed> },
  theirs: { readonly side: Side; readonly deeds: ReadonlySet<Deed> },
): readonly Clash[] {
  const all = new Set([...mine.deeds, ...theirs.deeds])
  const both = (deed: Deed) => mine.deeds.has(deed) && theirs.deeds.has(deed)
  const against = (one: Deed, others: readonly Deed[]) =>
    (mine.deeds.has(one) && others.some((other) => theirs.deeds.has(other))) ||
    (theirs.deeds.has(one) && others.some((other) => mine.deeds.has(other)))
  if (all.has('removed') && !both('removed')) return ['removed-changed']
  if (all.has('joined') && !both('joined')) return ['joined-changed']
  const same = sameThings(unit, mine.side, theirs.side)
  const clashes: Clash[] = []
  if (against('repealed', ['words', 'heading']) && !(both('repealed') && same.words)) {
    clashes.push('repealed-changed')
  }
  if (against('split', ['words', 'split']) && !same.words) clashes.push('split-changed')
  else if (both('words') && !same.words) clashes.push('words')
  if (both('heading') && !same.heading) clashes.push('heading')
  if (both('moved') && !same.place) clashes.push('moved')
  if (both('number') && !same.number) clashes.push('number')
  if (both('kind') && !same.kind) clashes.push('kind')
  if (touchesState(mine.deeds) && touchesState(theirs.deeds) && !same.state) clashes.push('state')
  if (clashes.length > 0) return clashes
  return [...all].every((deed) => both(deed)) ? ['alike'] : ['apart']
}

function touchesState(deeds: ReadonlySet<Deed>): boolean {
  return deeds.has('repealed') || deeds.has('state')
}

function sameThings(id: UnitId, mine: Side, theirs: Side) {
  const a = mine.standing.get(id)?.unit
  const b = theirs.standing.get(id)?.unit
  const records = [mine.records.get(id), theirs.records.get(id)]
  const place = records[0]?.parent === records[1]?.parent && records[0]?.order === records[1]?.order
  if (!a || !b) {
    const isSame = a === b
    return { words: isSame, heading: isSame, place, number: isSame, kind: isSame, state: isSame }
  }
  const one = unitAttrs(a)
  const other = unitAttrs(b)
  return {
    words: isSameBody(a, b),
    heading: isSameNode(headingOf(a), headingOf(b)),
    place,
    number: one.label === other.label && one.num === other.num,
    kind: one.kind === other.kind,
    state: one.state === other.state,
  }
}
