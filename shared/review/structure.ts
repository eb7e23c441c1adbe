import * as Y from 'yjs'
import { type Problem, problem } from '../base/problem.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { textHash } from '../base/text-hash.ts'
import { type UnitId, unitId } from '../schema/act.ts'
import { isUnitKind, isUnitState, type UnitKind, type UnitState } from '../schema/kind.ts'
import type { Place, UnitEdit } from '../structure/edit.ts'
import { buryUnits, placeUnit, setRegister } from '../sync/carry.ts'
import type { Layout } from '../sync/layout.ts'
import { unitWords } from '../sync/project.ts'
import { recordOf, unitMaps } from '../sync/shape.ts'
import { retire } from '../sync/write-body.ts'
import { decodeSpot, placeOfSpot, type Spot, spotOf } from './spot.ts'
import { isPlain, plain } from './suggested-block.ts'
import {
  type BlockProposal,
  decodeBlocks,
  elementOf,
  heldBlocks,
  outlookOfBlocks,
} from './suggested-blocks.ts'
import {
  decodeSuggestedUnit,
  heldUnit,
  isId,
  LONGEST_NAME,
  type SuggestedUnit,
  suggestedIds,
  suggestedUnit,
  unitOfSuggested,
} from './suggested-unit.ts'

/** What is done to the structure of a text, as somebody suggests it: a value that outlives edits of the text. */
export type StructureProposal = UnitProposal | BlockProposal

/** What is done to a unit as a whole. */
export type UnitProposal =
  | ({ readonly kind: 'insert'; readonly unit: SuggestedUnit; readonly at: Spot } & Told)
  | ({ readonly kind: 'remove' } & Seen)
  | ({ readonly kind: 'setState'; readonly state: UnitState } & Seen)
  /** `as`: the kind that the unit takes there; null: its own. */
  | ({ readonly kind: 'move'; readonly to: Spot; readonly as: UnitKind | null } & Seen)

interface Told {
  /** The unit's place in words, for where it does not stand. */
  readonly name: string
}

interface Seen extends Told {
  readonly unit: UnitId
  /** Hash of the words that its author saw in the unit and those in it. */
  readonly seen: string
}

/** What becomes of a suggestion of structure in the draft as it stands. */
export type Outlook =
  /** `place`: where the unit would stand. `changed`: it has other words than its author saw. */
  | {
      readonly kind: 'open'
      readonly place: Place | undefined
      readonly words: 'as-seen' | 'changed'
    }
  | { readonly kind: LateKind }

/** Why it cannot be accepted: the unit or its place is gone, or the draft stands so already. */
export type LateKind = 'unit-gone' | 'place-gone' | 'done'

/** What the units that edits are about are called: the one that is edited, and that beside or around its place. */
export interface EditNames {
  readonly unit: string
  readonly place: string
}

/** A suggestion of what edits would do; undefined: there is none of them. */
export function proposeEdits(
  draft: Y.Doc,
  layout: Layout,
  edits: readonly UnitEdit[],
  names: EditNames,
): UnitProposal | undefined {
  const name = nameOf(names.unit)
  const place = nameOf(names.place)
  const [edit, second] = edits
  if (edit?.kind === 'move') {
    const { unit } = edit
    if (second && (second.kind !== 'setKind' || second.unit !== unit)) return undefined
    const to = spotOf(layout, edit.to, { id: unit }, place)
    return { kind: 'move', unit, to, as: second?.to ?? null, name, seen: seenIn(unit) }
  }
  if (!edit || second) return undefined
  if (edit.kind === 'insert') {
    const unit = suggestedUnit(edit.unit)
    return { kind: 'insert', unit, at: spotOf(layout, edit.at, unit, place), name }
  }
  if (edit.kind === 'remove') {
    return { kind: 'remove', unit: edit.unit, name, seen: seenIn(edit.unit) }
  }
  if (edit.kind !== 'setState') return undefined
  const { unit, state } = edit
  return { kind: 'setState', unit, state, name, seen: seenIn(unit) }

  function seenIn(unit: UnitId): string {
    return textHash(wordsWithin(draft, layout, unit))
  }
}

/** A name as a suggestion keeps it. */
export function nameOf(words: string): string {
  return plain(words.slice(0, LONGEST_NAME))
}

/** The unit that a suggestion is about: for a new one, itself once it stands, before that its neighbor. */
export function unitOfStructure(draft: Y.Doc, layout: Layout, proposal: StructureProposal): UnitId {
  if (proposal.kind !== 'insert') return proposal.unit
  const { unit, at } = proposal
  if (layout.parents.has(unit.id)) return unit.id
  const place = placeOfSpot(draft, layout, at, unit)
  const first = layout.units.get(place?.parent ?? null)?.[0]
  return place?.after ?? place?.parent ?? first ?? at.parent ?? unit.id
}

/** Whether a suggestion can be accepted, and what it would do then. */
export function outlookOf(draft: Y.Doc, layout: Layout, proposal: StructureProposal): Outlook {
  if (isOfBlocks(proposal)) {
    const outlook = outlookOfBlocks(draft, layout, proposal)
    return outlook.kind === 'open' ? { ...outlook, place: undefined } : outlook
  }
  if (proposal.kind === 'insert') {
    const { unit, at } = proposal
    if (layout.parents.has(unit.id)) return { kind: 'done' }
    const place = placeOfSpot(draft, layout, at, unit)
    return place ? { kind: 'open', place, words: 'as-seen' } : { kind: 'place-gone' }
  }
  const { unit } = proposal
  const map = unitMaps(draft).get(unit)
  if (!map || !layout.parents.has(unit)) return { kind: 'unit-gone' }
  const isSeen = textHash(wordsWithin(draft, layout, unit)) === proposal.seen
  const words = isSeen ? 'as-seen' : 'changed'
  const { state, kind } = recordOf(unit, map)
  switch (proposal.kind) {
    case 'remove':
      return { kind: 'open', place: undefined, words }
    case 'setState':
      if (state === proposal.state) return { kind: 'done' }
      return { kind: 'open', place: undefined, words }
    case 'move': {
      const place = placeOfSpot(draft, layout, proposal.to, { id: unit })
      if (!place || isWithin(layout, place.parent, unit)) return { kind: 'place-gone' }
      const isThere = stands(layout, unit, place) && (proposal.as ?? kind) === kind
      return isThere ? { kind: 'done' } : { kind: 'open', place, words }
    }
  }
}

/**
 * Brings the unit that a suggestion holds back, hidden yet and no step of undo, or its blocks, which
 * undo takes; gives the Yjs client that wrote it. It is the same update for everybody, so that two who accept apart have it once, and
 * what is accepted and undone is only that it is shown.
 */
export function bringSuggested(
  draft: Y.Doc,
  proposal: StructureProposal,
  origin: unknown,
): Result<number | undefined> {
  if (proposal.kind === 'addBlocks') {
    const { client, update } = heldBlocks(draft, proposal)
    draft.transact(() => Y.applyUpdate(draft, update), origin)
    return ok(client)
  }
  if (proposal.kind !== 'insert') return ok(undefined)
  const ids = suggestedIds(proposal.unit)
  const { client, update } = heldUnit(proposal.unit)
  const maps = unitMaps(draft)
  const isKnown = Y.getState(draft.store, client) > 0
  const isOwn = ids.every((id) => maps._map.get(id)?.id.client === client)
  const isTaken = ids.some((id) => maps.has(id))
  if (isKnown ? !isOwn : isTaken) return fail(ID_TAKEN)
  if (!isKnown) Y.applyUpdate(draft, update, HELD)
  return ok(client)
}

/** Does what a suggestion says, which is open and brought. The caller opens the transaction. */
export function writeStructure(
  draft: Y.Doc,
  layout: Layout,
  proposal: StructureProposal,
  place: Place | undefined,
): void {
  const maps = unitMaps(draft)
  if (proposal.kind === 'insert') {
    const { unit } = proposal
    for (const id of suggestedIds(unit)) setRegister(maps.get(id), 'live', true)
    if (place) placeUnit(draft, layout, unit.id, place)
    return
  }
  const { unit } = proposal
  switch (proposal.kind) {
    case 'remove':
      buryUnits(draft, within(layout, unit))
      return
    case 'setState':
      setRegister(maps.get(unit), 'state', proposal.state)
      return
    case 'move':
      if (place) placeUnit(draft, layout, unit, place)
      if (proposal.as !== null) setRegister(maps.get(unit), 'kind', proposal.as)
      return
    case 'dropBlock': {
      const element = elementOf(draft, proposal)
      if (element) retire(element)
      return
    }
    case 'addBlocks':
  }
}

/** Whether a suggestion is of paragraphs, notes and tables, not of units. */
export function isOfBlocks(proposal: StructureProposal): proposal is BlockProposal {
  return proposal.kind === 'addBlocks' || proposal.kind === 'dropBlock'
}

/** The edits of the draft's structure that a suggestion is, where it is open: what accepting it does. */
export function editsOfStructure(
  proposal: StructureProposal,
  place: Place | undefined,
): readonly UnitEdit[] {
  switch (proposal.kind) {
    case 'insert':
      return place ? [{ kind: 'insert', unit: unitOfSuggested(proposal.unit), at: place }] : []
    case 'remove':
      return [{ kind: 'remove', unit: proposal.unit }]
    case 'setState':
      return [{ kind: 'setState', unit: proposal.unit, state: proposal.state }]
    case 'move': {
      const { unit, as } = proposal
      const moved: readonly UnitEdit[] = place ? [{ kind: 'move', unit, to: place }] : []
      return as === null ? moved : [...moved, { kind: 'setKind', unit, to: as }]
    }
    case 'addBlocks':
    case 'dropBlock':
      return []
  }
}

/** Origin of a unit that is held back yet: an update to be sent, and nothing to undo. */
const HELD = 'held'

/** A suggestion of structure as somebody wrote it; undefined: it is of another form. */
export function decodeStructure(
  value: Readonly<Record<string, unknown>>,
): StructureProposal | undefined {
  const { kind, name, unit, seen, state, as } = value
  if (kind === 'addBlocks' || kind === 'dropBlock') return decodeBlocks(value)
  if (!isPlain(name, LONGEST_NAME)) return undefined
  if (kind === 'insert') {
    const suggested = decodeSuggestedUnit(unit)
    const at = decodeSpot(value['at'])
    return suggested && at && { kind, unit: suggested, at, name }
  }
  if (!isId(unit) || !isPlain(seen, LONGEST_NAME)) return undefined
  const about = { unit: unitId(unit), seen, name }
  if (kind === 'remove') return { kind, ...about }
  if (kind === 'setState') return isUnitState(state) ? { kind, state, ...about } : undefined
  const to = decodeSpot(value['to'])
  if (kind !== 'move' || !to || (as !== null && !isUnitKind(as))) return undefined
  return { kind, to, as, ...about }
}

function wordsWithin(draft: Y.Doc, layout: Layout, unit: UnitId): string {
  return within(layout, unit)
    .map((id) => unitWords(unitMaps(draft).get(id)))
    .join('\n')
}

function within({ units }: Pick<Layout, 'units'>, unit: UnitId): readonly [UnitId, ...UnitId[]] {
  const inside = (units.get(unit) ?? []).flatMap((child) => within({ units }, child))
  return [unit, ...inside]
}

function isWithin({ parents }: Layout, unit: UnitId | null, holder: UnitId): boolean {
  for (let at = unit; at !== null; at = parents.get(at) ?? null) if (at === holder) return true
  return false
}

function stands({ parents, units }: Layout, unit: UnitId, { parent, after }: Place): boolean {
  const siblings = units.get(parent) ?? []
  return parents.get(unit) === parent && (siblings[siblings.indexOf(unit) - 1] ?? null) === after
}

const ID_TAKEN: Problem = problem('review/id-taken')
