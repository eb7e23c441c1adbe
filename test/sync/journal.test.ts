import { describe, expect, it } from 'vitest'
import { makeUnit, unitId } from '#shared/schema/act.ts'
import { type JournalEntry, onJournal, readJournal } from '#shared/sync/edit.ts'
import { act, art, dump, para } from '#test/builders/act.ts'
import { cohort, standingUnits, textStart } from '#test/cohort/cohort.ts'
import { becomeAct } from '../../renderer/editor/commands/become-act.ts'

const base = act(
  art('1', 'Первая', para('1', 'Один.'), para('2', 'Два.')),
  ...Array.from({ length: 24 }, (_, i) => art(String(i + 2), 'Другая', 'Слова.')),
)
const A1P2 = unitId('article-1/paragraph-2')

function drafter(now = () => 7) {
  const [peer] = cohort(base, ['a'], { now }).peers
  if (!peer) throw new Error('a drafter was asked for')
  return peer
}

const told = (entries: readonly JournalEntry[]) =>
  entries.map(({ edit, unit, author, at }) => [edit, unit, author, at])

describe('the journal', () => {
  it('V8: keeps commands, undo and redo with person and time, and no typing', () => {
    const peer = drafter()
    let heard = 0
    const stop = onJournal(peer.doc, () => heard++)
    peer.type('article-1/paragraph-1', 'Слово ')
    peer.session.edit([{ kind: 'remove', unit: A1P2 }])
    peer.session.undo()
    peer.session.noteVersion('в комитет')
    stop()
    expect(told(readJournal(peer.doc))).toEqual([
      ['remove', A1P2, 'a', 7],
      ['undo', null, 'a', 7],
      ['version', null, 'a', 7],
    ])
    expect(readJournal(peer.doc).at(-1)?.name).toBe('в комитет')
    expect(heard).toBe(3)
  })

  it('V8: tells units that the editor itself brings and takes', () => {
    const peer = drafter()
    const { doc } = peer.state
    const made = makeUnit({ id: unitId('new'), kind: 'article', label: '99' }, { body: [] })
    peer.dispatch(peer.state.tr.insert(doc.content.size, made))
    const start = textStart(peer.state.doc, A1P2) - 2
    const unit = peer.state.doc.nodeAt(start)
    peer.dispatch(peer.state.tr.delete(start, start + (unit?.nodeSize ?? 0)))
    expect(told(readJournal(peer.doc))).toEqual([
      ['insert', 'new', 'a', 7],
      ['remove', A1P2, 'a', 7],
    ])
  })

  it('V8: tells a rewriting of many units as one', () => {
    const peer = drafter()
    const { doc } = peer.state
    peer.dispatch(peer.state.tr.delete(doc.child(0).nodeSize, doc.content.size))
    expect(told(readJournal(peer.doc))).toEqual([['rewrite', null, 'a', 7]])
  })
})

it('V15: a draft that becomes an earlier version keeps its ids, and one undo takes it back', () => {
  const peer = drafter()
  const version = peer.session.act
  peer.type('article-1/paragraph-1', 'Слово ')
  peer.session.edit([{ kind: 'remove', unit: A1P2 }])
  const before = dump(peer.session.act)
  becomeAct(peer, version)
  expect(dump(peer.session.act)).toBe(dump(version))
  expect(standingUnits(peer.session.act)).toEqual(standingUnits(version))
  peer.session.undo()
  expect(dump(peer.session.act)).toBe(before)
  expect(readJournal(peer.doc).map(({ edit }) => edit)).toEqual(['remove', 'insert', 'undo'])
})
