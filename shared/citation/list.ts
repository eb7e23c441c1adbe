import type { CitedAct, Step } from './address.ts'
import type { Lexicon } from './lexicon.ts'
import type { Run, StepRead } from './step.ts'

/** A citation being read: token places, and steps from the innermost out. */
export interface Draft {
  readonly from: number
  next: number
  steps: PlacedStep[]
  act: CitedAct | null
  /** Behind a semicolon: takes nothing from what is before it. */
  readonly apart?: boolean
  /** Behind a comma and nothing else. */
  readonly comma?: boolean
  /** In an aside: its list is that of the unit before it. */
  readonly aside: boolean
}

export interface PlacedStep extends Step {
  readonly rank: number
}

export function eachItem(head: StepRead): readonly Run[] {
  const all = head.runs.flatMap(({ items }) => items)
  const single = all.length === 1 && all[0]?.value.to === undefined
  if (single) return head.runs
  return head.runs.flatMap(({ items, next, aside }) =>
    items.map((item, at): Run => {
      const last = at === items.length - 1
      const named = item === all[0] && head.count === 'one'
      return {
        items: [item],
        from: named ? head.from : item.from,
        next: last ? next : item.next,
        ...(last && aside !== undefined ? { aside } : {}),
      }
    }),
  )
}

/** Joins what goes on: «статья 44, пункт 3, подпункт 1)». */
export function nested(drafts: readonly Draft[], lexicon: Lexicon): readonly Draft[] {
  const joined: Draft[] = []
  for (const [i, draft] of drafts.entries()) {
    const last = joined.at(-1)
    const lent = drafts.slice(i + 1).some((other) => lends(other, draft, lexicon))
    if (last && draft.comma && !lent && nests(last, draft, lexicon))
      joined[joined.length - 1] = {
        ...last,
        next: draft.next,
        steps: [...draft.steps, ...last.steps],
      }
    else joined.push(draft)
  }
  return joined
}

/** Whether `other`, behind `draft`, names the larger unit for both: «пунктом 2 и пунктом 3 статьи 5». */
function lends(other: Draft, draft: Draft, lexicon: Lexicon): boolean {
  if (lexicon.words.number === 'before' || other.aside || other.steps.length < 2) return false
  return missing(draft, other, lexicon).length > 0
}

/** Whether `inner` goes on where `outer` ends: «статья 44, пункт 3». */
function nests(outer: Draft, inner: Draft, { articleRank, words }: Lexicon): boolean {
  const last = outer.steps[0]
  const first = inner.steps.at(-1)
  if (!last || !first || inner.act || outer.aside) return false
  // Behind the act's name a list begins anew, unless the name comes first.
  if (outer.act && words.number === 'behind') return false
  const one = last.selector.kind === 'labels' && last.selector.items.length === 1
  const complete = (outer.steps.at(-1)?.rank ?? 0) <= articleRank
  const isSmall = first.kinds.length > 1 && last.rank === articleRank
  return one && complete && (first.rank > last.rank || isSmall) && first.selector.kind === 'labels'
}

/**
 * Gives each citation of a list the larger units and the act that it leaves to its neighbors: to the
 * next one that names them where the act comes last, else to the one before.
 */
export function shared(drafts: readonly Draft[], lexicon: Lexicon): readonly Draft[] {
  const whole = drafts.map((draft) => ({ ...draft }))
  const fromRight = lexicon.words.number === 'behind'
  for (const [i, draft] of whole.entries()) {
    if (draft.aside) continue
    const right = whole.slice(i + 1).filter((other) => lends(other, draft, lexicon))
    const left = apartAt(whole, i)
    const giver = [...right, ...left].find((other) => missing(draft, other, lexicon).length > 0)
    if (giver) draft.steps = [...draft.steps, ...missing(draft, giver, lexicon)]
  }
  const order = fromRight ? whole.toReversed() : whole
  let act: CitedAct | null = null
  for (const draft of order) {
    if (!fromRight && draft.apart) act = null
    const isThis = draft.steps.at(-1)?.selector.kind === 'this'
    if (isThis) act = null
    else if (draft.act) act = draft.act
    else draft.act = act
  }
  return whole
}

/** The drafts before `i` that no semicolon parts from it, the nearest first. */
function apartAt(drafts: readonly Draft[], i: number): readonly Draft[] {
  let from = i
  while (from > 0 && !drafts[from]?.apart) from--
  return drafts.slice(from, i).reverse()
}

/** The steps of `other` that are larger than all of an incomplete `draft`'s. */
function missing(draft: Draft, other: Draft, { articleRank }: Lexicon): readonly PlacedStep[] {
  const outer = draft.steps.at(-1)
  if (!outer || outer.rank <= articleRank || outer.selector.kind !== 'labels') return []
  const named = new Set(draft.steps.map(({ word }) => word))
  return other.steps
    .filter(({ rank, word }) => rank < outer.rank && !named.has(word))
    .map(({ surface: _, ...step }) => step)
}
