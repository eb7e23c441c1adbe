import { nameStems } from '../../citation/acts.ts'
import { type Act, actAttrs, titleOf } from '../../schema/act.ts'
import { citationWordsFor } from '../../tradition/citation-words.ts'
import { profileOf } from '../../tradition/profiles.ts'
import type { ActAmendment, ActCitation } from '../amending-law.ts'

/** Which of a law's amendments are of this act, by their index: a law of one act amends what it is given. */
export function concerns(base: Act, amendments: readonly ActAmendment[]): ReadonlySet<number> {
  const filled = amendments.flatMap(({ instructions }, i) => (instructions.length > 0 ? [i] : []))
  if (filled.length < 2) return new Set(amendments.keys())
  const scores = amendments.map(({ act }) => likeness(base, act))
  const best = Math.max(...scores)
  if (best <= 0) return new Set()
  return new Set([...scores.entries()].flatMap(([i, score]) => (score === best ? [i] : [])))
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
  const own = nameStems(titleOf(base), actFiller)
  const cited = nameStems(title, actFiller)
  if (cited.size === 0 || own.size === 0) return 0
  const shared = [...cited].filter((stem) => own.has(stem)).length
  const score = shared / Math.max(cited.size, 1)
  return score > 0.5 ? score : 0
}
