import type { Change } from '#shared/diff/changes.ts'
import {
  type Act,
  bodyOf,
  type UnitId,
  unitAttrs,
  unitId,
  unitsOf,
  walkUnits,
} from '#shared/schema/act.ts'
import type { InForce } from '#shared/schema/in-force.ts'
import type { Wording, Wordings } from '#shared/schema/wordings.ts'
import { type ShownTime, shownTimes } from './times.ts'
import type { LawAnswer } from './use-amending-law.ts'

/** What the badge above the law says: it never claims more than was proved on the text as it stands. */
export type ProofState = 'proved' | 'unproved' | 'working' | 'nothing'

export function proofState(law: LawAnswer | undefined, isStale: boolean): ProofState {
  if (isStale || !law) return 'working'
  if (law.instructions === 0 && law.holds) return 'nothing'
  return law.holds ? 'proved' : 'unproved'
}

/** One line of the law as the panel draws it. */
export interface ShownLine {
  readonly key: string
  readonly kind: LawAnswer['lines'][number]['kind']
  readonly level: number
  readonly num: string | null
  readonly text: string
  /** The unit that the line leads to: the first that it is about. */
  readonly unit: UnitId | null
  /** Whether it speaks of the unit at the caret and of no other. */
  readonly isHere: boolean
  /** How the change is worded, where that may be chosen; `null` elsewhere. */
  readonly wording: ShownWording | null
  /** When it comes into force, where that may be chosen; `null` elsewhere. */
  readonly time: ShownTime | null
}

/** How one change is worded, and whether a drafter chose it for its unit alone. */
export interface ShownWording {
  readonly unit: UnitId
  readonly as: Wording
  /** What is chosen next. */
  readonly next: Wording
  readonly isChosen: boolean
}

/** What there is to choose, and what was chosen. */
export interface WordingChoices {
  readonly wordings: Wordings
  /** Units of which words or headings changed: what comes or goes whole has no other wording. */
  readonly reworded: ReadonlySet<UnitId>
  /** Units whose own words stand before units in them, and can be restated without those. */
  readonly parted: ReadonlySet<UnitId>
  readonly inForce: InForce
}

export function rewordedUnits(changes: readonly Change[]): ReadonlySet<UnitId> {
  return new Set(
    changes.flatMap(({ kind, units: [unit] }) =>
      unit !== undefined && (kind === 'words' || kind === 'heading') ? [unit] : [],
    ),
  )
}

/** Units with one paragraph of words before the units in them. */
export function partedUnits(act: Act): ReadonlySet<UnitId> {
  const parted = new Set<UnitId>()
  walkUnits(act, (unit) => {
    if (unitsOf(unit).length > 0 && bodyOf(unit).length === 1) parted.add(unitAttrs(unit).id)
  })
  return parted
}

/** The next wording of a line; `null` if that is what all others have. */
export function otherWording({ next }: ShownWording, wordings: Wordings): Wording | null {
  return next === wordings.default ? null : next
}

/** The lines of the law, those about the unit at the caret marked. */
export function shownLines(
  law: LawAnswer,
  here: UnitId | undefined,
  choices: WordingChoices,
): readonly ShownLine[] {
  const times = shownTimes(law.lines, choices.inForce)
  return law.lines.map(({ kind, level, num, text, units }, i) => ({
    key: `${i} ${kind}`,
    kind,
    level,
    num,
    text,
    unit: units[0] === undefined ? null : unitId(units[0]),
    isHere: units.length === 1 && units[0] === here,
    wording: kind === 'item' ? wordingOf(units.map(unitId), choices) : null,
    time: times[i] ?? null,
  }))
}

function wordingOf(
  [unit, ...others]: readonly UnitId[],
  { wordings, reworded, parted }: WordingChoices,
): ShownWording | null {
  if (unit === undefined || others.length > 0 || !reworded.has(unit)) return null
  const chosen = wordings.units.get(unit)
  const as = chosen ?? wordings.default
  const smaller = parted.has(unit) ? 'part' : 'restate'
  const next = as === 'minimal' ? smaller : as === 'part' ? 'restate' : 'minimal'
  return { unit, as, next, isChosen: chosen !== undefined }
}
