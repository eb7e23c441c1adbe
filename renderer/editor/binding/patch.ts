import { Fragment, type Node, Slice } from 'prosemirror-model'
import { Selection, TextSelection, type Transaction } from 'prosemirror-state'
import { AttrStep, DocAttrStep, ReplaceStep, type Step } from 'prosemirror-transform'
import { type Act, isUnit } from '#shared/schema/act.ts'
import { outOfOrder } from '#shared/sync/order.ts'
import { commonEnds } from '#shared/sync/write-body.ts'
import { type BlockPlace, blockAt, blockStart } from '../queries/unit-at.ts'

/**
 * Adds the least steps that turn the transaction's document into `after`, so that selection,
 * decorations and scroll of all that is not touched stay. The caret follows a unit that moves.
 */
export function patchTo(tr: Transaction, after: Act): Transaction {
  const { anchor, head, $anchor, $head } = tr.selection
  const places = [blockAt($anchor), blockAt($head)] as const
  const steps: Step[] = []
  patchAttrs(tr.doc, after, -1, steps)
  patchChildren(tr.doc, after, 0, steps)
  const from = tr.steps.length
  for (const step of steps.reverse()) tr.step(step)
  if (!tr.doc.eq(after)) replaceAll(tr, after)
  const isLost = (position: number) => tr.mapping.slice(from).mapResult(position).deletedAcross
  if (isLost(anchor) || isLost(head)) restoreCaret(tr, places)
  return tr
}

function replaceAll(tr: Transaction, after: Act): void {
  const slice = new Slice(after.content, 0, 0)
  tr.step(new ReplaceStep(0, tr.doc.content.size, slice))
}

type Pair = readonly [oldIndex: number, newIndex: number]

/** `start` is the position of the first child of `old`. */
function patchChildren(old: Node, now: Node, start: number, steps: Step[]): void {
  if (old.content === now.content) return
  if (old.isTextblock) {
    patchInline(old, now, start, steps)
    return
  }
  const positions = childPositions(old, start)
  let oldFrom = 0
  let nowFrom = 0
  const end: Pair = [old.childCount, now.childCount]
  for (const pair of [...pairChildren(old, now), end]) {
    const [oldIndex, nowIndex] = pair
    const from = positions[oldFrom] ?? start
    const to = positions[oldIndex] ?? start
    if (oldIndex > oldFrom || nowIndex > nowFrom) {
      const came = Fragment.fromArray(now.children.slice(nowFrom, nowIndex))
      steps.push(new ReplaceStep(from, to, new Slice(came, 0, 0)))
    }
    oldFrom = oldIndex + 1
    nowFrom = nowIndex + 1
    const child = old.maybeChild(oldIndex)
    const other = now.maybeChild(nowIndex)
    if (pair === end || !child || !other || child === other) continue
    patchAttrs(child, other, to, steps)
    patchChildren(child, other, to + 1, steps)
  }
}

function childPositions(node: Node, start: number): readonly number[] {
  const positions = [start]
  for (const child of node.children) positions.push((positions.at(-1) ?? start) + child.nodeSize)
  return positions
}

/** Which children go on as which: units by id, blocks by place; in rising order. */
function pairChildren(old: Node, now: Node): readonly Pair[] {
  const [left, right] = commonEnds(old.children, now.children, (a, b) => a === b)
  const pairs: Pair[] = []
  for (let i = 0; i < left; i++) pairs.push([i, i])
  const oldEnd = old.childCount - right
  const nowEnd = now.childCount - right
  pairs.push(...pairBlocks(old, now, left, oldEnd, nowEnd))
  pairs.push(...pairUnits(old, now, left, oldEnd, nowEnd))
  for (let i = 0; i < right; i++) pairs.push([oldEnd + i, nowEnd + i])
  return pairs
}

function pairBlocks(old: Node, now: Node, left: number, oldEnd: number, nowEnd: number): Pair[] {
  const blocks = (node: Node, end: number) =>
    node.children.slice(left, end).filter((child) => !isUnit(child))
  const oldBlocks = blocks(old, oldEnd)
  const nowBlocks = blocks(now, nowEnd)
  const [start, end] = commonEnds(oldBlocks, nowBlocks, (a, b) => a.eq(b))
  const pairs: Pair[] = []
  const oldLast = oldBlocks.length - end
  const nowLast = nowBlocks.length - end
  for (let i = 0; i < Math.min(oldLast, nowLast); i++) {
    const isAlike = i < start || oldBlocks[i]?.sameMarkup(nowBlocks[i] ?? old)
    if (isAlike) pairs.push([left + i, left + i])
  }
  for (let i = 0; i < end; i++) pairs.push([left + oldLast + i, left + nowLast + i])
  return pairs
}

function pairUnits(old: Node, now: Node, left: number, oldEnd: number, nowEnd: number): Pair[] {
  const places = new Map<string, number>()
  for (let i = left; i < oldEnd; i++) {
    const child = old.child(i)
    if (isUnit(child)) places.set(String(child.attrs['id']), i)
  }
  const news: (readonly [string, number])[] = []
  for (let i = left; i < nowEnd; i++) {
    const child = now.child(i)
    if (isUnit(child)) news.push([String(child.attrs['id']), i])
  }
  const sequence = news.map(([id]) => id)
  const moving = outOfOrder(sequence, (id) => places.get(id))
  return news
    .filter(([id]) => !moving.has(id))
    .flatMap(([id, index]): Pair[] => {
      const place = places.get(id)
      return place === undefined ? [] : [[place, index]]
    })
}

function patchInline(old: Node, now: Node, start: number, steps: Step[]): void {
  const from = old.content.findDiffStart(now.content)
  const ends = old.content.findDiffEnd(now.content)
  if (from === null || ends === null) return
  const overlap = Math.max(0, from - Math.min(ends.a, ends.b))
  const slice = now.slice(from, ends.b + overlap)
  steps.push(new ReplaceStep(start + from, start + ends.a + overlap, slice))
}

/** `position` is that before the node; -1 for the act. */
function patchAttrs(old: Node, now: Node, position: number, steps: Step[]): void {
  for (const [name, value] of Object.entries(now.attrs)) {
    if (old.attrs[name] === value) continue
    const step = position < 0 ? new DocAttrStep(name, value) : new AttrStep(position, name, value)
    steps.push(step)
  }
}

function restoreCaret(
  tr: Transaction,
  [anchorPlace, headPlace]: readonly [BlockPlace | undefined, BlockPlace | undefined],
): void {
  const anchor = anchorPlace && positionOf(tr.doc, anchorPlace)
  const head = headPlace && positionOf(tr.doc, headPlace)
  if (head !== undefined) tr.setSelection(TextSelection.create(tr.doc, anchor ?? head, head))
  else
    tr.setSelection(
      Selection.near(tr.doc.resolve(Math.min(tr.selection.head, tr.doc.content.size))),
    )
}

/** The document position of a place in a unit's text; `undefined` when it stands no more. */
export function positionOf(doc: Node, { unit, block, offset }: BlockPlace): number | undefined {
  let found: number | undefined
  doc.descendants((node, position) => {
    if (found !== undefined || !isUnit(node)) return false
    if (node.attrs['id'] !== unit) return true
    const start = blockStart(node, block)
    if (start !== undefined) {
      const text = doc.resolve(position + start)
      found = Math.min(position + start + offset, text.end())
    }
    return false
  })
  return found
}
