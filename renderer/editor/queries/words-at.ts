import type { Node } from 'prosemirror-model'
import type { WordPlace } from '#shared/review/anchor.ts'
import { isUnit, type Unit, unitAttrs } from '#shared/schema/act.ts'
import type { PositionRange } from '../plugins/layer.ts'
import { unitsAround } from './unit-at.ts'

/** A text of a unit's own: its number as anchors count, and where its words begin from the unit's own position. */
interface OwnText {
  readonly text: number
  readonly start: number
  readonly node: Node
}

/** The words of a range as anchors name them; undefined: there are none, or they are in several texts. */
export function wordsAt(doc: Node, { from, to }: PositionRange): WordPlace | undefined {
  const $from = doc.resolve(from)
  if (from >= to || to > $from.end()) return undefined
  const found = textAt(doc, from)
  const start = $from.start()
  return found && { ...found, from: from - start, to: to - start }
}

/** The text that a position is in, as anchors name it. */
export function textAt(doc: Node, position: number): Pick<WordPlace, 'unit' | 'text'> | undefined {
  const $at = doc.resolve(position)
  const unit = unitsAround($at).at(-1)
  if (!unit || !$at.parent.isTextblock) return undefined
  const before = positionOf($at, unit)
  const found = ownTexts(unit).find(({ start }) => before + start === $at.start())
  return found && { unit: unitAttrs(unit).id, text: found.text }
}

/** Where words are in the document, given the position before their unit. */
export function rangeOfWords(
  unit: Unit,
  position: number,
  { text, from, to }: Omit<WordPlace, 'unit'>,
): PositionRange | undefined {
  const found = ownTexts(unit).find((own) => own.text === text)
  if (!found || to > found.node.content.size) return undefined
  return { from: position + found.start + from, to: position + found.start + to }
}

function positionOf($pos: ReturnType<Node['resolve']>, unit: Unit): number {
  for (let depth = $pos.depth; depth > 0; depth--)
    if ($pos.node(depth) === unit) return $pos.before(depth)
  return 0
}

function ownTexts(unit: Unit): readonly OwnText[] {
  const texts: OwnText[] = []
  let bodies = 0
  unit.descendants((node, offset) => {
    if (isUnit(node)) return false
    if (!node.isTextblock) return true
    const text = node.type.name === 'heading' ? -1 : bodies++
    texts.push({ text, start: offset + 2, node })
    return false
  })
  return texts
}
