import { splitBlock } from 'prosemirror-commands'
import { TextSelection } from 'prosemirror-state'
import {
  type Act,
  bodyOf,
  headingOf,
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
import { pick } from './chance.ts'
import { type Peer, standingUnits, textStart } from './cohort.ts'
import { KEY_DEEDS, type KeyDeed, pressKey } from './keys.ts'
import {
  mayTakeBack,
  noteCut,
  noteErased,
  noteFlow,
  notePutBack,
  noteTouch,
  type Record,
  typable,
  WORD,
  wordSafe,
} from './record.ts'

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
  | 'erase'
  | 'title'
  | 'renumber'
  | KeyDeed

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

/** The same, and what the keys of structure do, words erased, headings and numbers. */
export const ALL_DEEDS: readonly Deed[] = [
  ...DEEDS,
  ...KEY_DEEDS,
  'erase',
  'title',
  'renumber',
  'undo',
  'type',
  'type',
]

export const STRUCTURE_DEEDS = ['insert', 'remove', 'move', 'split', 'join', 'repeal'] as const

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
      splitParagraph(peer, record, random)
      return
    case 'erase':
      erase(peer, record, random)
      return
    case 'title':
      typeWord(peer, pick(titled(peer.state.doc), random), record, random, -1)
      return
    case 'enter':
    case 'backspace':
    case 'forward':
    case 'indent':
    case 'outdent':
    case 'up':
    case 'down':
      pressKey(peer, deed, record, random)
      return
    case 'undo':
    case 'redo': {
      peer.session.gather()
      const before = allWords(peer)
      peer.session[deed]()
      const after = allWords(peer)
      for (const word of record.typed.keys()) {
        const isGone = before.includes(word) && !after.includes(word)
        if (isGone && mayTakeBack(peer, word, record)) record.undone.add(word)
        if (after.includes(word) && !before.includes(word)) notePutBack(word, record)
      }
      return
    }
    default: {
      const edit = randomEdit(peer, deed, random)
      if (edit && peer.session.edit([edit]).ok) noteEdit(peer, edit, record)
    }
  }
}

/** Types a word that occurs nowhere else into a unit's text. */
export function typeWord(
  peer: Peer,
  unit: Unit | undefined,
  record: Record,
  random: () => number,
  block = Math.floor(random() * (unit ? bodyOf(unit).length : 0)),
): void {
  if (!unit) return
  const { id } = unitAttrs(unit)
  const word = `⟨${peer.name}${record.typed.size}⟩`
  const text = block < 0 ? headingOf(unit) : bodyOf(unit)[block]
  const offset = Math.floor(random() * ((text?.content.size ?? 0) + 1))
  peer.type(id, word, wordSafe(text?.textContent ?? '', offset), block)
  record.typed.set(word, id)
  noteTouch(peer, id, record)
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
  deed: 'insert' | 'remove' | 'restore' | 'move' | 'split' | 'join' | 'repeal' | 'renumber',
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
    case 'renumber':
      return { kind: 'setLabel', unit, label: String(Math.floor(random() * 5)), num: null }
  }
}

function noteEdit(peer: Peer, edit: UnitEdit, record: Record): void {
  const to = edit.kind === 'split' ? edit.newUnit : edit.kind === 'join' ? edit.into : undefined
  if (to !== undefined && edit.kind !== 'insert') noteFlow(peer, edit.unit, to, record)
}

/** Units with a heading to type in. */
function titled(draft: Act): readonly Unit[] {
  const units: Unit[] = []
  draft.descendants((node) => {
    if (isUnit(node) && headingOf(node)) units.push(node)
    return isUnit(node)
  })
  return units
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

/** Takes some of a paragraph away, as with a selection. */
function erase(peer: Peer, record: Record, random: () => number): void {
  const unit = pick(typable(peer.state.doc), random)
  if (!unit) return
  const { id } = unitAttrs(unit)
  const block = Math.floor(random() * bodyOf(unit).length)
  const text = bodyOf(unit)[block]?.textContent ?? ''
  const [from = 0, to = 0] = [random(), random()]
    .map((part) => wordSafe(text, Math.floor(part * (text.length + 1))))
    .sort((a, b) => a - b)
  if (from === to) return
  for (const [word] of text.slice(from, to).matchAll(WORD)) noteErased(peer, word, record)
  const start = textStart(peer.state.doc, id, block)
  peer.dispatch(peer.state.tr.delete(start + from, start + to))
  noteTouch(peer, id, record)
}

function splitParagraph(peer: Peer, record: Record, random: () => number): void {
  const unit = pick(typable(peer.state.doc), random)
  if (!unit) return
  const start = textStart(peer.state.doc, unitAttrs(unit).id)
  const text = bodyOf(unit)[0]?.textContent ?? ''
  const at = start + wordSafe(text, Math.floor(random() * (text.length + 1)))
  peer.dispatch(peer.state.tr.setSelection(TextSelection.create(peer.state.doc, at)))
  splitBlock(peer.state, (tr) => peer.dispatch(tr))
  noteCut(peer, unitAttrs(unit).id, record)
}
