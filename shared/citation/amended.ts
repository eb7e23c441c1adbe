import type { Node } from 'prosemirror-model'
import { type Act, type Unit, unitsOf } from '../schema/act.ts'
import { blockText } from '../structure/canonical-text.ts'
import type { PlacedUnit } from './act-index.ts'
import type { Citation, CitedAct, Step } from './address.ts'
import type { Lexicon } from './lexicon.ts'
import { citationsOf } from './recognized.ts'
import { textBlocks } from './text-block.ts'
import { wordForm } from './token.ts'

/**
 * The act that the words around a unit amend: «Внести в Конституцию …: 1) в статье 4 …». What they
 * cite without naming an act is in that one. Of several the nearest governs: the unit's own, then
 * that of a unit before it which opens a list («В Земельный кодекс …:»), then those around.
 */
export function amendedAct(
  act: Act,
  { unit, parents }: PlacedUnit,
  lexicon: Lexicon,
): CitedAct | null {
  if (!parents.some((parent) => amends(parent, lexicon))) return null
  const around = [...parents, unit]
  for (let i = around.length - 1; i >= 0; i--) {
    const one = around[i]
    if (!one) continue
    const named = namedAlone(one, lexicon) ?? governing(around[i - 1] ?? act, one, lexicon)
    if (named) return named
  }
  return null
}

/**
 * The steps of a citation in an amending law, led by what the words around it cite: under «в статье
 * 39:» «пункт 2» is of article 39, and in the law quoted there so is «настоящая статья».
 */
export function stepsInAmended(
  steps: readonly Step[],
  { parents }: PlacedUnit,
  before: readonly Citation[],
  lexicon: Lexicon,
): readonly Step[] {
  const [first, ...inner] = steps
  if (!first) return steps
  const around = parents.toReversed().flatMap((one) => citationsIn(one, lexicon).toReversed())
  if (first.selector.kind === 'labels') {
    if (rankOf(first, lexicon) <= lexicon.articleRank) return steps
    const larger = pathAround(around, lexicon).filter(
      (step) => rankOf(step, lexicon) < rankOf(first, lexicon),
    )
    return [...larger, ...steps]
  }
  if (first.selector.kind !== 'this' && first.selector.kind !== 'said') return steps
  const path = pathAround([...before.toReversed(), ...around], lexicon)
  const at = path.findLastIndex(({ word }) => word === first.word)
  return at < 0 ? steps : [...path.slice(0, at + 1), ...inner]
}

/** The path that citations lead to, from the nearest out: each gives the larger units that it names. */
function pathAround(citations: readonly Citation[], lexicon: Lexicon): readonly Step[] {
  let path: readonly Step[] = []
  for (const { act, steps } of citations) {
    const isOne = steps.every(
      ({ selector }) => selector.kind === 'labels' && selector.items.length === 1,
    )
    if (act !== null || !isOne) continue
    const top = path[0] ? rankOf(path[0], lexicon) : Number.POSITIVE_INFINITY
    const larger = steps.filter((step) => rankOf(step, lexicon) < top)
    path = [...larger.map(({ surface: _, ...step }) => step), ...path]
    if (path[0] && rankOf(path[0], lexicon) <= lexicon.articleRank) break
  }
  return path
}

function rankOf({ word }: Step, lexicon: Lexicon): number {
  return lexicon.units.get(wordForm(word))?.rank ?? Number.POSITIVE_INFINITY
}

function citationsIn(unit: Unit, lexicon: Lexicon): readonly Citation[] {
  return textBlocks(unit).flatMap(({ node }) => citationsOf(node, lexicon))
}

function namedAlone(unit: Unit, lexicon: Lexicon): CitedAct | undefined {
  const named = citationsIn(unit, lexicon).find(
    ({ act, steps }) => act?.kind === 'named' && steps.length === 0,
  )
  return named?.act ?? undefined
}

const governors = new WeakMap<Node, Map<Lexicon, readonly (CitedAct | undefined)[]>>()

/** The act named by the last sibling before a unit that opens a list and holds no units itself. */
function governing(parent: Node, unit: Unit, lexicon: Lexicon): CitedAct | undefined {
  const byLexicon = governors.get(parent) ?? new Map<Lexicon, readonly (CitedAct | undefined)[]>()
  governors.set(parent, byLexicon)
  const units = unitsOf(parent)
  let known = byLexicon.get(lexicon)
  if (!known) {
    let last: CitedAct | undefined
    known = units.map((one) => {
      if (opensList(one)) last = namedAlone(one, lexicon) ?? last
      return last
    })
    byLexicon.set(lexicon, known)
  }
  return known[units.indexOf(unit) - 1]
}

/** Whether what a unit says governs the units behind it: «В Земельный кодекс …:». */
export function opensList(unit: Unit): boolean {
  const last = unitsOf(unit).length === 0 ? textBlocks(unit).at(-1) : undefined
  return last !== undefined && /:\s*$/u.test(blockText(last.node))
}

function amends(unit: Unit, { words }: Lexicon): boolean {
  return textBlocks(unit).some(({ node }) => words.amends.test(blockText(node)))
}
