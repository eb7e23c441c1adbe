import { describe, expect, it } from 'vitest'
import { writeAkn } from '#shared/akn/write.ts'
import { unitId } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { applyEditToAct } from '#shared/structure/apply-edit.ts'
import { act, art, chapter, para, point, preface, withId } from '#test/builders/act.ts'
import { actOf, read } from './documents.ts'

const LAW = act(
  preface('Закон Республики Казахстан', 'от 30 августа 1995 года № 2454-I'),
  chapter('1', 'О суде', art('5', 'Суд', para('1', 'Суд един.'), para('2', 'Суд решает.'))),
  art('6', 'Порядок', 'По статье 5, пунктам 1 и 2 статьи 5 и по статьям 7-9.'),
  art('7', 'А', 'А.'),
  art('8', 'Б', 'Б.'),
  art('9', 'В', 'В.', point('10-1', 'г;')),
)

describe('the metadata', () => {
  it('A14: names work, expression and manifestation by date, number, language and version', () => {
    const written = writeAkn(LAW, { metadata: { subtype: 'law', version: '2022-06-08' } })
    for (const iri of [
      '/akn/kz/act/law/1995-08-30/2454-i',
      '/akn/kz/act/law/1995-08-30/2454-i/rus@2022-06-08',
      '/akn/kz/act/law/1995-08-30/2454-i/rus@2022-06-08.xml',
    ]) {
      expect(written).toContain(`<FRBRuri value="${iri}"/>`)
    }
    expect(written).toContain('<FRBRlanguage language="rus"/>')
    expect(written).toContain('date="1995-08-30" source="#original" type="generation"')
  })

  it('A14: is kept when a document of ours is read, and written again', () => {
    const metadata = { type: 'bill', number: '17', alias: 'Z1700000051' } as const
    const written = writeAkn(LAW, { metadata })
    expect(written).toContain('<bill name=')
    expect(writeAkn(actOf(written))).toBe(written)
  })

  it('A14: tells the amendments that publishers’ notes name', () => {
    const note = schema.nodes.note.create(null, [
      schema.text('Сноска. Статья 1 в редакции Закона РК от 10.03.2017 № 51-VI.'),
    ])
    const written = writeAkn(act(art('1', 'А', 'А.', note)))
    expect(written).toContain('href="/akn/kz/act/law/2017-03-10/51-vi"')
    expect(written).toContain('date="2017-03-10" source="#amendment_1" type="amendment"')
    expect(written).toContain('<p><remark status="editorial">Сноска.')
  })

  it('A14: names and stores nothing of the day on which it is written', () => {
    expect(writeAkn(act(art('1', 'А', 'А.')))).toContain('date="2999-12-31"')
  })
})

describe('ids and references', () => {
  it('A7: an eId is made from place and number', () => {
    const written = writeAkn(LAW)
    for (const id of ['chp_1', 'art_5', 'art_5__para_2', 'art_9__point_10-1']) {
      expect(written).toContain(`eId="${id}"`)
    }
  })

  it('A7: a unit that got another number tells the old one, and a mapping says so', () => {
    const moved = applyEditToAct(LAW, {
      kind: 'setLabel',
      unit: unitId('article-9'),
      label: '10',
      num: null,
    })
    const written = moved.ok ? writeAkn(moved.value, { base: LAW }) : ''
    expect(written).toContain('<article eId="art_10" wId="art_9" GUID="article-9">')
    expect(written).toContain('original="#art_9" current="#art_10"')
  })

  it('A15: writes a reference as a link to the units that it names', () => {
    const written = writeAkn(LAW)
    expect(written).toContain('href="#art_5">статье 5</ref>')
    expect(written).toMatch(/<mref [^>]*>пунктам <ref [^>]*href="#art_5__para_1">1<\/ref> и /)
    expect(written).toMatch(/<rref [^>]*from="#art_7" upTo="#art_9">статьям 7-9<\/rref>/)
  })

  it('A15: links to another act by its IRI where that is known', () => {
    const iri = '/akn/kz/act/1995-08-30/constitution'
    const other = { id: 'c', names: ['Конституция'], act: act(art('3', 'А', 'А.')), iri }
    const law = act(preface('Закон'), art('1', 'А', 'По статье 3 Конституции.'))
    const inLaw = law.type.create({ ...law.attrs, profile: 'law' }, law.content)
    const written = writeAkn(inLaw, { others: [other] })
    expect(written).toContain(`href="${iri}/~art_3"`)
    expect(writeAkn(inLaw)).not.toContain('<ref ')
  })

  it('A4: gives a second unit of one id another', () => {
    const twice = act(withId('x', art('1', 'А', 'А.')), withId('x', art('2', 'Б', 'Б.')))
    expect([...writeAkn(twice).matchAll(/GUID="x"/g)]).toHaveLength(1)
    expect(read(writeAkn(twice)).act.childCount).toBe(2)
  })

  it('A2: tells a document of ours that somebody changed, and keeps what was put in', () => {
    const changed = writeAkn(LAW).replace('<p>А.</p>', '<p class="mark">А.</p>')
    expect(writeAkn(actOf(changed))).toBe(changed)
  })
})
