import type { Node } from 'prosemirror-model'
import type { EditorView } from 'prosemirror-view'
import { isStructure, type Proposal } from '#shared/review/proposal.ts'
import type { Outlook } from '#shared/review/structure.ts'
import { isUnit, type UnitId } from '#shared/schema/act.ts'
import type { Place } from '#shared/structure/edit.ts'
import type { Profile } from '#shared/tradition/tradition.ts'
import type { UnitPlaces } from '../editor/node-views/unit-view.ts'
import { type SignMark, signDrawn } from '../editor/plugins/comment-layer.ts'
import type { PositionRange } from '../editor/plugins/layer.ts'
import type { SuggestionMark } from '../editor/plugins/suggestion-marks.ts'
import type { PlacedThread, Target } from '../panels/comments/model.ts'
import { type Deed, deedOf, linesOfProposal, linesOfUnit } from '../panels/comments/suggested.ts'

/** What the marks of suggestions say. */
export interface SuggestionWords {
  suggested(deed: Deed, names: readonly string[], target: Target | undefined): string
  /** At the place that a unit would move to. */
  here(name: string, unit: string): string
}

interface ShownUnits {
  readonly view: Pick<EditorView, 'state'>
  readonly places: Pick<UnitPlaces, 'positionOf'>
}

interface Suggestion extends ShownUnits {
  readonly placed: PlacedThread
  readonly words: SuggestionWords
  readonly sign: SignMark
  readonly profile: Profile
}

/** Lines of a new unit that the text shows, and of one that would move: its card tells the rest. */
const SHOWN_NEW = 40
const SHOWN_MOVED = 1

/**
 * The marks of suggestions of structure that can be accepted: at the unit, at its place, or at both.
 * What several suggest to do to one unit is said once, with the names of all.
 */
export function marksOfSuggestions(suggestions: readonly Suggestion[]): readonly SuggestionMark[] {
  const marks = new Map<string, NamedMark & { readonly names: Set<string> }>()
  for (const mark of suggestions.flatMap(marksOf)) {
    const { shown, thread, by, label } = mark
    const where = 'range' in shown ? `${shown.range.from} ${shown.range.to}` : thread
    const key = `${shown.kind} ${where} ${label([])}`
    const known = marks.get(key)
    if (known) known.names.add(by)
    else marks.set(key, { ...mark, names: new Set([by]) })
  }
  return [...marks.values()].map(({ thread, shown, label, names }) => {
    return { thread, shown, label: label([...names]) }
  })
}

/** A mark before it is known whose it is. */
interface NamedMark extends Omit<SuggestionMark, 'label'> {
  readonly by: string
  readonly label: (names: readonly string[]) => string
}

function marksOf(suggestion: Suggestion): readonly NamedMark[] {
  const { placed, words, sign, profile } = suggestion
  const { thread, outlook, target } = placed
  const { proposal, id, comments } = thread
  if (!isStructure(proposal) || outlook?.kind !== 'open') return []
  const by = comments.find((comment) => comment.id === id)?.author.name ?? ''
  const label = (names: readonly string[]) => words.suggested(deedOf(proposal), names, target)
  const named = { thread: id, by, label }
  const at = outlook.place && positionOfPlace(suggestion, outlook.place)
  if (proposal.kind === 'insert') {
    if (at === undefined) return []
    const lines = linesOfProposal(profile, proposal, SHOWN_NEW)
    return [{ ...named, shown: { kind: 'new', at, lines, sign: signDrawn(sign) } }]
  }
  const blocks = rangeOfBlocks(suggestion, placed)
  if (proposal.kind === 'addBlocks') {
    if (!blocks) return []
    const lines = linesOfProposal(profile, proposal, SHOWN_NEW)
    const shown = { kind: 'new', at: blocks.from, lines, sign: signDrawn(sign) } as const
    return [{ ...named, shown }]
  }
  if (proposal.kind === 'dropBlock') {
    return blocks ? [{ ...named, shown: { kind: 'block', range: blocks } }] : []
  }
  const found = unitIn(suggestion, proposal.unit)
  if (!found) return []
  const { unit, from } = found
  const range = { from, to: from + unit.nodeSize }
  if (proposal.kind !== 'move') {
    const isGoing = deedOf(proposal) !== 'inForce'
    return [{ ...named, shown: { kind: isGoing ? 'gone' : 'other', range } }]
  }
  const away: NamedMark = { ...named, shown: { kind: 'away', range } }
  if (at === undefined) return [away]
  const lines = linesOfUnit(profile, unit, SHOWN_MOVED)
  const here = () => words.here(by, placed.place)
  return [away, { ...named, label: here, shown: { kind: 'here', at, lines, sign: undefined } }]
}

/** Where a place is in the view: before the unit that stands there now; undefined: it shows no such place. */
export function positionOfPlace(shown: ShownUnits, { parent, after }: Place): number | undefined {
  if (after !== null) {
    const before = unitIn(shown, after)
    return before && before.from + before.unit.nodeSize
  }
  const holder = parent === null ? undefined : unitIn(shown, parent)
  if (parent !== null && !holder) return undefined
  const children = (holder?.unit ?? shown.view.state.doc).children
  const own = children.filter((child) => !isUnit(child))
  const start = holder ? holder.from + 1 : 0
  return own.reduce((sum, child) => sum + child.nodeSize, start)
}

/** Where paragraphs that are suggested to go are, or where new ones would stand; undefined: neither. */
export function rangeOfBlocks(
  shown: ShownUnits,
  { thread: { proposal }, path }: PlacedThread,
): PositionRange | undefined {
  if (!path || !isStructure(proposal) || proposal.kind === 'insert') return undefined
  const found = unitIn(shown, proposal.unit)
  const from = found && positionIn(found.unit, found.from + 1, path)
  if (from === undefined) return undefined
  const block = proposal.kind === 'dropBlock' ? shown.view.state.doc.nodeAt(from) : null
  return { from, to: from + (block?.nodeSize ?? 0) }
}

/** The position of the block that a path leads to, where the content of its holder starts at `start`. */
function positionIn(
  holder: Node,
  start: number,
  [index = 0, ...rest]: readonly number[],
): number | undefined {
  const before = holder.firstChild?.type.name === 'heading' ? index + 1 : index
  if (before > holder.childCount) return undefined
  let at = start
  for (let n = 0; n < before; n++) at += holder.child(n).nodeSize
  if (rest.length === 0) return at
  const inner = holder.maybeChild(before)
  return inner ? positionIn(inner, at + 1, rest) : undefined
}

function unitIn({ view, places }: ShownUnits, id: UnitId) {
  const from = places.positionOf(id)
  const unit = from === undefined ? null : view.state.doc.nodeAt(from)
  return from === undefined || !unit || !isUnit(unit) ? undefined : { unit, from }
}

/** Where the unit of a suggestion would stand, in words. */
export function targetOf(
  proposal: Proposal | undefined,
  outlook: Outlook | undefined,
  placeOf: (unit: UnitId) => string,
): Target | undefined {
  if (proposal?.kind !== 'insert' && proposal?.kind !== 'move') return undefined
  const spot = proposal.kind === 'insert' ? proposal.at : proposal.to
  const place = outlook?.kind === 'open' ? outlook.place : undefined
  if (!place) return { at: spot.after === null ? 'first' : 'behind', place: spot.name }
  if (place.after !== null) return { at: 'behind', place: placeOf(place.after) }
  return place.parent === null
    ? { at: 'act', place: '' }
    : { at: 'first', place: placeOf(place.parent) }
}
