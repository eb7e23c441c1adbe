import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { makeAct, makeUnit, unitId } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { draftFault } from '#shared/sync/gate.ts'
import { projectAct } from '#shared/sync/project.ts'
import { seedDraft } from '#shared/sync/seed.ts'
import { act, art, para } from '#test/builders/act.ts'

const { paragraph, note, table, tableRow, tableCell, tableHeader, hardBreak, unknown } =
  schema.nodes
const bold = schema.marks.strong.create()
const rich = makeAct({ id: 'rich', language: 'kk', tradition: 'kz', profile: 'law' }, [
  makeUnit(
    { id: unitId('a'), kind: 'article', label: '1', num: '1-бап' },
    {
      heading: [schema.text('Тақырып '), schema.text('қалың', [bold])],
      body: [
        paragraph.create(null, [
          schema.text('бір'),
          hardBreak.create(),
          schema.text('екі 😀', [bold, schema.marks.emphasis.create()]),
        ]),
        note.create(null, schema.text('Ескерту.')),
        table.create(null, [
          tableRow.create(null, [
            tableHeader.create(
              { colspan: 2, colwidth: [10, 20] },
              paragraph.create(null, schema.text('h')),
            ),
            tableCell.create(null, paragraph.create()),
          ]),
        ]),
        unknown.create({ source: '<x/>' }),
        paragraph.create(),
      ],
    },
  ),
])

describe('seedDraft', () => {
  it('S3: shows the act it was made from, with every mark, break, table and attribute', () => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, seedDraft(rich))
    expect(projectAct(doc).toJSON()).toEqual(rich.toJSON())
    expect(draftFault(doc)).toBeNull()
  })

  it('S3: gives the same bytes for the same act, so two seeds are one draft', () => {
    const one = act(art('1', 'Заголовок', para('1', 'Слова.')))
    expect(seedDraft(one)).toEqual(seedDraft(one))
    const doc = new Y.Doc()
    Y.applyUpdate(doc, seedDraft(one))
    Y.applyUpdate(doc, seedDraft(one))
    expect(projectAct(doc).eq(one)).toBe(true)
  })
})
