import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { compareActs } from '#shared/diff/compare.ts'
import { aboutAct } from '#shared/export/about.ts'
import { docxClean, docxRedline } from '#shared/export/docx/docx.ts'
import { type Act, actAttrs, makeAct, makeParagraph, makeUnit, unitId } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { applyEditsToAct } from '#shared/structure/apply-edit.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import type { Remark } from '#shared/structure/remark.ts'
import { act, art, para } from '#test/builders/act.ts'

const BY = { author: 'Комиссия', date: '2026-11-24T08:00:00Z' }
const base = act(
  art('1', 'Первая', para('1', 'Срок два дня.'), para('2', 'Знак стоит.')),
  art('2', 'Вторая', para('1', 'Три слова тут.')),
)
const P1 = unitId('article-1/paragraph-1')
const P2 = unitId('article-1/paragraph-2')
const A2 = unitId('article-2')

function remark(unit: Remark['unit'], words: string, at?: Remark['words']): Remark {
  const comment = { author: 'Дана Серик', date: '2026-11-23T08:00:00.5Z', words }
  return { unit, comments: [comment], isResolved: false, ...(at ? { words: at } : {}) }
}

function partsOf(bytes: Uint8Array) {
  const part = (name: string) => {
    const content = unzipSync(bytes)[`word/${name}.xml`]
    return content && strFromU8(content)
  }
  return {
    comments: part('comments') ?? '',
    extended: part('commentsExtended') ?? '',
    ids: part('commentsIds') ?? '',
    extensible: part('commentsExtensible') ?? '',
    people: part('people') ?? '',
    /** The text with the places of comments: `‹0 words 0›`. */
    text: (part('document') ?? '')
      .replaceAll(/<w:commentRangeStart w:id="(\d+)"\/>/g, '‹$1 ')
      .replaceAll(/<w:commentReference w:id="(\d+)"\/>/g, ' $1›')
      .replaceAll(/<\/w:p>/g, '\n')
      .replaceAll(/<[^>]*>/g, ''),
  }
}

function redlined(edits: readonly UnitEdit[], remarks: readonly Remark[]) {
  const done = applyEditsToAct(base, edits)
  if (!done.ok) throw new Error(done.problem.message)
  const draft: Act = done.value
  return partsOf(docxRedline(compareActs(base, draft), aboutAct(draft, BY), remarks))
}

describe('comments in a Word file', () => {
  it('X81: stand on their words, on the number and words of a unit, and answers on the same', () => {
    const answered = remark(P1, 'почему два?', { text: 0, from: 5, to: 8 })
    const [asked] = answered.comments
    const thread = {
      ...answered,
      comments: asked ? [asked, { ...asked, words: 'так\nрешили' }] : [],
    }
    const { text, comments, extended } = partsOf(
      docxClean(base, aboutAct(base, BY), [
        { ...thread, isResolved: true },
        remark(A2, 'о статье'),
        remark(A2, 'о слове', { text: -1, from: 0, to: 6 }),
      ]),
    )
    expect(text).toContain('1. Срок ‹0 ‹1 два 0› 1› дня.')
    expect(text).toContain('‹2 Статья 2 ‹3 Вторая 3› 2›')
    expect(comments).toContain(
      '<w:comment w:id="0" w:author="Дана Серик" w:date="2026-11-23T08:00:00Z" w:initials="ДС">',
    )
    expect(comments).toMatch(/так<\/w:t><\/w:r><\/w:p><w:p w14:paraId="00000002">.*решили/)
    expect(extended).toContain(
      '<w15:commentEx w15:paraId="00000001" w15:done="1"/><w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="1"/>',
    )
  })

  it('X82: of a redline stand once, where the draft has the words, and on what was removed', () => {
    const { text } = redlined(
      [
        { kind: 'move', unit: A2, to: { parent: null, after: null } },
        { kind: 'remove', unit: P2 },
      ],
      [
        remark(A2, 'о статье'),
        remark(P2, 'зачем?'),
        remark(P2, 'о слове', { text: 0, from: 0, to: 4 }),
      ],
    )
    expect(text.match(/‹0 /g)).toHaveLength(1)
    expect(text).toMatch(/‹0 Статья 2 Вторая 0›[\s\S]*‹1 ‹2 2\. Знак стоит\. 1› 2›/)
  })

  it('X81: on words of a table stand on these words', () => {
    const cell = (words: string) => schema.nodes.tableCell.create(null, makeParagraph(words))
    const row = schema.nodes.tableRow.create(null, [cell('Знак'), cell('два дня')])
    const table = schema.nodes.table.create(null, [row, row])
    const id = unitId('annex')
    const annex = makeUnit({ id, kind: 'annex', label: null }, { body: [table] })
    const written = makeAct(actAttrs(base), [annex])
    const on = (text: number) => remark(id, `о ${text}`, { text, from: 0, to: 3 })
    const { text } = partsOf(docxClean(written, aboutAct(base, BY), [on(1), on(3)]))
    expect(text).toMatch(/Знак\n‹0 два 0› дня\nЗнак\n‹1 два 1› дня/)
  })

  it('X98: have lasting ids, times in UTC and people beside them, where Word looks for these', () => {
    const asked = { ...remark(P1, 'почему?'), isResolved: false }
    const [first] = asked.comments
    const again = first ? { ...asked, comments: [first, first] } : asked
    const { ids, extensible, people } = partsOf(docxClean(base, aboutAct(base, BY), [again]))
    const durable = [...ids.matchAll(/paraId="(\d+)" w16cid:durableId="([0-7][\dA-F]{7})"/g)]
    expect(durable.map(([, paragraph]) => paragraph)).toEqual(['00000001', '00000002'])
    expect(new Set(durable.map(([, , id]) => id)).size).toBe(2)
    for (const [, , id] of durable)
      expect(extensible).toContain(`durableId="${id}" w16cex:dateUtc="2026-11-23T08:00:00Z"`)
    expect(people.match(/<w15:person /g)).toHaveLength(1)
    expect(people).toContain('w15:author="Дана Серик"')
  })

  it('X81: without remarks a file has no part for them', () => {
    expect(partsOf(docxClean(base, aboutAct(base, BY))).comments).toBe('')
  })
})
