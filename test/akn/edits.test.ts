import { describe, expect, it } from 'vitest'
import { writeAkn } from '#shared/akn/write.ts'
import { present } from '#shared/base/assert.ts'
import {
  type Act,
  bodyOf,
  headingOf,
  makeParagraph,
  makeUnit,
  type Unit,
  unitAttrs,
  unitId,
  walkUnits,
} from '#shared/schema/act.ts'
import { applyEditToAct } from '#shared/structure/apply-edit.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { actOf, document, documentText } from './documents.ts'

const FOREIGN = document(
  `
      <chapter eId="chp_1" class="x">
        <num>Глава 1.</num>
        <article eId="art_1" ext:mark="7" xmlns:ext="urn:ext">
          <num>Статья 1.</num>
          <!-- kept -->
          <content><p eId="art_1__p_1">См. <ref href="#art_2" class="y">статью 2</ref>.</p></content>
        </article>
        <article eId="art_2">
          <num>Статья 2.</num>
          <content><p><span>Слова</span> закона.</p></content>
        </article>
      </chapter>`,
)

function unitNamed(act: Act, num: string): Unit {
  let found: Unit | undefined
  walkUnits(act, (unit) => {
    if (unit.attrs['label'] === num && unit.attrs['kind'] === 'article') found = unit
  })
  return present(found, `article ${num}`)
}

function editedBy(act: Act, edit: UnitEdit): Act {
  const done = applyEditToAct(act, edit)
  if (!done.ok) throw new Error(done.problem.message)
  return done.value
}

function appended(unit: Unit, words: string): UnitEdit {
  const body = bodyOf(unit).map((block, index) =>
    index === 0 && block.isTextblock
      ? block.copy(block.content.append(makeParagraph(words).content))
      : block,
  )
  return { kind: 'setText', unit: unitAttrs(unit).id, heading: headingOf(unit) ?? null, body }
}

describe('an edited document of others', () => {
  const act = actOf(FOREIGN)

  it('A6: has a new word in its paragraph, which keeps its id, and no other byte changed', () => {
    const edited = editedBy(act, appended(unitNamed(act, '1'), ' Да.'))
    const [old, now] = [
      '<p eId="art_1__p_1">См. <ref href="#art_2" class="y">статью 2</ref>.</p>',
      '<p eId="art_1__p_1">См. <ref eId="art_1__ref_1" href="#art_2">статью 2</ref>. Да.</p>',
    ]
    expect(FOREIGN).toContain(old)
    expect(writeAkn(edited)).toBe(FOREIGN.replace(old, now))
  })

  it('A6: a removed unit leaves, and with it its markup alone', () => {
    const edited = editedBy(act, { kind: 'remove', unit: unitAttrs(unitNamed(act, '2')).id })
    const [gone] = /<article eId="art_2">[\s\S]*?<\/article>/.exec(FOREIGN) ?? []
    const [head, tail] = FOREIGN.split(present(gone, 'the article'))
    expect(writeAkn(edited)).toBe(`${head?.trimEnd()}\n      ${tail?.trimStart()}`)
  })

  it('A7: a new number is the eId, the old eId is the wId, and links follow', () => {
    const unit = unitAttrs(unitNamed(act, '2')).id
    const written = writeAkn(editedBy(act, { kind: 'setLabel', unit, label: '7', num: null }))
    expect(written).toContain('<article eId="art_7" wId="art_2">')
    expect(written).toContain('<num>Статья 7.</num>')
    expect(written).toContain('<ref href="#art_7" class="y">статью 2</ref>')
    expect(written).toContain('<p><span>Слова</span> закона.</p>')
  })

  it('A6: a repealed unit says so and keeps its words', () => {
    const unit = unitAttrs(unitNamed(act, '2')).id
    const written = writeAkn(editedBy(act, { kind: 'setState', unit, state: 'repealed' }))
    expect(written).toBe(
      FOREIGN.replace('<article eId="art_2">', '<article eId="art_2" status="removed">'),
    )
    expect(unitAttrs(unitNamed(actOf(written), '2')).state).toBe('repealed')
  })

  it('A6: an inserted unit stands among the others with an id that none has', () => {
    const unit = makeUnit(
      { id: unitId('new'), kind: 'article', label: '1-1' },
      { body: [makeParagraph('Новое.')] },
    )
    const chapter = act.firstChild
    const parent = unitId(String(chapter?.attrs['id']))
    const at = { parent, after: unitAttrs(unitNamed(act, '1')).id }
    const written = writeAkn(editedBy(act, { kind: 'insert', unit, at }))
    const [made] = /<article eId="art_1-1"[\s\S]*?<\/article>\s*/.exec(written) ?? []
    expect(made).toContain('GUID="new"')
    expect(written.replace(present(made, 'the new article'), '')).toBe(FOREIGN)
  })

  it('A6: a copy of a unit shares no id with it', () => {
    const first = unitNamed(act, '1')
    const copy = first.type.create({ ...first.attrs, id: 'copy' }, first.content)
    const parent = unitId(String(act.firstChild?.attrs['id']))
    const at = { parent, after: unitAttrs(first).id }
    const written = writeAkn(editedBy(act, { kind: 'insert', unit: copy, at }))
    const ids = [...written.matchAll(/ eId="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('A6: markup that no longer says what the unit says is never written', () => {
    const lies = { source: '<p>Другие слова.</p>' }
    const { id } = unitAttrs(unitNamed(act, '2'))
    const body = [makeParagraph('Слова.').type.create(lies, makeParagraph('Слова.').content)]
    const edited = editedBy(act, { kind: 'setText', unit: id, heading: null, body })
    expect(writeAkn(edited)).not.toContain('Другие слова')
    expect(actOf(writeAkn(edited)).textContent).toContain('Слова.')
  })

  it.each([
    '<p>&x;</p>',
    '<p>a</p><p>b</p>',
    '<p class="z">Слова.<i>',
    '<p u:z="">Слова.</p>',
    '</p></body>',
    '<x:p>Слова.</x:p>',
  ])('A6: markup that is no element of the document is never written: %s', (source) => {
    const { id } = unitAttrs(unitNamed(act, '2'))
    const words = makeParagraph('Слова.')
    const body = [words.type.create({ source }, words.content)]
    const edited = editedBy(act, { kind: 'setText', unit: id, heading: null, body })
    expect(writeAkn(edited)).not.toContain(source)
    expect(actOf(writeAkn(edited)).textContent).toBe(edited.textContent)
  })
})

describe('an edited document of the corpus', () => {
  const files = [
    'uk-lawmaker/sppubb_body-only1.xml',
    'ldml-de/samples/bgbl-1_2024_203/regelungstext-verkuendung-1.xml',
  ]

  it.each(files)('A6: keeps every byte before and behind the edited unit: %s', (file) => {
    const source = documentText(file)
    const act = actOf(source)
    const units: Unit[] = []
    walkUnits(act, (unit) => {
      if (bodyOf(unit)[0]?.isTextblock) units.push(unit)
    })
    expect(units.length).toBeGreaterThan(5)
    for (const unit of units.filter((_, index) => index % Math.ceil(units.length / 8) === 0)) {
      const edited = editedBy(act, appended(unit, ' Zusatz.'))
      const written = writeAkn(edited)
      const stretch = changed(source, written)
      expect(stretch.length).toBeLessThan(unit.nodeSize * 30 + 2_000)
      expect(actOf(written).textContent).toBe(edited.textContent)
    }
  })
})

/** What stands in `now` where it differs from `old`. */
function changed(old: string, now: string): string {
  let start = 0
  while (start < old.length && old[start] === now[start]) start++
  let end = 0
  const most = Math.min(old.length, now.length) - start
  while (end < most && old.at(-1 - end) === now.at(-1 - end)) end++
  return now.slice(start, now.length - end)
}
