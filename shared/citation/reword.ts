import type { TextRange } from '../base/range.ts'
import { unitAttrs } from '../schema/act.ts'
import { idOf } from './act-index.ts'
import { type Asked, type BoundStep, kindOf, type Proposal } from './asked.ts'
import { pathProposals } from './reword-path.ts'
import { restep, type StepWords } from './reword-step.ts'

/** Words that may name the asked units, those that change least first; made as they are asked for. */
export function* proposals(asked: Asked): Generator<Proposal> {
  const seen = new Set<string>()
  const fresh = (one: Proposal | undefined): one is Proposal => {
    if (!one || seen.has(one.words)) return false
    seen.add(one.words)
    return true
  }
  for (const continued of ['short', 'full'] as const) {
    const relabeled = relabel(asked, continued)
    if (fresh(relabeled)) yield relabeled
  }
  for (const one of pathProposals(asked)) if (fresh(one)) yield one
}

/** The same words with the numbers of today. */
function relabel(asked: Asked, continued: 'short' | 'full'): Proposal | undefined {
  const { text, range, steps } = asked
  const leaf = steps.at(-1)
  if (!leaf || leaf.now.flat().length === 0) return undefined
  const pieces: (StepWords & { readonly at: TextRange })[] = []
  for (const bound of steps) {
    const { surface, selector } = bound.step
    if (!surface || selector.kind !== 'labels') continue
    const held = bound === leaf ? bound : holderOf(bound, leaf)
    const place = bound === leaf ? 'inner' : 'outer'
    const piece = held && restep(asked, held, { place, continued })
    if (!piece) return undefined
    pieces.push({ ...piece, at: surface.range })
  }
  let words = ''
  let at = range.start
  for (const piece of pieces.toSorted((a, b) => a.at.start - b.at.start)) {
    words += text.slice(at, piece.at.start) + piece.words
    at = piece.at.end
  }
  words += text.slice(at, range.end)
  const doubt = pieces.find((piece) => piece.doubt !== undefined)?.doubt
  return {
    words,
    certain: doubt === undefined,
    change: pieces.every(({ change }) => change === 'number') ? 'number' : 'wording',
    ...(doubt === undefined ? {} : { doubt }),
  }
}

/** The outer step with the unit of its kind that holds the cited ones now. */
function holderOf(outer: BoundStep, leaf: BoundStep): BoundStep | undefined {
  if (holdsAll(outer, leaf)) return outer
  const kind = kindOf(outer.was.flat())
  const holders = leaf.now.flat().map(({ unit, parents, own }) => {
    const path = own ? [...parents, unit] : parents
    const at = path.findLastIndex((one) => unitAttrs(one).kind === kind)
    const found = path[at]
    return found && { unit: found, parents: path.slice(0, at) }
  })
  const [first] = holders
  if (!first || holders.some((one) => one?.unit !== first.unit)) return undefined
  return outer.was.length === 1 ? { ...outer, now: [[first]] } : undefined
}

/** Whether every unit of the innermost step is in one of the outer step's, and each of those is needed. */
function holdsAll(outer: BoundStep, leaf: BoundStep): boolean {
  const holders = outer.now.flat().map(({ unit }) => idOf(unit))
  const held = leaf.now.flat().map(({ unit, parents }) => [...parents, unit].map(idOf))
  return (
    holders.length > 0 &&
    held.every((path) => holders.some((id) => path.includes(id))) &&
    holders.every((id) => held.some((path) => path.includes(id)))
  )
}
