import { type Act, actAttrs, isUnit, makeAct, type Unit, unitAttrs } from '../../schema/act.ts'
import type { UnitKind } from '../../schema/kind.ts'
import type { AmendingLaw } from '../amending-law.ts'
import { differences } from '../differences.ts'
import type { Instruction } from '../instruction.ts'
import { type Proof, prove } from '../proof.ts'
import { addressOf, sameStep } from '../wording/runs.ts'
import { addressesIn } from './addresses.ts'
import type { Made } from './units.ts'

/**
 * The proof of a law whose instructions are each about one article that stands: every article's part
 * of the law is read back and applied by itself, and what was proved of an article is remembered while
 * its text and its instructions stay. `undefined` for any other law, which is proved as a whole.
 */
export function proveByArticle(
  base: Act,
  draft: Act,
  changes: readonly Made[],
  lawOf: (instructions: readonly Instruction[]) => AmendingLaw,
): Proof | undefined {
  const groups = byArticle(base, changes)
  const pairs = groups && pairedArticles(base, draft, addressesIn(base).runsThrough)
  if (!pairs) return undefined
  const proofs = pairs.flatMap(([old, article]): readonly Proof[] => {
    const group = groups.get(keyOf(article)) ?? []
    if (group.length > 0) return [proved(base, old, article, group, lawOf)]
    const found = differences(alone(base, old), alone(base, article))
    return found.length === 0 ? [] : [{ holds: false, differences: found, undone: [] }]
  })
  return {
    holds: proofs.every(({ holds }) => holds),
    differences: proofs.flatMap((proof) => proof.differences),
    undone: proofs.flatMap(({ undone }) => undone),
  }
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

/** The changes by the article they are about; `undefined` where one is about more, or less. */
function byArticle(
  base: Act,
  changes: readonly Made[],
): ReadonlyMap<string, readonly Made[]> | undefined {
  const { runsThrough } = addressesIn(base)
  const groups = new Map<string, Made[]>()
  for (const made of changes) {
    const { instruction } = made
    const [step, ...inner] = addressOf(instruction)
    if (!step || !('label' in step) || !runsThrough(step.kind)) return undefined
    const leaves =
      (inner.length === 0 && WHOLE.has(instruction.kind)) ||
      (instruction.kind === 'moveUnit' && !sameStep(step, instruction.into[0]))
    if (leaves) return undefined
    const key = `${step.kind} ${step.label}`
    const group = groups.get(key)
    if (group) group.push(made)
    else groups.set(key, [made])
  }
  return groups
}

/** What is done to the article itself, and not in it. */
const WHOLE: ReadonlySet<Instruction['kind']> = new Set(['repealUnit', 'renumberUnit', 'moveUnit'])

/**
 * The articles that differ, base and draft, where nothing else does: what holds them has the same
 * kinds, numbers and words, and they stand in the same order. `undefined` otherwise.
 */
function pairedArticles(
  base: Act,
  draft: Act,
  runsThrough: (kind: UnitKind) => boolean,
): readonly (readonly [Unit, Unit])[] | undefined {
  const pairs: (readonly [Unit, Unit])[] = []
  const visit = (a: Act | Unit, b: Act | Unit): boolean => {
    if (a.childCount !== b.childCount) return false
    return a.children.every((one, i) => {
      const other = b.child(i)
      if (one === other) return true
      if (!isUnit(one) || !isUnit(other)) return one.eq(other)
      if (!one.hasMarkup(other.type, { ...other.attrs, id: one.attrs['id'] })) return false
      if (!runsThrough(unitAttrs(one).kind)) return visit(one, other)
      pairs.push([one, other])
      return true
    })
  }
  return visit(base, draft) ? pairs : undefined
}

function keyOf(unit: Unit): string {
  const { kind, label } = unitAttrs(unit)
  return `${kind} ${label}`
}
