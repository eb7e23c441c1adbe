import { Fragment, type Node, type ResolvedPos, Slice } from 'prosemirror-model'
import { type EditorState, Selection, type Transaction } from 'prosemirror-state'
import type { Clip } from '#shared/read/clip.ts'
import { isUnit, type Unit, unitAttrs, unitsOf } from '#shared/schema/act.ts'
import type { UnitKind } from '#shared/schema/kind.ts'
import { schema } from '#shared/schema/schema.ts'
import { profileOf } from '#shared/tradition/profiles.ts'
import { type Profile, styleOf } from '#shared/tradition/tradition.ts'

/**
 * Puts a piece of law in the place of the selection: its words where the caret stands, each unit behind
 * it where the profile lets its kind stand, nearest first. An empty unit of the first one's kind gives
 * way to it. `undefined` where no words can stand.
 */
export function pasteClip(state: EditorState, { lead, units }: Clip): Transaction | undefined {
  const { tr } = state
  if (!tr.selection.empty) tr.deleteSelection()
  if (!tr.selection.$head.parent.isTextblock) return undefined
  const end = putUnits(tr, units, lead.length === 0)
  const written = tr.steps.length
  if (lead.length > 0) {
    if (standsAtWord(tr.selection.$head)) tr.insertText(' ')
    tr.replaceSelection(openSlice(lead))
  }
  if (end !== undefined) {
    const last = tr.doc.resolve(tr.mapping.slice(written).map(end))
    tr.setSelection(Selection.near(last, -1))
  }
  return tr.scrollIntoView()
}

/** Puts one line of words in the place of the selection, with the space that `text` has around it. */
export function pasteLine(
  state: EditorState,
  line: Node | undefined,
  text: string,
): Transaction | undefined {
  const { tr } = state
  if (!tr.selection.$head.parent.isTextblock) return undefined
  if (!line) return tr.insertText(text).scrollIntoView()
  const space = (edge: RegExp) => (edge.test(text) ? [schema.text(' ')] : [])
  const words = [...space(/^\s/u), ...line.children, ...space(/\s$/u)]
  return tr.replaceSelection(new Slice(Fragment.fromArray(words), 0, 0)).scrollIntoView()
}

/** Whether a piece is one line of words, with a number or without. */
export function isOneLine({ lead, units }: Clip): boolean {
  const [unit, second] = units
  if (second !== undefined) return false
  if (!unit) return lead.length === 1 && lead[0]?.isTextblock === true
  return lead.length === 0 && unit.childCount === 1 && unit.firstChild?.isTextblock === true
}

/**
 * The piece that was copied from an act of ours. Of a unit that was cut at the start of the selection
 * the words go on at the caret; `undefined` where no unit was touched.
 */
export function clipOfSlice({ content, openStart }: Slice): Clip | undefined {
  if (!content.content.some(isUnit)) return undefined
  return { ...peeled(content.content, openStart), problems: [] }
}

function peeled(nodes: readonly Node[], open: number): Pick<Clip, 'lead' | 'units'> {
  const [first, ...rest] = nodes
  if (!first || !isUnit(first) || open === 0) return { lead: [], units: nodes.filter(isUnit) }
  const own = first.children.filter((child) => !isUnit(child))
  if (own.length === 0) {
    const inside = peeled(first.children, open - 1)
    return { ...inside, units: [...inside.units, ...rest] }
  }
  return { lead: own.map(asBlock), units: [...unitsOf(first), ...rest] }
}

function asBlock(node: Node): Node {
  const isHeading = node.type === schema.nodes.heading
  return isHeading ? schema.nodes.paragraph.create(null, node.content) : node
}

/** Whether what is written here would run into the word before. */
function standsAtWord($caret: ResolvedPos): boolean {
  const before = $caret.parent.textBetween(0, $caret.parentOffset)
  return before !== '' && !/[\s(«“"„]$/u.test(before)
}

/** Open where it begins and ends with words, so that these join those around the caret. */
function openSlice(blocks: readonly Node[]): Slice {
  const open = (block: Node | undefined) => (block?.isTextblock ? 1 : 0)
  return new Slice(Fragment.from(blocks), open(blocks[0]), open(blocks.at(-1)))
}

/** Inserts units one behind another; gives the position behind the last. */
function putUnits(
  tr: Transaction,
  units: readonly Unit[],
  mayReplace: boolean,
): number | undefined {
  const profile = profileOf(tr.doc)
  let behind: number | undefined
  for (const unit of units) {
    const { kind } = unitAttrs(unit)
    const place =
      behind === undefined
        ? firstPlace(tr.selection.$head, profile, kind, mayReplace)
        : placeIn(tr.doc.resolve(behind - 1), profile, kind, 'last')
    tr.replaceWith(place.from, place.to, unit)
    behind = place.from + unit.nodeSize
  }
  return behind
}

interface Place {
  readonly from: number
  readonly to: number
}

function firstPlace(
  $caret: ResolvedPos,
  profile: Profile,
  kind: UnitKind,
  mayReplace: boolean,
): Place {
  const depth = unitDepths($caret).at(-1)
  if (depth === undefined) return { from: 0, to: 0 }
  const unit = $caret.node(depth)
  const isEmpty = unit.textContent === '' && unitsOf(unit).length === 0
  if (mayReplace && isEmpty && unitAttrs(unit).kind === kind)
    return { from: $caret.before(depth), to: $caret.after(depth) }
  return placeIn($caret, profile, kind, 'first')
}

/** In the nearest unit around a position that holds the kind; in the act where none does. */
function placeIn(
  $pos: ResolvedPos,
  profile: Profile,
  kind: UnitKind,
  among: 'first' | 'last',
): Place {
  const depths = unitDepths($pos)
  const nearest = depths.findLastIndex((depth) =>
    styleOf(profile, unitAttrs($pos.node(depth)).kind)?.holds.includes(kind),
  )
  const holder = depths[nearest]
  const child = depths[nearest + 1]
  const at =
    child !== undefined
      ? $pos.after(child)
      : holder === undefined
        ? $pos.doc.content.size
        : among === 'last'
          ? $pos.end(holder)
          : startOfUnits($pos, holder)
  return { from: at, to: at }
}

function startOfUnits($pos: ResolvedPos, depth: number): number {
  const own = $pos.node(depth).children.filter((child) => !isUnit(child))
  return $pos.start(depth) + own.reduce((size, { nodeSize }) => size + nodeSize, 0)
}

function unitDepths($pos: ResolvedPos): readonly number[] {
  const depths = Array.from({ length: $pos.depth }, (_, index) => index + 1)
  return depths.filter((depth) => isUnit($pos.node(depth)))
}
