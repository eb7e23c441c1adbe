import { chainCommands, splitBlock } from 'prosemirror-commands'
import { type Command, TextSelection } from 'prosemirror-state'
import { bodyOf, type UnitId, unitAttrs } from '#shared/schema/act.ts'
import { backspace, deleteForward, enter, unitCommand } from '../../renderer/editor/binding/keys.ts'
import { pick } from './chance.ts'
import { type Peer, standingUnits, textStart } from './cohort.ts'
import { noteCut, noteFlow, type Record, typable, wordSafe } from './record.ts'

export const KEY_DEEDS = [
  'enter',
  'backspace',
  'forward',
  'indent',
  'outdent',
  'up',
  'down',
] as const

/** What the keys of structure do at the caret. */
export type KeyDeed = (typeof KEY_DEEDS)[number]

/** Puts the caret into some unit and presses a key: Backspace at its start, Delete at its end. */
export function pressKey(peer: Peer, key: KeyDeed, record: Record, random: () => number): void {
  const unit = pick(typable(peer.state.doc), random)
  if (!unit) return
  const { id } = unitAttrs(unit)
  const blocks = bodyOf(unit)
  const block = key === 'backspace' ? 0 : blocks.length - 1
  const text = blocks[block]?.textContent ?? ''
  const isAtEnd = key === 'forward' || (key === 'enter' && random() < 0.5)
  const some = wordSafe(text, Math.floor(random() * (text.length + 1)))
  const offset = key === 'backspace' ? 0 : isAtEnd ? text.length : some
  const at = textStart(peer.state.doc, id, block) + offset
  peer.dispatch(peer.state.tr.setSelection(TextSelection.create(peer.state.doc, at)))
  const before = standingUnits(peer.state.doc)
  command(peer, key)(peer.state, (tr) => peer.dispatch(tr))
  noteJoin(peer, before, id, record)
  if (key === 'enter') noteEnter(peer, before, id, record)
}

function command({ session }: Peer, key: KeyDeed): Command {
  switch (key) {
    case 'enter':
      return chainCommands(enter(session), splitBlock)
    case 'backspace':
      return backspace(session)
    case 'forward':
      return deleteForward(session)
    case 'indent':
    case 'outdent':
      return unitCommand(session, key)
    case 'up':
      return unitCommand(session, 'moveUp')
    case 'down':
      return unitCommand(session, 'moveDown')
  }
}

/** Words behind the caret went along into the part or item that Enter began, or to a new line. */
function noteEnter(peer: Peer, before: readonly UnitId[], caret: UnitId, record: Record): void {
  const begun = standingUnits(peer.state.doc).find((id) => !before.includes(id))
  if (begun === undefined) noteCut(peer, caret, record)
  else noteFlow(peer, caret, begun, record)
}

/** The unit that a key took away was joined to the one before it. */
function noteJoin(peer: Peer, before: readonly UnitId[], caret: UnitId, record: Record): void {
  const stand = new Set(standingUnits(peer.state.doc))
  const gone = before.findIndex((id) => !stand.has(id))
  if (gone < 0) return
  noteFlow(peer, before[gone] ?? caret, before[gone - 1] ?? caret, record)
}
