import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { writeLawAkn } from '#shared/akn/law/write-law.ts'
import { readAkn } from '#shared/akn/read.ts'
import { writeAkn } from '#shared/akn/write.ts'
import type { AmendingLaw } from '#shared/amend/amending-law.ts'
import { deriveLaw } from '#shared/amend/derive/law.ts'
import { lawText } from '#shared/amend/wording/law-lines.ts'
import { type Act, type Language, unitId } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { canonicalText } from '#shared/structure/canonical-text.ts'
import { applyEdit } from '#shared/sync/edit.ts'
import { createDraftView } from '#shared/sync/project.ts'
import { seedDraft } from '#shared/sync/seed.ts'
import { CONSTITUTIONS, lawOf } from '../amend/law-of.ts'
import { instructionOf, wordingCases } from '../amend/wording-cases.ts'
import { actIn, art, para, point, preface } from '../builders/act.ts'
import { faultsOf } from './xmllint.ts'

const base = (language: Language) =>
  actIn(
    language,
    preface(CONSTITUTIONS[language]),
    art('1', '', para('1', 'Республика едина.'), para('2', 'Совет дает заключение.')),
    art('2', 'Суд', para('1', 'Суд решает:', point('1', 'дела;'), point('2', 'споры.'))),
    art('3', '', para('1', 'Лишнее.'), para('2', 'Иное.'), para('3', 'Третье.')),
  )
const draft = (language: Language) =>
  actIn(
    language,
    preface(CONSTITUTIONS[language]),
    art('1', '', para('1', 'Республика сильна.'), para('2', 'Палата дает заключение.')),
    art('2', 'Суд', para('1', 'Суд решает:', point('1', 'дела;'), point('2', 'споры.'))),
    art('2-1', '', para('1', 'Палата «Высшая» судит.'), para('2', 'Она едина.')),
    art('3', '', para('1', 'Лишнее.')),
  )

function ids(prefix: string) {
  let last = 0
  return () => unitId(`${prefix}-${last++}`)
}

function read(xml: string): Act {
  const answer = readAkn(xml, { newId: ids('read') })
  if (!answer.ok) throw new Error(answer.problem.message)
  return answer.value.act
}

function written(law: AmendingLaw, language: Language = 'ru'): string {
  return writeLawAkn(law, { base: base(language), newId: ids('law') })
}

const DAY = { law: { kind: 'date', date: '2027-01-01' }, units: new Map() } as const
const lawIn = (language: Language) =>
  deriveLaw(base(language), draft(language), { inForce: DAY }).law

const LANGUAGES = ['ru', 'kk', 'en'] satisfies Language[]

describe('M81: a law read from Akoma Ntoso is written again with its marks', () => {
  for (const language of LANGUAGES)
    it(`M81: to the byte, in ${language}`, () => {
      const xml = written(lawIn(language), language)
      expect(xml).toContain('<activeModifications>')
      expect(writeAkn(read(xml))).toBe(xml)
    })

  it('M81: to the byte for every wording of every language', () => {
    let laws = 0
    for (const { tradition, profile, source, expected } of wordingCases('')) {
      for (const language of expected.keys()) {
        const instructions = source.map((line) => instructionOf(line, language))
        const xml = written(lawOf({ tradition, language, sort: profile, instructions }))
        expect(writeAkn(read(xml))).toBe(xml)
        laws++
      }
    }
    expect(laws).toBeGreaterThan(400)
  })

  it('M81: what was edited since has no marks, and all else keeps its own', async () => {
    const xml = written(lawIn('ru'))
    const law = read(xml)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, seedDraft(law))
    const unit = law.child(1).children.find((one) => one.attrs['label'] === '2')
    const body = [schema.nodes.paragraph.create(null, schema.text('Пункт 2 статьи 1 исключить.'))]
    const id = unitId(String(unit?.attrs['id']))
    applyEdit(doc, { kind: 'setText', unit: id, heading: null, body }, { origin: 'test', at: 0 })
    const edited = writeAkn(createDraftView(doc).act)
    const count = (text: string) => text.split('<textualMod ').length - 1
    expect(count(edited)).toBe(count(xml) - 1)
    expect(edited).not.toContain('art_1__para_2__mod_1')
    expect(edited).toContain('Пункт 2 статьи 1 исключить.')
    expect(edited.split('<mod ').length).toBe(xml.split('<mod ').length - 1)
    expect(await faultsOf([edited])).toEqual([])
  })

  it('M81: a unit that takes another number takes its marks along', async () => {
    const xml = written(lawIn('ru'))
    const doc = new Y.Doc()
    const law = read(xml)
    Y.applyUpdate(doc, seedDraft(law))
    const unit = law.child(1).children.find((one) => one.attrs['label'] === '3')
    const id = unitId(String(unit?.attrs['id']))
    applyEdit(doc, { kind: 'setLabel', unit: id, label: '9', num: null }, { origin: 'test', at: 0 })
    const edited = writeAkn(createDraftView(doc).act)
    expect(edited).toContain('<mod eId="art_1__para_9__mod_1">')
    expect(edited).toContain('<source href="#art_1__para_9__mod_1"/>')
    expect(edited).not.toContain('art_1__para_3__mod')
    expect(await faultsOf([edited])).toEqual([])
  })
})

describe('M82: what a command names of the amended act is a link', () => {
  const ACT = {
    ru: 'Конституцию Республики Казахстан',
    kk: 'Қазақстан Республикасының Конституциясына',
    en: 'Constitution of the Republic of Kazakhstan',
  } as const

  for (const language of LANGUAGES)
    it(`M82: units, those of a lead-in, and the act, in ${language}`, async () => {
      const xml = written(lawIn(language), language)
      const links = [...xml.matchAll(/<ref eId="[^"]*" href="(\/akn[^"]*)">([^<]*)<\/ref>/g)]
      const hrefs = links.map(([, href = '']) => href.replace(/^.*?(~|$)/u, ''))
      expect(hrefs, xml).toEqual(
        expect.arrayContaining(['', 'art_1', 'art_1__para_1', 'art_1__para_2']),
      )
      expect(hrefs.join(' ')).not.toContain('art_2-1')
      expect(links.map(([, , words]) => words).join('|')).toContain(ACT[language])
      const [list = ''] = /<mref [\s\S]*?<\/mref>/.exec(xml) ?? []
      expect([...list.matchAll(/~(\w+)"/g)].map(([, eId]) => eId)).toEqual([
        'art_3__para_2',
        'art_3__para_3',
      ])
      expect(canonicalText(read(xml)).text).toBe(lawText(lawIn(language)))
      expect(await faultsOf([xml])).toEqual([])
    })
})
