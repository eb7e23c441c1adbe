import { problem, type Saying } from '../../base/problem.ts'
import { nameStems } from '../../citation/acts.ts'
import { type Act, actAttrs, bodyOf, headingOf, unitAttrs, unitsOf } from '../../schema/act.ts'
import { schema } from '../../schema/schema.ts'
import { citationWordsFor } from '../../tradition/citation-words.ts'
import { profileOf } from '../../tradition/profiles.ts'
import type { ActAmendment, ActCitation } from '../amending-law.ts'
import type { Instruction } from '../instruction.ts'

/** Which of a law's amendments are of an act. */
export interface Concern {
  /** By their index. */
  readonly amendments: ReadonlySet<number>
  /** Why a person should look; none where the title of the act tells it. */
  readonly doubt: Saying | undefined
}

/**
 * Which of a law's amendments are of this act: a law of one act amends what it is given, one of several
 * the act that it names. Where the act has no title, the amendments whose words it has.
 */
export function concerns(
  base: Act,
  amendments: readonly ActAmendment[],
  fits: (instruction: Instruction) => boolean,
): Concern {
  const filled = amendments.flatMap(({ instructions }, i) => (instructions.length > 0 ? [i] : []))
  if (filled.length < 2) return { amendments: new Set(amendments.keys()), doubt: undefined }
  const scores = amendments.map(({ act }) => likeness(base, act))
  const best = Math.max(...scores)
  if (best > 0) return { amendments: indexesOf(scores, best), doubt: undefined }
  if (namesOf(base) !== '') return { amendments: new Set(), doubt: undefined }
  const shares = amendments.map((one) => (isOfSort(base, one.act) ? shareOf(one, fits) : 0))
  const most = Math.max(...shares)
  const fitting = indexesOf(shares, most)
  if (most < LEAST_SHARE || shares.some((share) => share !== most && share > most - CLEARLY))
    return { amendments: new Set(), doubt: undefined }
  return { amendments: fitting, doubt: problem('amend/known-by-words') }
}

/** Of the commands on words of an amendment, those that find them in the act which they are of. */
const LEAST_SHARE = 0.6

/** By how much of its commands an amendment fits better than any other. */
const CLEARLY = 0.3

function indexesOf(scores: readonly number[], score: number): ReadonlySet<number> {
  return new Set([...scores.entries()].flatMap(([i, one]) => (one === score ? [i] : [])))
}

/** Words that are to be there tell an act from others; a unit of some number every act has. */
function shareOf(
  { instructions }: ActAmendment,
  fits: (instruction: Instruction) => boolean,
): number {
  const onWords = instructions.filter(
    (one) =>
      one.kind === 'substituteWords' ||
      one.kind === 'omitWords' ||
      (one.kind === 'insertWords' && 'words' in one.where),
  )
  return onWords.length === 0 ? 0 : onWords.filter(fits).length / onWords.length
}

function isOfSort(base: Act, { sort }: ActCitation): boolean {
  return actAttrs(base).profile.startsWith('code') === (sort === 'code')
}

/** Whether a citation names the act: its title by stems, or its sort where there is one act of the sort. */
export function isCited(base: Act, cited: ActCitation): boolean {
  return likeness(base, cited) > 0
}

/** Stems that two titles share of all that the citation has, from 0 to 1; half is too few. */
function likeness(base: Act, { sort, title }: ActCitation): number {
  const { profile } = actAttrs(base)
  if (sort === 'constitution' || profile === 'constitution') return sort === profile ? 1 : 0
  const { actFiller } = citationWordsFor(profileOf(base))
  const own = nameStems(namesOf(base), actFiller)
  const cited = nameStems(title, actFiller)
  if (cited.size === 0 || own.size === 0) return 0
  const shared = [...cited].filter((stem) => own.has(stem)).length
  const score = shared / Math.max(cited.size, 1)
  return score > 0.5 ? score : 0
}

/** The title with the lines below it: «Кодекс Республики Казахстан» may stand over the name. */
function namesOf(act: Act): string {
  const preface = unitsOf(act).find((unit) => unitAttrs(unit).kind === 'preface')
  if (!preface) return ''
  const lines = bodyOf(preface).filter(({ type }) => type === schema.nodes.paragraph)
  return [headingOf(preface)?.textContent ?? '', ...lines.map((line) => line.textContent)]
    .join(' ')
    .trim()
}
