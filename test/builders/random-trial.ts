import { compareActs } from '#shared/diff/compare.ts'
import type { Redline } from '#shared/diff/redline.ts'
import { type Telling, toldAs } from '#shared/diff/telling.ts'
import { type Act, actAttrs, type Language, makeAct, unitsOf } from '#shared/schema/act.ts'
import { Chance } from './chance.ts'
import { randomAct, randomDraft } from './random-act.ts'
import { randomlySigned } from './random-authors.ts'
import { randomRedline } from './random-redline.ts'

/** A redline and the two texts that it must leave when all of it is accepted or rejected. */
export interface Trial {
  readonly redline: Redline
  readonly base: Act
  readonly draft: Act
}

/**
 * The trial of a seed, in any of three languages, told in any way and signed by several people or nobody.
 * Of two seeds one is a redline made up without {@link compareActs}, the other a draft after edits of every
 * sort (moves, splits, joins, footnotes, tables) compared with its base.
 */
export function randomTrial(seed: number, language: Language = languageOf(seed)): Trial {
  const chance = new Chance(seed)
  const prefix = `s${seed}-`
  const made =
    seed % 2 === 0
      ? randomRedline(seed, language, prefix)
      : comparedTrial(seed, { language, prefix, edits: chance.below(13) })
  const redline = toldAs(made.redline, chance.pick(TELLINGS))
  return { ...made, redline: chance.chance(0.5) ? randomlySigned(redline, seed) : redline }
}

function languageOf(seed: number): Language {
  return new Chance(seed).pick(LANGUAGES)
}

export const LANGUAGES = ['ru', 'kk', 'en'] as const satisfies readonly Language[]

const TELLINGS: readonly Telling[] = [
  { moves: 'moves', granularity: 'words' },
  { moves: 'moves', granularity: 'words' },
  { moves: 'deleteAndInsert', granularity: 'words' },
  { moves: 'moves', granularity: 'units' },
  { moves: 'deleteAndInsert', granularity: 'units' },
]

function comparedTrial(
  seed: number,
  { edits, ...options }: { language: Language; prefix: string; edits: number },
): Trial {
  const base = randomAct(seed, options)
  const draft = randomDraft(base, seed, { edits })
  return { redline: compareActs(base, draft), base, draft }
}

/** Trials one behind the other in one document. All are of one profile, and no two share an id. */
export function joinedTrial(trials: readonly Trial[]): Trial {
  return {
    redline: { units: trials.flatMap(({ redline }) => redline.units) },
    base: joinedAct(trials.map(({ base }) => base)),
    draft: joinedAct(trials.map(({ draft }) => draft)),
  }
}

function joinedAct(acts: readonly Act[]): Act {
  const [first] = acts
  if (!first) throw new Error('there is nothing to join')
  return makeAct({ ...actAttrs(first), id: 'joined' }, acts.flatMap(unitsOf))
}
