import type { Node } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { actAttrs, makeAct, makeUnit, unitId } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { draftFault } from '#shared/sync/gate.ts'
import { projectAct } from '#shared/sync/project.ts'
import { seedDraft } from '#shared/sync/seed.ts'
import { act, art, dump, para } from '#test/builders/act.ts'
import { randomAct } from '#test/builders/random-act.ts'
import { seedInYjs } from './seed-in-yjs.ts'

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

  it('S3: is to the byte what Yjs makes of the act, whatever it holds', () => {
    const parted = act(
      art(
        '1',
        'Заголовок',
        apart(schema.text('Сло'), schema.text('ва \ud83d'), schema.text('\ude00')),
        apart(schema.text('а', [bold]), schema.text('б', [bold]), schema.text('в')),
      ),
    )
    const random = Array.from({ length: 300 }, (_, seed) => randomAct(seed))
    const acts = [rich, parted, makeAct(actAttrs(rich), []), ...random]
    for (const each of acts) {
      const seed = seedDraft(each)
      const [client = 0] = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(seed)).keys()
      expect(Buffer.compare(seed, seedInYjs(each, client)), dump(each)).toBe(0)
    }
  })
})

/** A paragraph of runs as JSON may hold them, each apart. */
function apart(...runs: readonly Node[]): Node {
  const content = runs.map((run) => run.toJSON())
  return schema.nodeFromJSON({ type: 'paragraph', content })
}
