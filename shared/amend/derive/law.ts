import { type Act, actAttrs, type Language } from '../../schema/act.ts'
import { type InForce, UNSAID } from '../../schema/in-force.ts'
import { MINIMAL_WORDINGS, type Wordings } from '../../schema/wordings.ts'
import { amendingPhrasesFor } from '../../tradition/amending-words.ts'
import { profileOf } from '../../tradition/profiles.ts'
import type { ActCitation, AmendingLaw, Commencement } from '../amending-law.ts'
import type { Instruction } from '../instruction.ts'
import { type Proof, prove } from '../proof.ts'
import { mayBeAnnexed } from '../wording/clauses.ts'
import { titleFor } from '../wording/headline.ts'
import { actName } from './act-name.ts'
import { proveByArticle } from './by-article.ts'
import type { Made } from './made.ts'
import { settled } from './settle.ts'
import { commencementFor, type OwnTimes, ownTimes } from './times.ts'

/** What a drafter decides about the law that is written for them. */
export interface LawOptions {
  readonly wordings?: Wordings
  /** The language of the law's own words; by default that of the base. */
  readonly language?: Language
  readonly title?: string
  /**
   * `articles`: while a drafter types, what was proved of an article is not proved again, and each part
   * of the law is read by itself; `whole`, the default, reads the law as it will be read.
   */
  readonly proof?: 'whole' | 'articles'
  /** What the base does not tell of itself: its date and number, where it was published. */
  readonly citation?: Partial<ActCitation>
  readonly annexes?: AmendingLaw['annexes']
  readonly commencement?: readonly Commencement[]
  /** The drafters' choices, in the place of `commencement`. */
  readonly inForce?: InForce
  readonly signature?: readonly string[]
}

export interface DerivedLaw {
  readonly law: AmendingLaw
  /** Each instruction with the unit that it is about, in the order of the law. */
  readonly changes: readonly Made[]
  readonly proof: Proof
}

/**
 * The law that makes the base the draft, with its proof. Where the proof finds a difference, the unit
 * is worded in a larger way and all is proved again; a law that cannot be proved is given with a proof
 * that says so.
 */
export function deriveLaw(base: Act, draft: Act, options: LawOptions = {}): DerivedLaw {
  return settled(base, draft, options.wordings ?? MINIMAL_WORDINGS, (changes) => {
    const times = ownTimes(changes, options.inForce ?? UNSAID)
    const instructions = changes.map(({ instruction }) => instruction)
    const proved = (annexes: NonNullable<AmendingLaw['annexes']>) => {
      const lawOf = (some: readonly Instruction[]) =>
        lawFor(base, some, { ...options, annexes }, times)
      const law = lawOf(instructions)
      const parts =
        options.proof === 'articles' ? proveByArticle(base, draft, changes, lawOf) : undefined
      const proof = parts ?? prove(base, draft, law)
      return { law, changes, proof, holds: proof.holds, differences: proof.differences }
    }
    // An annex that behind the law reads otherwise is quoted in its command.
    const behind = instructions.some(mayBeAnnexed) ? proved('behind') : undefined
    return behind?.holds ? behind : proved('quoted')
  })
}

/** A law of these instructions on the base. */
export function lawFor(
  base: Act,
  instructions: readonly Instruction[],
  options: LawOptions,
  times: OwnTimes = new Map(),
): AmendingLaw {
  const { tradition, language: own, profile } = actAttrs(base)
  const language = options.language ?? own
  const phrases = amendingPhrasesFor({ tradition, language })
  const act: ActCitation = {
    sort: profile,
    title: actName(phrases, profileOf(base), base),
    date: null,
    number: null,
    gazette: null,
    ...options.citation,
  }
  const amendments = [{ act, instructions, ...(times.size > 0 ? { times } : {}) }]
  const law: AmendingLaw = {
    language,
    tradition,
    title: options.title ?? titleFor(phrases, amendments),
    amendments,
    commencement: options.commencement ?? [],
    ...(options.annexes === 'behind' ? { annexes: options.annexes } : {}),
    signature: options.signature ?? [],
  }
  const { inForce } = options
  return inForce ? { ...law, commencement: commencementFor(law, inForce.law, times) } : law
}
