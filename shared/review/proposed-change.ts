import type { Node } from 'prosemirror-model'
import type * as Y from 'yjs'
import { type Problem, problem } from '../base/problem.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { pairedBlocks } from '../diff/blocks.ts'
import {
  type Act,
  bodyOf,
  headingOf,
  type Unit,
  type UnitId,
  unitAttrs,
  unitsOf,
  walkUnits,
} from '../schema/act.ts'
import { schema } from '../schema/schema.ts'
import { standingElements, textIn } from '../sync/body.ts'
import { compareUnits } from '../sync/carry.ts'
import type { Layout } from '../sync/layout.ts'
import { bodyFragment, headingText, unitMaps } from '../sync/shape.ts'
import { anchorToUnit, PLAIN_OBJECT, placeOfText } from './anchor.ts'
import { nameOf, proposeEdits } from './structure.ts'
import { leafOf, suggestedBlock } from './suggested-block.ts'
import { elementId, gapBehind, linesOf } from './suggested-blocks.ts'
import { suggestedUnit } from './suggested-unit.ts'
import { type NewWords, propose } from './suggested-words.ts'
import type { ProposedPart } from './threads.ts'

/** Parts of one change: who suggests more, does it in several steps. */
const MOST_PARTS = 60

/**
 * A change of the text that somebody may only suggest, from the act as the draft shows it to another, as
 * suggestions for each unit, paragraph and run of words that it touches: who accepts all has that act.
 * Fails where it changes what cannot be suggested: numbers, kinds, and looks of words alone.
 */
export function proposeChange(
  draft: Y.Doc,
  layout: Layout,
  change: { readonly before: Act; readonly after: Act },
  nameIn: (act: Act, unit: UnitId) => string,
): Result<readonly ProposedPart[]> {
  const { before, after } = change
  const found = compareUnits(before, after)
  const parts: (ProposedPart | Problem)[] = []
  const holders = holdersIn(after)
  const made = new Set(found.made.map(({ unit }) => unitAttrs(unit).id))
  for (const [old, now] of found.changed)
    parts.push(...changedUnit(draft, old, now, nameIn(before, idOf(now))))
  for (const { unit, parent } of found.made) {
    if (parent === null || !made.has(parent)) parts.push(madeUnit(unit, parent))
  }
  for (const { unit, parent } of found.moved) {
    const to = { parent, after: neighbors(unit).after }
    parts.push(...asEdit({ kind: 'move', unit, to }, unit))
  }
  for (const { unit, root } of found.gone) {
    if (unit === root) parts.push(...asEdit({ kind: 'remove', unit }, unit))
  }
  const problems = parts.flatMap((part) => ('code' in part ? [part] : []))
  const proposed = parts.flatMap((part) => ('code' in part ? [] : [part]))
  const [first] = problems
  if (first) return fail(first)
  if (proposed.length === 0) return fail(NO_CHANGE)
  return proposed.length > MOST_PARTS ? fail(TOO_MUCH) : ok(proposed)

  function madeUnit(unit: Unit, parent: UnitId | null): ProposedPart | Problem {
    const moved = new Set(found.moved.map((one) => one.unit))
    let holdsOld = false
    walkUnits(unit, (inner) => {
      if (moved.has(idOf(inner))) holdsOld = true
    })
    if (holdsOld) return NOT_SUGGESTED
    const { after: behind, before: next } = neighbors(idOf(unit))
    const name = nameOf(nameIn(after, idOf(unit)))
    const beside = behind ?? parent
    const place = beside === null ? '' : nameOf(nameIn(after, beside))
    // The next one that stands: those that come with it may not be accepted.
    const standing = next.find((id) => layout.parents.has(id)) ?? null
    const at = { parent, after: behind, before: standing, name: place }
    const anchor = anchorToUnit(beside ?? standing ?? idOf(unit))
    return { anchor, proposal: { kind: 'insert', unit: suggestedUnit(unit), at, name } }
  }

  function asEdit(edit: Parameters<typeof proposeEdits>[2][number], unit: UnitId) {
    const { after: behind } = neighbors(unit)
    const names = { unit: nameIn(before, unit), place: behind ? nameIn(after, behind) : '' }
    const proposal = proposeEdits(draft, layout, [edit], names)
    return proposal ? [{ anchor: anchorToUnit(unit), proposal }] : [NOT_SUGGESTED]
  }

  /** The unit before one in the act that is wished for, and those behind it. */
  function neighbors(unit: UnitId): { after: UnitId | null; before: readonly UnitId[] } {
    const siblings = unitsOf(holders.get(unit) ?? after).map(idOf)
    const index = siblings.indexOf(unit)
    return { after: siblings[index - 1] ?? null, before: siblings.slice(index + 1) }
  }
}

function changedUnit(
  draft: Y.Doc,
  old: Unit,
  now: Unit,
  name: string,
): readonly (ProposedPart | Problem)[] {
  const [was, is] = [unitAttrs(old), unitAttrs(now)]
  const isSame = was.kind === is.kind && was.label === is.label && was.state === is.state
  const map = unitMaps(draft).get(is.id)
  const body = map && bodyFragment(map)
  const [heading, nextHeading] = [headingOf(old), headingOf(now)]
  if (!isSame || !body || (heading === undefined) !== (nextHeading === undefined)) {
    return [NOT_SUGGESTED]
  }
  const about = { draft, unit: is.id, name: nameOf(name) }
  const text = headingText(map)
  const headed =
    heading && nextHeading && text ? changedWords(about, text, heading, nextHeading) : []
  return [...headed, ...changedBlocks(about, body, bodyOf(old), bodyOf(now))]
}

interface About {
  readonly draft: Y.Doc
  readonly unit: UnitId
  readonly name: string
}

/** What becomes of the blocks of a unit or cell, which are the standing elements of `container`. */
function changedBlocks(
  about: About,
  container: Y.XmlFragment,
  old: readonly Node[],
  now: readonly Node[],
): readonly (ProposedPart | Problem)[] {
  const { unit, name } = about
  const elements = standingElements(container)
  const parts: (ProposedPart | Problem)[] = []
  let at = 0
  let coming: Node[] = []
  const bring = () => {
    if (coming.length === 0) return
    const gap = gapBehind(container, elements[at - 1])
    const blocks = coming.map(suggestedBlock)
    coming = []
    parts.push({
      anchor: anchorToUnit(unit),
      proposal: { kind: 'addBlocks', unit, at: gap, blocks, name },
    })
  }
  const drop = (element: Y.XmlElement) => {
    const proposal = {
      kind: 'dropBlock',
      unit,
      block: elementId(element),
      lines: linesOf(element),
      name,
    } as const
    parts.push({ anchor: anchorToUnit(unit), proposal })
  }
  for (const [was, is] of pairedBlocks(old, now)) {
    const element = elements[at]
    if (!was) {
      if (is) coming.push(is)
      continue
    }
    bring()
    at++
    if (!element) continue
    if (!is) {
      drop(element)
      continue
    }
    const inPlace = changedBlock(about, element, was, is)
    if (inPlace) {
      parts.push(...inPlace)
      continue
    }
    drop(element)
    coming.push(is)
  }
  bring()
  return parts
}

/** A block that became another; undefined: it is another altogether. */
function changedBlock(
  about: About,
  element: Y.XmlElement,
  was: Node,
  is: Node,
): readonly (ProposedPart | Problem)[] | undefined {
  if (was.eq(is)) return []
  if (was.type !== is.type) return undefined
  if (was.isTextblock) {
    const text = textIn(element)
    return text && was.content.size > 0 ? changedWords(about, text, was, is) : undefined
  }
  if (was.type !== schema.nodes.table || !isOfOneShape(was, is)) return undefined
  return standingElements(element).flatMap((row, r) =>
    standingElements(row).flatMap((cell, c) =>
      changedBlocks(about, cell, was.child(r).child(c).children, is.child(r).child(c).children),
    ),
  )
}

function isOfOneShape(was: Node, is: Node): boolean {
  return (
    was.childCount === is.childCount &&
    was.children.every(
      (row, r) =>
        row.childCount === is.child(r).childCount &&
        row.children.every((cell, c) => cell.sameMarkup(is.child(r).child(c))),
    )
  )
}

function changedWords(
  { draft, unit }: About,
  text: Y.XmlText,
  was: Node,
  is: Node,
): readonly (ProposedPart | Problem)[] {
  if (was.content.eq(is.content)) return []
  const place = placeOfText(draft, unit, text)
  if (!place || was.content.size === 0) return [NOT_SUGGESTED]
  const made = propose(draft, { ...place, from: 0, to: was.content.size }, wordsOf(is))
  if (made.ok) return [made.value]
  return [made.problem.code === NO_CHANGE.code ? NOT_SUGGESTED : made.problem]
}

/** The words of a block, with the breaks and footnotes among them. */
export function wordsOf(block: Node): NewWords {
  const words = block.children
    .map((node) => (node.isText ? (node.text ?? '') : PLAIN_OBJECT))
    .join('')
  const leaves = block.children.flatMap((node) => (node.isText ? [] : [leafOf(node)]))
  return leaves.length === 0 ? { words } : { words, leaves }
}

function holdersIn(act: Act): ReadonlyMap<UnitId, Node> {
  const holders = new Map<UnitId, Node>()
  const visit = (holder: Node) => {
    for (const unit of unitsOf(holder)) {
      holders.set(idOf(unit), holder)
      visit(unit)
    }
  }
  visit(act)
  return holders
}

function idOf(unit: Unit): UnitId {
  return unitAttrs(unit).id
}

const NO_CHANGE: Problem = problem('review/no-change')

const NOT_SUGGESTED: Problem = problem('review/not-suggested')

const TOO_MUCH: Problem = problem('review/too-much')
