import {
  type Act,
  actAttrs,
  type Language,
  titleOf,
  type Unit,
  type UnitId,
  unitAttrs,
  walkUnits,
} from '../../schema/act.ts'
import { amendingPhrasesFor } from '../../tradition/amending-words.ts'
import { profileOf } from '../../tradition/profiles.ts'
import type { ActCitation, AmendingLaw, Commencement } from '../amending-law.ts'
import type { Instruction } from '../instruction.ts'
import { type Proof, prove } from '../proof.ts'
import { titleFor } from '../wording/headline.ts'
import { actName } from './act-name.ts'
import { deriveChanges } from './derive.ts'
import { type DeriveOptions, type Fallback, MINIMAL } from './options.ts'
import type { Made } from './units.ts'

/** What a drafter decides about the law that is written for them. */
export interface LawOptions {
  readonly granularity?: Pick<DeriveOptions, 'default' | 'granularity'>
  /** The language of the law's own words; by default that of the base. */
  readonly language?: Language
  readonly title?: string
  /** What the base does not tell of itself: its date and number, where it was published. */
  readonly citation?: Partial<ActCitation>
  readonly commencement?: readonly Commencement[]
  readonly signature?: readonly string[]
}

export interface DerivedLaw {
  readonly law: AmendingLaw
  /** Each instruction with the unit that it is about, in the order of the law. */
  readonly changes: readonly Made[]
  readonly proof: Proof
}

/** Texts that were tried: words, words with more around them, units, the units that hold them, the act. */
const MAX_ROUNDS = 10

/**
 * The law that makes the base the draft, with its proof. Where the proof finds a difference, the unit
 * is worded in a larger way and all is proved again; a law that cannot be proved is given with a proof
 * that says so.
 */
export function deriveLaw(base: Act, draft: Act, options: LawOptions = {}): DerivedLaw {
  const asked = options.granularity ?? MINIMAL
  const ladder = new Ladder(draft)
  let last: DerivedLaw | undefined
  for (let round = 1; round <= MAX_ROUNDS; round++) {
    const { fallback, whole } = ladder
    const changes = deriveChanges(base, draft, { ...asked, fallback, whole })
    const law = lawFor(
      base,
      changes.map(({ instruction }) => instruction),
      options,
    )
    const proof = prove(base, draft, law)
    last = { law, changes, proof }
    if (proof.holds || whole || !ladder.climb(proof)) return last
  }
  return last ?? deriveLawWhole(base, draft, options)
}

function deriveLawWhole(base: Act, draft: Act, options: LawOptions): DerivedLaw {
  const changes = deriveChanges(base, draft, { ...MINIMAL, whole: true })
  const instructions = changes.map(({ instruction }) => instruction)
  const law = lawFor(base, instructions, options)
  return { law, changes, proof: prove(base, draft, law) }
}

/** A law of these instructions on the base. */
export function lawFor(
  base: Act,
  instructions: readonly Instruction[],
  options: LawOptions,
): AmendingLaw {
  const { tradition, language: own, profile } = actAttrs(base)
  const language = options.language ?? own
  const phrases = amendingPhrasesFor({ tradition, language })
  const act: ActCitation = {
    sort: profile,
    title: actName(phrases, profileOf(base), titleOf(base)),
    date: null,
    number: null,
    gazette: null,
    ...options.citation,
  }
  const amendments = [{ act, instructions }]
  return {
    language,
    tradition,
    title: options.title ?? titleFor(phrases, amendments),
    amendments,
    commencement: options.commencement ?? [],
    signature: options.signature ?? [],
  }
}

/** What is tried next for units that did not prove. */
class Ladder {
  readonly fallback = new Map<UnitId, Fallback>()
  whole = false
  private readonly parents = new Map<UnitId, UnitId | null>()

  constructor(draft: Act) {
    walkUnits(draft, (unit: Unit, parents) => {
      const holder = parents.at(-1)
      this.parents.set(unitAttrs(unit).id, holder ? unitAttrs(holder).id : null)
    })
  }

  /** Whether there is anything left to try. */
  climb(proof: Proof): boolean {
    const before = JSON.stringify([...this.fallback])
    for (const { unit, what } of proof.differences) {
      if (what === 'missing') this.restate(unit === null ? null : (this.parents.get(unit) ?? null))
      else if (what === 'extra') this.restate(unit)
      else this.step(unit)
    }
    return this.whole || JSON.stringify([...this.fallback]) !== before
  }

  private step(unit: UnitId | null): void {
    if (unit !== null && !this.fallback.has(unit)) this.fallback.set(unit, 'exact')
    else this.restate(unit)
  }

  /** The unit as a whole, or the nearest unit above it that was not yet tried so. */
  private restate(unit: UnitId | null): void {
    let at = unit
    while (at !== null && this.fallback.get(at) === 'restate') at = this.parents.get(at) ?? null
    if (at === null) this.whole = true
    else this.fallback.set(at, 'restate')
  }
}
