import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { proposeEdits, type StructureProposal } from '#shared/review/structure.ts'
import { openProposal } from '#shared/review/threads.ts'
import { makeParagraph, makeUnit, unitId } from '#shared/schema/act.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { layoutOf } from '#shared/sync/project.ts'
import { seedDraft } from '#shared/sync/seed.ts'
import { act, art, para } from '#test/builders/act.ts'
import { remarksInParts } from '../../desk/comments/remark-of.ts'

const A1 = unitId('article-1')
const A2 = unitId('article-2')
const text = seedDraft(act(art('1', 'Первая', para('1', 'Один.')), art('2', 'Вторая')))

/** The comment that a Word file has of a suggestion, and where. */
function remarkOf(proposal: StructureProposal) {
  const review = new Y.Doc()
  const comment = { id: 't', author: { id: 'p', name: 'Дана' }, at: 0, words: 'Так яснее.' }
  openProposal(review, { anchor: { unit: A1 }, proposal }, comment)
  const [remark] = remarksInParts(text, Y.encodeStateAsUpdate(review))
  return [remark?.unit, ...(remark?.comments[0]?.words.split('\n') ?? [])]
}

function suggestion(edit: UnitEdit): StructureProposal {
  const draft = new Y.Doc()
  Y.applyUpdate(draft, text)
  const names = { unit: 'Статья 2', place: 'Статья 1' }
  const proposal = proposeEdits(draft, layoutOf(draft), [edit], names)
  if (!proposal) throw new Error('nothing was suggested')
  return proposal
}

it('S38: in a Word file a suggestion of structure is a comment with its unit, words or place', () => {
  const unit = makeUnit(
    { id: unitId('new'), kind: 'article', label: '1-1' },
    {
      heading: 'Новая',
      body: [makeParagraph('Слова.')],
      units: [
        makeUnit(
          { id: unitId('n1'), kind: 'paragraph', label: '1' },
          { body: [makeParagraph('Пункт.')] },
        ),
      ],
    },
  )
  const insert = suggestion({ kind: 'insert', unit, at: { parent: null, after: A1 } })
  const why = 'Так яснее.'
  expect(remarkOf(insert)).toEqual([A1, '+ Статья 2', 'Новая', 'Слова.', '1. Пункт.', why])
  const about = (edit: UnitEdit) => remarkOf(suggestion(edit))
  expect(about({ kind: 'remove', unit: A2 })).toEqual([A2, '− Статья 2', why])
  expect(about({ kind: 'setState', unit: A2, state: 'repealed' })).toEqual([A2, '⊘ Статья 2', why])
  expect(about({ kind: 'setState', unit: A2, state: 'inForce' })).toEqual([A2, '⊙ Статья 2', why])
  expect(about({ kind: 'move', unit: A2, to: { parent: A1, after: null } })).toEqual([
    A2,
    '⇅ Статья 2 → Статья 1',
    why,
  ])
})
