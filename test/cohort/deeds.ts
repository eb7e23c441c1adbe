import { splitBlock } from 'prosemirror-commands'
import { TextSelection } from 'prosemirror-state'
import {
  type Act,
  bodyOf,
  isUnit,
  makeParagraph,
  makeUnit,
  type Unit,
  type UnitId,
  unitAttrs,
  unitId,
  unitsOf,
} from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { unitWords } from '#shared/sync/project.ts'
import { unitMaps } from '#shared/sync/shape.ts'
import { type Peer, standingUnits, textStart } from './cohort.ts'

export type Deed =
  | 'insert'
  | 'remove'
  | 'move'
  | 'split'
  | 'join'
  | 'repeal'
  | 'restore'
  | 'type'
  | 'mark'
  | 'paragraph'
  | 'undo'
  | 'redo'

/** A drafter's day: each deed as often as it stands here. */
export const DEEDS: readonly Deed[] = [
  'insert',
  'remove',
  'move',
  'move',
  'split',
  'join',
  'repeal',
  'restore',
  'type',
  'type',
  'type',
  'type',
  'mark',
  'paragraph',
  'undo',
  'redo',
]

export const STRUCTURE_DEEDS = ['insert', 'remove', 'move', 'split', 'join', 'repeal'] as const

/** What drafters did, as far as it tells where words may be. */
export interface Record {
  /** Each word typed and the unit it was typed into. */
  readonly typed: Map<string, UnitId>
  readonly undone: Set<string>
  /** Units that text went to from a unit: by a split or a join. */
  readonly flows: Map<UnitId, Set<UnitId>>
}

export function newRecord(): Record {
  return { typed: new Map(), undone: new Set(), flows: new Map() }
}

/** Lets a peer do something at random; a deed that finds no object is left undone. */
export function act(peer: Peer, deed: Deed, record: Record, random: () => number): void {
  switch (deed) {
    case 'type':
      typeWord(peer, pick(typable(peer.state.doc), random), record, random)
      return
    case 'mark':
      mark(peer, random)
      return
    case 'paragraph':
      splitParagraph(peer, random)
      return
    case 'undo':
    case 'redo': {
      peer.session.gather()
      const before = allWords(peer)
      peer.session[deed]()
      const after = allWords(peer)
      for (const word of record.typed.keys()) {
        if (before.includes(word) && !after.includes(word)) record.undone.add(word)
        if (after.includes(word) && !before.includes(word)) record.undone.delete(word)
      }
      return
    }
    default: {
      const edit = randomEdit(peer, deed, random)
      if (edit && peer.session.edit([edit]).ok) noteFlow(edit, record)
    }
  }
}

/** Types a word that occurs nowhere else into a unit's text. */
export function typeWord(
  peer: Peer,
  unit: Unit | undefined,
  record: Record,
  random: () => number,
): void {
  if (!unit) return
  const { id } = unitAttrs(unit)
  const word = `⟨${peer.name}${record.typed.size}⟩`
  const blocks = bodyOf(unit)
  const block = Math.floor(random() * blocks.length)
  const offset = Math.floor(random() * ((blocks[block]?.content.size ?? 0) + 1))
  const offsets = wordSafe(blocks[block]?.textContent ?? '', offset)
  peer.type(id, word, offsets, block)
  record.typed.set(word, id)
}

/** The units that a word typed into `unit` may stand in by now. */
export function reach(record: Record, unit: UnitId): ReadonlySet<UnitId> {
  const reached = new Set([unit])
  for (const id of reached) for (const next of record.flows.get(id) ?? []) reached.add(next)
  return reached
}

/** All words a replica holds, in units that stand and in removed ones. */
export function allWords(peer: Peer): string {
  return [...unitMaps(peer.doc).values()].map((unit) => unitWords(unit)).join('\n')
}

/** The own words of a unit, or nothing if it does not stand. */
export function ownWords(act: Act, id: string): string {
  let words = ''
  act.descendants((node) => {
    if (!isUnit(node)) return false
    if (node.attrs['id'] === id) {
      words = node.children
        .filter((child) => !isUnit(child))
        .map((child) => child.textContent)
        .join('\n')
    }
    return true
  })
  return words
}

export function randomEdit(
  peer: Peer,
  deed: Exclude<Deed, 'type' | 'mark' | 'paragraph' | 'undo' | 'redo'>,
  random: () => number,
): UnitEdit | undefined {
  const draft = peer.state.doc
  const ids = standingUnits(draft)
  const unit = pick(ids, random)
  if (!unit) return undefined
  switch (deed) {
    case 'insert': {
      const made = makeUnit(
        { id: peer.session.newId(), kind: 'paragraph', label: '9' },
        { body: [makeParagraph('Новый. ')] },
      )
      return { kind: 'insert', unit: made, at: randomPlace(draft, ids, random) }
    }
    case 'remove':
      return { kind: 'remove', unit }
    case 'restore': {
      const removed = [...unitMaps(peer.doc).keys()].filter((id) => !ids.includes(unitId(id)))
      const back = pick(removed, random)
      return back === undefined ? undefined : { kind: 'restore', unit: unitId(back) }
    }
    case 'move':
      return { kind: 'move', unit, to: randomPlace(draft, ids, random) }
    case 'split': {
      const whole = pick(typable(draft), random)
      if (!whole) return undefined
      const block = Math.floor(random() * bodyOf(whole).length)
      const text = bodyOf(whole)[block]
      const offset = wordSafe(
        text?.textContent ?? '',
        Math.floor(random() * ((text?.content.size ?? 0) + 1)),
      )
      const newUnit = peer.session.newId()
      return { kind: 'split', unit: unitAttrs(whole).id, block, offset, newUnit, newLabel: '8' }
    }
    case 'join': {
      const into = pick(ids, random)
      return into === undefined ? undefined : { kind: 'join', unit, into }
    }
    case 'repeal':
      return { kind: 'setState', unit, state: 'repealed' }
  }
}

export function noteFlow(edit: UnitEdit, { flows }: Record): void {
  const to = edit.kind === 'split' ? edit.newUnit : edit.kind === 'join' ? edit.into : undefined
  if (to === undefined || edit.kind === 'insert') return
  const known = flows.get(edit.unit)
  if (known) known.add(to)
  else flows.set(edit.unit, new Set([to]))
}

export function pick<T>(items: readonly T[], random: () => number): T | undefined {
  return items[Math.floor(random() * items.length)]
}

/** Units with a paragraph to type in. */
export function typable(draft: Act): readonly Unit[] {
  const units: Unit[] = []
  draft.descendants((node) => {
    if (isUnit(node) && bodyOf(node).length > 0 && bodyOf(node).every((b) => b.isTextblock)) {
      units.push(node)
    }
    return isUnit(node)
  })
  return units
}

/** Typed words stay whole, so that they can be looked for. */
function wordSafe(text: string, offset: number): number {
  const open = text.lastIndexOf('⟨', offset - 1)
  const close = text.indexOf('⟩', Math.max(open, 0))
  return open >= 0 && close >= offset ? open : offset
}

function randomPlace(draft: Act, ids: readonly UnitId[], random: () => number) {
  const parent = random() < 0.3 ? null : (pick(ids, random) ?? null)
  let holder: Act | Unit = draft
  draft.descendants((node) => {
    if (isUnit(node) && node.attrs['id'] === parent) holder = node
    return isUnit(node)
  })
  const siblings = unitsOf(holder)
  const after = random() < 0.3 ? undefined : pick(siblings, random)
  return { parent, after: after ? unitAttrs(after).id : null }
}

function mark(peer: Peer, random: () => number): void {
  const unit = pick(typable(peer.state.doc), random)
  if (!unit) return
  const start = textStart(peer.state.doc, unitAttrs(unit).id)
  const size = bodyOf(unit)[0]?.content.size ?? 0
  const marks = [schema.marks.strong, schema.marks.superscript, schema.marks.subscript]
  const type = pick(marks, random) ?? schema.marks.strong
  const from = start + Math.floor((random() * size) / 2)
  peer.dispatch(peer.state.tr.addMark(from, start + size, type.create()))
}

function splitParagraph(peer: Peer, random: () => number): void {
  const unit = pick(typable(peer.state.doc), random)
  if (!unit) return
  const start = textStart(peer.state.doc, unitAttrs(unit).id)
  const text = bodyOf(unit)[0]?.textContent ?? ''
  const at = start + wordSafe(text, Math.floor(random() * (text.length + 1)))
  peer.dispatch(peer.state.tr.setSelection(TextSelection.create(peer.state.doc, at)))
  splitBlock(peer.state, (tr) => peer.dispatch(tr))
}
