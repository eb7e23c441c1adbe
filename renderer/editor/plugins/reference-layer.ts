import type { Node } from 'prosemirror-model'
import { Decoration } from 'prosemirror-view'
import type { PlacedUnit } from '#shared/citation/act-index.ts'
import { referencesIn } from '#shared/citation/references.ts'
import { isUnit, type Unit } from '#shared/schema/act.ts'
import type { Overlay, ShownReference, ShownStatus } from '../../panels/references/shown.ts'
import { blockStart } from '../queries/unit-at.ts'
import { layer, type Shown } from './layer.ts'

export const referenceLayer = layer('references')

/** Marks drawn at once: the page takes them in within a frame. */
const DRAWN_AT_ONCE = 100

/**
 * Finds every reference of the text as the view has it, in document order, and marks it there, a unit
 * at a time. The caller drops the work when the text changes.
 */
export function* referenceSteps(
  view: Shown,
  overlay: Overlay,
): Generator<undefined, readonly ShownReference[]> {
  const { doc } = view.state
  const found: ShownReference[] = []
  let marks: Decoration[] = []
  let from = 0
  for (const { unit, parents, position } of placedUnits(doc, 0, [])) {
    if (marks.length >= DRAWN_AT_ONCE) {
      referenceLayer.show(view, marks, { from, to: position })
      marks = []
      from = position
      yield
    }
    const references = referencesIn(doc, { unit, parents }).map(overlay.shown)
    found.push(...references)
    marks.push(...references.flatMap((reference) => markOf(unit, position, reference)))
    yield
  }
  referenceLayer.show(view, marks, { from, to: doc.content.size })
  return found
}

interface UnitInView extends PlacedUnit {
  /** The position before the unit. */
  readonly position: number
}

/** The units in a node whose content starts at `start`, each before those in it. */
function* placedUnits(
  node: Node,
  start: number,
  parents: readonly Unit[],
): Generator<UnitInView, void> {
  let position = start
  for (const child of node.children) {
    if (isUnit(child)) {
      yield { unit: child, parents, position }
      yield* placedUnits(child, position + 1, [...parents, child])
    }
    position += child.nodeSize
  }
}

function markOf(
  unit: Unit,
  position: number,
  { block, range, status }: ShownReference,
): readonly Decoration[] {
  const start = blockStart(unit, block)
  if (start === undefined) return []
  const [from, to] = [position + start + range.start, position + start + range.end]
  return [Decoration.inline(from, to, referenceAttrs(status), { name: status })]
}

/** A screen reader hears a link and its status, which {@link StatusWords} holds in the window's language. */
function referenceAttrs(status: ShownStatus) {
  const words = status === 'valid' ? {} : { 'aria-describedby': `reference-${status}` }
  return { class: 'reference', role: 'link', 'data-status': status, ...words }
}
