import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { present } from '#shared/base/assert.ts'
import { type Act, makeParagraph, makeUnit, unitId } from '#shared/schema/act.ts'
import { applyEditToAct } from '#shared/structure/apply-edit.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { applyEdit, readJournal } from '#shared/sync/edit.ts'
import { draftFault } from '#shared/sync/gate.ts'
import { createDraftView, projectAct } from '#shared/sync/project.ts'
import { seedDraft } from '#shared/sync/seed.ts'
import { BIRTH, birthOf, birthText, metaOf, unitMaps } from '#shared/sync/shape.ts'
import { createUndo } from '#shared/sync/undo.ts'
import { act, art, para, part, point, preamble, preface } from '#test/builders/act.ts'

const base = act(
  preface('Конституция'),
  preamble('Мы, народ'),
  part(
    'I',
    'Общие',
    art(
      '1',
      'Первая',
      para('1', 'Один.', point('1', 'раз;'), point('2', 'два.')),
      para('2', 'Два.'),
    ),
  ),
  art('2', 'Вторая', para('1', 'Третий.')),
)
const id = unitId
const A1 = id('part-I/article-1')
const P1 = id('part-I/article-1/paragraph-1')
const P2 = id('part-I/article-1/paragraph-2')
const A2 = id('article-2')

const edits: readonly UnitEdit[] = [
  {
    kind: 'insert',
    unit: makeUnit(
      { id: id('new'), kind: 'article', label: '1-1' },
      { heading: 'Новая', body: [makeParagraph('Слова.')] },
    ),
    at: { parent: id('part-I'), after: A1 },
  },
  { kind: 'remove', unit: A1 },
  { kind: 'move', unit: P1, to: { parent: A2, after: null } },
  { kind: 'move', unit: A2, to: { parent: null, after: null } },
  { kind: 'split', unit: P1, block: 0, offset: 2, newUnit: id('tail'), newLabel: '1-1' },
  { kind: 'join', unit: P2, into: P1 },
  { kind: 'join', unit: P1, into: A1 },
  { kind: 'join', unit: A2, into: A1 },
  {
    kind: 'setText',
    unit: P2,
    heading: null,
    body: [makeParagraph('Два с половиной.'), makeParagraph('Ещё.')],
  },
  { kind: 'setLabel', unit: P2, label: '5', num: '5-е' },
  { kind: 'setKind', unit: P2, to: 'point' },
  { kind: 'setState', unit: A1, state: 'repealed' },
]

function drafted(start: Act): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedDraft(start))
  return doc
}

/** The draft as version 2 wrote it: each register of a unit by itself. */
function olderForm(doc: Y.Doc): Y.Doc {
  metaOf(doc).set('schemaVersion', 2)
  for (const unit of unitMaps(doc).values()) {
    for (const [register, value] of Object.entries(birthOf(unit))) unit.set(register, value)
    unit.delete(BIRTH)
  }
  return doc
}

describe('applyEdit', () => {
  for (const [index, edit] of edits.entries()) {
    it(`S1: ${edit.kind} ${index} shows what the pure edit gives`, () => {
      const doc = drafted(base)
      const view = createDraftView(doc)
      const wanted = applyEditToAct(base, edit)
      if (!wanted.ok) throw new Error(wanted.problem.message)
      expect(applyEdit(doc, edit)).toEqual({ ok: true, value: undefined })
      expect(projectAct(doc).toJSON()).toEqual(wanted.value.toJSON())
      expect(view.act.toJSON()).toEqual(wanted.value.toJSON())
      expect(view.conflicts).toEqual([])
      view.act.check()
      expect(readJournal(doc).map((entry) => entry.edit)).toEqual(
        edit.kind === 'setText' ? [] : [edit.kind],
      )
    })
  }

  for (const [index, edit] of edits.entries()) {
    it(`S30: ${edit.kind} ${index} in a draft of version 2 shows the same, and undo takes it back`, () => {
      const doc = olderForm(drafted(base))
      const wanted = applyEditToAct(base, edit)
      if (!wanted.ok) throw new Error(wanted.problem.message)
      const undo = createUndo(doc, 'drafter')
      expect(applyEdit(doc, edit, { origin: 'drafter' })).toEqual({ ok: true, value: undefined })
      expect(projectAct(doc).toJSON()).toEqual(wanted.value.toJSON())
      undo.undo()
      expect(projectAct(doc).toJSON()).toEqual(base.toJSON())
    })
  }

  it('S13: a unit made with what this program does not know may only be read', () => {
    const doc = drafted(base)
    const unit = present(unitMaps(doc).get(P1), 'the paragraph')
    unit.set(BIRTH, birthText({ ...birthOf(unit), colour: 'red' }))
    expect(draftFault(doc)?.message).toContain('“colour”')
    unit.set(BIRTH, '{')
    expect(draftFault(doc)?.message).toContain('another form')
  })

  it('S30: a draft of version 2 opens, and a unit made in it meets the others at a replica', () => {
    const doc = olderForm(drafted(base))
    expect(draftFault(doc)).toBeNull()
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    applyEdit(doc, present(edits[0], 'the insertion'))
    applyEdit(other, { kind: 'setLabel', unit: A1, label: '7', num: 'Article 7' })
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
    expect(projectAct(doc).eq(projectAct(other))).toBe(true)
    expect(projectAct(doc).textContent).toContain('Новая')
  })

  it('S2: brings a removed unit back with what was removed with it, and nothing else', () => {
    const doc = drafted(base)
    applyEdit(doc, { kind: 'remove', unit: P2 })
    applyEdit(doc, { kind: 'remove', unit: A1 })
    applyEdit(doc, { kind: 'restore', unit: A1 })
    const wanted = applyEditToAct(base, { kind: 'remove', unit: P2 })
    expect(wanted.ok && projectAct(doc).eq(wanted.value)).toBe(true)
    applyEdit(doc, { kind: 'restore', unit: P2 })
    expect(projectAct(doc).eq(base)).toBe(true)
  })

  it('S1: refuses what cannot be done and writes nothing', () => {
    const doc = drafted(base)
    const before = Y.encodeStateVector(doc)
    expect(applyEdit(doc, { kind: 'remove', unit: id('none') }).ok).toBe(false)
    expect(applyEdit(doc, { kind: 'restore', unit: A1 }).ok).toBe(false)
    expect(Y.encodeStateVector(doc)).toEqual(before)
  })
})
