import { placeInWords } from '../citation/place.ts'
import type { Redline, UnitRedline } from '../diff/redline.ts'
import { type Unit, type UnitId, unitAttrs } from '../schema/act.ts'
import type { Profile } from '../tradition/tradition.ts'

/** One row of a comparative table: the smallest unit that changes, quoted whole on both sides. */
export interface ComparativeRow {
  /** The unit that the row is about, by which its justification is kept: the draft's, else the base's. */
  readonly unit: UnitId
  /** Where it stands, in words: «подпункт 3) статьи 44»; in the draft, if it stands there. */
  readonly element: string
  /** Where it stands in the base, if elsewhere or under another number. */
  readonly elementA?: string
  /** What the column of the law in force quotes; absent where the base has no such unit. */
  readonly before?: UnitRedline
  /** What the column of the proposed text quotes; absent where the unit goes. */
  readonly after?: UnitRedline
  /** Whether units in the quoted one are left out, since they have rows of their own or none. */
  readonly abridged: boolean
}

/** The profiles that places are worded by: the base's (A) and the draft's (B). */
export interface RowProfiles {
  readonly A: Profile
  readonly B: Profile
}

/** The rows of a redline, in the order of the draft. */
export function comparativeRows(
  redline: Redline,
  profiles: RowProfiles,
): readonly ComparativeRow[] {
  const left = new Map<string, Placed>()
  const collect = (unit: UnitRedline, above: Above): void => {
    const here = { redline: unit, ...above }
    if (unit.kind === 'movedFrom' && unit.move !== undefined) left.set(unit.move, here)
    const inside = below(unit, above)
    for (const child of unit.units) collect(child, inside)
  }
  for (const unit of redline.units) collect(unit, TOP)
  const rows = (unit: UnitRedline, above: Above): readonly ComparativeRow[] => {
    const here = { redline: unit, ...above }
    switch (unit.kind) {
      case 'inserted':
        return [insertedRow(here, profiles)]
      case 'deleted':
        return [deletedRow(here, profiles)]
      case 'movedTo':
        return [movedRow(here, left.get(unit.move ?? ''), profiles)]
      case 'movedFrom':
        return []
      case 'kept':
      case 'changed': {
        const inside = below(unit, above)
        const inner = unit.units.flatMap((child) => rows(child, inside))
        return unit.kind === 'kept' ? inner : [changedRow(here, profiles), ...inner]
      }
    }
  }
  return redline.units.flatMap((unit) => rows(unit, TOP))
}

/** The units above one, outermost first, in the base and in the draft. */
interface Above {
  readonly parentsA: readonly Unit[]
  readonly parentsB: readonly Unit[]
}

interface Placed extends Above {
  readonly redline: UnitRedline
}

const TOP: Above = { parentsA: [], parentsB: [] }

function below({ unitA, unitB }: UnitRedline, { parentsA, parentsB }: Above): Above {
  return {
    parentsA: unitA ? [...parentsA, unitA] : parentsA,
    parentsB: unitB ? [...parentsB, unitB] : parentsB,
  }
}

function insertedRow(placed: Placed, profiles: RowProfiles): ComparativeRow {
  const { redline } = placed
  return {
    unit: idOf(redline),
    element: elementB(placed, profiles) ?? '',
    after: redline,
    abridged: false,
  }
}

function deletedRow(placed: Placed, profiles: RowProfiles): ComparativeRow {
  const { redline } = placed
  return {
    unit: idOf(redline),
    element: elementA(placed, profiles) ?? '',
    before: redline,
    abridged: false,
  }
}

function changedRow(placed: Placed, profiles: RowProfiles): ComparativeRow {
  const { redline } = placed
  const own: UnitRedline = { ...redline, units: [] }
  const goes = redline.unitB !== undefined && isRepeal(redline)
  return {
    unit: idOf(redline),
    ...elements(elementA(placed, profiles), elementB(placed, profiles)),
    before: own,
    ...(goes ? {} : { after: own }),
    abridged: redline.units.length > 0,
  }
}

function movedRow(to: Placed, from: Placed | undefined, profiles: RowProfiles): ComparativeRow {
  return {
    unit: idOf(to.redline),
    ...elements(from && elementA(from, profiles), elementB(to, profiles)),
    ...(from ? { before: from.redline } : {}),
    after: to.redline,
    abridged: false,
  }
}

/** Whether the draft keeps of the unit no more than the marker that it is no longer in force. */
function isRepeal({ unitA, unitB }: UnitRedline): boolean {
  if (!unitA || !unitB) return false
  return unitAttrs(unitA).state !== 'repealed' && unitAttrs(unitB).state === 'repealed'
}

function elements(
  a: string | undefined,
  b: string | undefined,
): Pick<ComparativeRow, 'element' | 'elementA'> {
  const element = b ?? a ?? ''
  return a === undefined || a === element ? { element } : { element, elementA: a }
}

function elementA({ redline, parentsA }: Placed, { A }: RowProfiles): string | undefined {
  return redline.unitA && placeInWords(A, { unit: redline.unitA, parents: parentsA })
}

function elementB({ redline, parentsB }: Placed, { B }: RowProfiles): string | undefined {
  return redline.unitB && placeInWords(B, { unit: redline.unitB, parents: parentsB })
}

function idOf({ unitA, unitB }: UnitRedline): UnitId {
  const unit = unitB ?? unitA
  if (!unit) throw new RangeError('a redline of a unit has the unit on one side')
  return unitAttrs(unit).id
}
