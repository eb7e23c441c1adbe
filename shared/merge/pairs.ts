import { referencesIn } from '../citation/references.ts'
import { type UnitId, unitAttrs } from '../schema/act.ts'
import type { Deed } from './deeds.ts'
import type { Side } from './side.ts'

/** Two units that clash though nobody changed both: `mine` by my work, `theirs` by others'. */
export interface ClashingPair {
  readonly clash: 'same-number' | 'cited'
  readonly mine: UnitId
  readonly theirs: UnitId
}

type Deeds = ReadonlyMap<UnitId, ReadonlySet<Deed>>

/** A side with what it did. */
export interface Worked {
  readonly side: Side
  readonly deeds: Deeds
}

/** Units of one number that each side put at one place, and citations of what the other renumbered. */
export function clashingPairs(
  common: Side,
  mine: Worked,
  theirs: Worked,
  merged: Side,
): readonly ClashingPair[] {
  return [
    ...sameNumbers(mine.deeds, theirs.deeds, merged),
    ...citedOf(common, mine, theirs, merged).map(
      ([cited, citing]): ClashingPair => ({ clash: 'cited', mine: cited, theirs: citing }),
    ),
    ...citedOf(common, theirs, mine, merged).map(
      ([cited, citing]): ClashingPair => ({ clash: 'cited', mine: citing, theirs: cited }),
    ),
  ]
}

/** What gives a unit the number that it has where it stands. */
const NUMBERING: readonly Deed[] = ['inserted', 'restored', 'moved', 'number', 'kind']

function sameNumbers(mine: Deeds, theirs: Deeds, merged: Side): readonly ClashingPair[] {
  const numbered = new Map<string, UnitId[]>()
  for (const id of numberedBy(mine, theirs)) {
    const place = numberAt(id, merged)
    if (place) numbered.set(place, [...(numbered.get(place) ?? []), id])
  }
  return numberedBy(theirs, mine).flatMap((id): readonly ClashingPair[] => {
    const place = numberAt(id, merged)
    const alike = place === undefined ? [] : (numbered.get(place) ?? [])
    return alike.map((own) => ({ clash: 'same-number', mine: own, theirs: id }))
  })
}

/** What one side numbered and the other left alone. */
function numberedBy(one: Deeds, other: Deeds): readonly UnitId[] {
  return [...one]
    .filter(([id, deeds]) => !other.has(id) && NUMBERING.some((deed) => deeds.has(deed)))
    .map(([id]) => id)
}

function numberAt(id: UnitId, { standing }: Side): string | undefined {
  const found = standing.get(id)
  if (!found) return undefined
  const { kind, label } = unitAttrs(found.unit)
  const parent = found.parents.at(-1)
  return label === null ? undefined : JSON.stringify([parent && unitAttrs(parent).id, kind, label])
}

/** Pairs of a unit that one side renumbered or took away and one whose new words cite it. */
function citedOf(
  common: Side,
  renumbering: Worked,
  citing: Worked,
  merged: Side,
): readonly (readonly [UnitId, UnitId])[] {
  const gone = new Set(
    [...renumbering.deeds]
      .filter(([, deeds]) => deeds.has('number') || deeds.has('removed') || deeds.has('joined'))
      .map(([id]) => id),
  )
  if (gone.size === 0) return []
  const pairs: (readonly [UnitId, UnitId])[] = []
  for (const [id, deeds] of citing.deeds) {
    if (!(deeds.has('words') || deeds.has('inserted') || deeds.has('heading'))) continue
    const before = targetsIn(id, common)
    const now = targetsIn(id, merged)
    for (const target of targetsIn(id, citing.side)) {
      if (gone.has(target) && target !== id && !before.has(target) && !now.has(target)) {
        pairs.push([target, id])
      }
    }
  }
  return pairs
}

/** The units of its own act that a unit cites. */
function targetsIn(id: UnitId, { act, standing }: Side): ReadonlySet<UnitId> {
  const placed = standing.get(id)
  const references = placed ? referencesIn(act, placed) : []
  return new Set(
    references.flatMap(({ targets }) =>
      targets.flatMap((target) => (target.act === null && target.unit ? [target.unit] : [])),
    ),
  )
}
