import { Fragment } from 'prosemirror-model'
import {
  type Act,
  actAttrs,
  isUnit,
  makeAct,
  type Unit,
  unitAttrs,
  unitsOf,
} from '../../schema/act.ts'
import type { UnitKind } from '../../schema/kind.ts'
import { sameStep } from '../address.ts'
import { addressOf } from '../addressed.ts'
import type { AmendingLaw } from '../amending-law.ts'
import { type Difference, differences } from '../differences.ts'
import type { Instruction } from '../instruction.ts'
import { type Proof, prove } from '../proof.ts'
import { addressesIn, isLive } from './addresses.ts'
import type { Made } from './made.ts'

/**
 * The proof of a law in parts: what is done in an article that stands is read back and applied to that
 * article alone, and remembered while its text and its instructions stay; what is left (articles that
 * come or go, preamble, chapters) is proved on the act in which those articles read as in the base.
 * `undefined` where parts prove nothing of the whole: numbers change, units move, or a part fails.
 */
export function proveByArticle(
  base: Act,
  draft: Act,
  changes: readonly Made[],
  lawOf: (instructions: readonly Instruction[]) => AmendingLaw,
): Proof | undefined {
  const { runsThrough } = addressesIn(base)
  const pairs = pairedArticles(base, draft, runsThrough)
  const parts = partsOf(changes, runsThrough, pairs)
  if (!parts) return undefined
  const proofs: Proof[] = []
  for (const [key, [old, article]] of pairs) {
    if (old === article) continue
    const group = parts.groups.get(key)
    if (group) proofs.push(proved(base, old, article, group, lawOf))
    else if (!old.eq(article))
      proofs.push(proofOf(differences(alone(base, old), alone(base, article))))
  }
  const rest = parts.rest.map(({ instruction }) => instruction)
  const around = withArticlesOfBase(draft, pairs, runsThrough)
  proofs.push(
    rest.length > 0 ? prove(base, around, lawOf(rest)) : proofOf(differences(base, around)),
  )
  return proofs.every(({ holds }) => holds) ? PROVED : undefined
}

const PROVED: Proof = { holds: true, differences: [], undone: [] }

function proofOf(found: readonly Difference[]): Proof {
  return { holds: found.length === 0, differences: found, undone: [] }
}

interface Memo {
  readonly old: Unit
  readonly group: readonly Made[]
  readonly proof: Proof
}

const known = new WeakMap<Unit, Memo>()

function proved(
  base: Act,
  old: Unit,
  article: Unit,
  group: readonly Made[],
  lawOf: (instructions: readonly Instruction[]) => AmendingLaw,
): Proof {
  const memo = known.get(article)
  if (
    memo?.old === old &&
    memo.group.length === group.length &&
    memo.group.every((one, i) => one === group[i])
  )
    return memo.proof
  const law = lawOf(group.map(({ instruction }) => instruction))
  const proof = prove(alone(base, old), alone(base, article), law)
  known.set(article, { old, group, proof })
  return proof
}

/** An act of the one article. */
function alone(act: Act, article: Unit): Act {
  return makeAct(actAttrs(act), [article])
}

interface Parts {
  /** By the article that they are in. */
  readonly groups: ReadonlyMap<string, readonly Made[]>
  readonly rest: readonly Made[]
}

/** `undefined` where a change of one part may change what another speaks of. */
function partsOf(
  changes: readonly Made[],
  runsThrough: (kind: UnitKind) => boolean,
  pairs: ArticlePairs,
): Parts | undefined {
  const groups = new Map<string, Made[]>()
  const rest: Made[] = []
  const come = new Set<string>()
  for (const made of changes) {
    const { instruction } = made
    const [step, ...inner] = addressOf(instruction)
    if (instruction.kind === 'insertUnit') come.add(keyOf(instruction.unit))
    const key = step && 'label' in step && runsThrough(step.kind) ? keyOf(step) : undefined
    const isIn = key !== undefined && (inner.length > 0 || !WHOLE.has(instruction.kind))
    const leaves = instruction.kind === 'moveUnit' && !(step && sameStep(step, instruction.into[0]))
    if (leaves) return undefined
    if (isIn) {
      const group = groups.get(key)
      if (group) group.push(made)
      else groups.set(key, [made])
    } else if (RENAMES.has(instruction.kind) || isOnWordsOf(instruction)) return undefined
    else rest.push(made)
  }
  for (const key of groups.keys()) if (come.has(key) || !pairs.has(key)) return undefined
  return { groups, rest }
}

/** What is done to the article itself, and not in it. */
const WHOLE: ReadonlySet<Instruction['kind']> = new Set(['repealUnit', 'renumberUnit', 'moveUnit'])

/** What is done to articles so that other instructions may name others than before. */
const RENAMES: ReadonlySet<Instruction['kind']> = new Set([
  'renumberUnit',
  'moveUnit',
  'restateUnit',
  'restateAct',
])

/** Whether it changes words of the act throughout, those of articles among them. */
function isOnWordsOf(instruction: Instruction): boolean {
  return instruction.kind === 'substituteWords' && instruction.at.unit.length === 0
}

/** Articles that stand in both texts under the one number, base and draft, by kind and number. */
type ArticlePairs = ReadonlyMap<string, readonly [old: Unit, article: Unit]>

function pairedArticles(
  base: Act,
  draft: Act,
  runsThrough: (kind: UnitKind) => boolean,
): ArticlePairs {
  const olds = articlesOf(base, runsThrough)
  const pairs = new Map<string, readonly [Unit, Unit]>()
  for (const [key, article] of articlesOf(draft, runsThrough)) {
    const old = olds.get(key)
    if (old && article) pairs.set(key, [old, article])
  }
  return pairs
}

/** Articles in force by kind and number; `undefined` for a number that two bear. */
function articlesOf(
  act: Act,
  runsThrough: (kind: UnitKind) => boolean,
): ReadonlyMap<string, Unit | undefined> {
  const articles = new Map<string, Unit | undefined>()
  const visit = (parent: Act | Unit): void => {
    for (const unit of unitsOf(parent).filter(isLive)) {
      const key = keyOf(unitAttrs(unit))
      if (!runsThrough(unitAttrs(unit).kind)) visit(unit)
      else articles.set(key, articles.has(key) ? undefined : unit)
    }
  }
  visit(act)
  return articles
}

/** The draft with each paired article as it reads in the base. */
function withArticlesOfBase(
  draft: Act,
  pairs: ArticlePairs,
  runsThrough: (kind: UnitKind) => boolean,
): Act {
  const visit = (parent: Act | Unit): Act | Unit =>
    parent.copy(
      Fragment.from(
        parent.children.map((child) => {
          if (!isUnit(child)) return child
          if (!runsThrough(unitAttrs(child).kind)) return visit(child)
          const [old, article] = pairs.get(keyOf(unitAttrs(child))) ?? []
          return old && article === child ? old : child
        }),
      ),
    )
  return visit(draft)
}

function keyOf({
  kind,
  label,
}: {
  readonly kind: UnitKind
  readonly label: string | null
}): string {
  return `${kind} ${label}`
}
