import { type Act, type Unit, type UnitId, unitAttrs, walkUnits } from '../../schema/act.ts'
import type { Wordings } from '../../schema/wordings.ts'
import type { Difference } from '../differences.ts'
import { changesOnce } from './changes.ts'
import type { Made } from './made.ts'
import { type DeriveOptions, type Fallback, MINIMAL } from './options.ts'

/** What a trial of instructions found. */
export interface Trial {
  readonly holds: boolean
  readonly differences: readonly Difference[]
}

/** Rounds in which words, words with more around them, units, and the units that hold them are tried. */
const MAX_ROUNDS = 12

/**
 * The first derivation that passes the trial: where it finds a difference the unit is said in a larger
 * way, the last of them the act as a whole. Where none passes, the first of those that differ in the
 * fewest places: one unit that no wording gives is told alone, and the law for the others stands.
 */
export function settled<T extends Trial>(
  base: Act,
  draft: Act,
  wordings: Wordings,
  trial: (changes: readonly Made[]) => T,
): T {
  for (const moves of ['told', 'plain'] as const) {
    const told = movesTold(base, draft, { ...MINIMAL, wordings, moves }, trial)
    if (told) return told
  }
  const ladder = new Ladder(draft)
  let nearest: T | undefined
  for (let round = 1; round <= MAX_ROUNDS; round++) {
    const { fallback } = ladder
    const tried = trial(changesOnce(base, draft, { ...MINIMAL, wordings, fallback }))
    if (tried.holds) return tried
    nearest = nearer(nearest, tried)
    if (!ladder.climb(tried.differences) || ladder.whole) break
  }
  const restated = trial(changesOnce(base, draft, { ...MINIMAL, whole: true }))
  return restated.holds ? restated : nearer(nearest, restated)
}

function nearer<T extends Trial>(before: T | undefined, tried: T): T {
  return before && before.differences.length <= tried.differences.length ? before : tried
}

/** With what moves told as moves, where there are any and that proves without a unit restated for it. */
function movesTold<T extends Trial>(
  base: Act,
  draft: Act,
  options: DeriveOptions,
  trial: (changes: readonly Made[]) => T,
): T | undefined {
  const ladder = new Ladder(draft)
  for (let round = 1; round <= MAX_ROUNDS; round++) {
    const changes = changesOnce(base, draft, { ...options, fallback: ladder.fallback })
    if (!changes.some(({ instruction }) => instruction.kind === 'moveUnit')) return undefined
    const tried = trial(changes)
    if (tried.holds) return tried
    if (!ladder.climb(tried.differences) || ladder.restates) return undefined
  }
  return undefined
}

/** What is tried next for units that did not prove. */
class Ladder {
  readonly fallback = new Map<UnitId, Fallback>()
  whole = false
  private readonly draft: Act
  private known: ReadonlyMap<UnitId, UnitId | null> | undefined

  constructor(draft: Act) {
    this.draft = draft
  }

  /** Whether it came to restate a unit, or the act. */
  get restates(): boolean {
    return this.whole || [...this.fallback.values()].includes('restate')
  }

  private get parents(): ReadonlyMap<UnitId, UnitId | null> {
    if (this.known) return this.known
    const parents = new Map<UnitId, UnitId | null>()
    walkUnits(this.draft, (unit: Unit, above) => {
      const holder = above.at(-1)
      parents.set(unitAttrs(unit).id, holder ? unitAttrs(holder).id : null)
    })
    this.known = parents
    return parents
  }

  /** Whether there is anything left to try. All differences of a round are of what was tried in it. */
  climb(differences: readonly Difference[]): boolean {
    const before = new Map(this.fallback)
    for (const { unit, what } of differences) {
      if (what === 'missing')
        this.restate(unit === null ? null : (this.parents.get(unit) ?? null), before)
      else if (what === 'words' && unit !== null && !before.has(unit)) this.note(unit, 'exact')
      else this.restate(unit, before)
    }
    return this.whole || JSON.stringify([...this.fallback]) !== JSON.stringify([...before])
  }

  private note(unit: UnitId, fallback: Fallback): void {
    if (this.fallback.get(unit) !== 'restate') this.fallback.set(unit, fallback)
  }

  /** The unit as a whole, or the nearest unit above it that was not yet tried so. */
  private restate(unit: UnitId | null, before: ReadonlyMap<UnitId, Fallback>): void {
    let at = unit
    while (at !== null && before.get(at) === 'restate') at = this.parents.get(at) ?? null
    if (at === null) this.whole = true
    else this.note(at, 'restate')
  }
}
