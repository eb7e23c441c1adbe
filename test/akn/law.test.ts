import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { writeLawAkn } from '#shared/akn/law/write-law.ts'
import { readAkn } from '#shared/akn/read.ts'
import type { AmendingLaw } from '#shared/amend/amending-law.ts'
import { applyLaw } from '#shared/amend/apply/apply.ts'
import { deriveLaw } from '#shared/amend/derive/law.ts'
import { differences } from '#shared/amend/differences.ts'
import { readLawOf } from '#shared/amend/read-law.ts'
import { lawText } from '#shared/amend/wording/law-lines.ts'
import { openFile } from '#shared/open/open.ts'
import { type Act, unitId } from '#shared/schema/act.ts'
import { canonicalText } from '#shared/structure/canonical-text.ts'
import { lawOf } from '../amend/law-of.ts'
import { instructionOf, wordingCases } from '../amend/wording-cases.ts'
import { act, art, para, point, preface } from '../builders/act.ts'
import { faultsOf } from './xmllint.ts'

const base = act(
  preface('Конституция Республики'),
  art('1', undefined, para('1', 'Республика едина.'), para('2', 'Совет дает заключение.')),
  art('2', 'Суд', para('1', 'Суд решает:', point('1', 'дела;'), point('2', 'споры.'))),
  art('3', undefined, para('1', 'Лишнее.')),
)
const draft = act(
  preface('Конституция Республики'),
  art('1', undefined, para('1', 'Республика едина.'), para('2', 'Палата дает заключение.')),
  art('2', 'Суд', para('1', 'Суд решает:', point('1', 'дела;'), point('2', 'споры.'))),
  art('2-1', undefined, para('1', 'Палата «Высшая» судит.'), para('2', 'Она едина.')),
)

function ids(prefix: string) {
  let last = 0
  return () => unitId(`${prefix}-${last++}`)
}

function written(law: AmendingLaw, amended: Act): string {
  return writeLawAkn(law, { base: amended, newId: ids('law') })
}

function readBack(xml: string): Act {
  const read = readAkn(xml, { newId: ids('read') })
  if (!read.ok) throw new Error(read.problem.message)
  return read.value.act
}

const EDITIONS = ['2011-02-02', '2017-03-10', '2019-03-23']

function editionOf(date: string): Act {
  const name = `../shared/corpora/kz/constitution/ru/edition_${date}.txt`
  const opened = openFile({ name, bytes: readFileSync(name) }, { newId: ids(date) })
  const [first] = opened.ok ? opened.value.acts : []
  if (!first) throw new Error(`${name} is not read`)
  return first.act
}

describe('an amending law as Akoma Ntoso', () => {
  it('A30: names source, destination, old and new of each change by eId', () => {
    const { law, proof } = deriveLaw(base, draft)
    expect(proof.holds).toBe(true)
    const xml = written(law, base)
    expect(xml).toContain('<bill ')
    const active = /<activeModifications>[\s\S]*<\/activeModifications>/.exec(xml)?.[0] ?? ''
    const act = '/akn/kz/act/2999-12-31/constitution'
    const [one, two, three] = [
      'art_1__para_1__mod_1',
      'art_1__para_2__mod_1',
      'art_1__para_3__mod_1',
    ]
    expect(active.split('\n').slice(1, -1)).toEqual([
      `<textualMod eId="textualMod_1" type="substitution"><source href="#${one}"/><destination href="${act}/~art_1__para_2"/><old href="#${one}__qtext_1"/><new href="#${one}__qtext_2"/></textualMod>`,
      `<textualMod eId="textualMod_2" type="repeal"><source href="#${two}"/><destination href="${act}/~art_3"/></textualMod>`,
      `<textualMod eId="textualMod_3" type="insertion"><source href="#${three}"/><destination href="${act}/~art_2" pos="after"/><new href="#${three}__qstr_1__art_2-1"/></textualMod>`,
    ])
    expect(xml).toContain(
      `<quotedText eId="${one}__qtext_2" startQuote="«" endQuote="»">Палата</quotedText>`,
    )
  })

  it('A31: read back, it is the same law and does the same', () => {
    const { law } = deriveLaw(base, draft)
    const text = canonicalText(readBack(written(law, base))).text
    expect(text).toBe(lawText(law))
    const { act: amended } = applyLaw(base, readLawOf(base, text), { newId: ids('new') })
    expect(differences(amended, draft)).toEqual([])
  })

  it('A32: quoted units are units, in which quoted quotation marks are kept', () => {
    const xml = written(deriveLaw(base, draft).law, base)
    const structure = /<quotedStructure[\s\S]*?<\/quotedStructure>/.exec(xml)?.[0] ?? ''
    expect(structure).toMatch(/<article eId="[^"]*__qstr_1__art_2-1"><num bapta:as="line">/)
    expect(structure).toContain('<p>Палата «Высшая» судит.</p>')
  })

  it('A33: a law in force from a day says from when its changes are', () => {
    const { law } = deriveLaw(base, draft)
    const when = { kind: 'date', date: '2027-01-01' } as const
    const xml = written({ ...law, commencement: [{ of: null, when }] }, base)
    expect(xml).toContain('<eventRef eId="eref_day_1" date="2027-01-01"')
    expect(xml.split('<force period="#tmpg_1"/>').length - 1).toBe(
      law.amendments[0]?.instructions.length,
    )
  })

  it('A37: a part in force from a day of its own says so of its changes alone', () => {
    const { law } = deriveLaw(base, draft)
    const article = { kind: 'article', label: '1' } as const
    const first = [article, { kind: 'paragraph', label: '1' } as const]
    const xml = written(
      {
        ...law,
        commencement: [
          { of: null, when: { kind: 'days', days: 10 } },
          { of: [first], when: { kind: 'date', date: '2027-01-01' } },
        ],
      },
      base,
    )
    const told = xml.match(/<textualMod [\s\S]*?<\/textualMod>/gu) ?? []
    const sources = (force: boolean) =>
      told
        .filter((one) => one.includes('<force period="#tmpg_1"/>') === force)
        .map((one) => /<source href="#(art_1__para_\w+?)__/u.exec(one)?.[1])
    expect(new Set(sources(true))).toEqual(new Set(['art_1__para_1']))
    expect(sources(false).length).toBeGreaterThan(0)
    expect(sources(false)).not.toContain('art_1__para_1')
  })

  it('A30: an act that is not the base is named by its citation, its units by their addresses', () => {
    const { law } = deriveLaw(base, draft)
    const act = { sort: 'law', title: 'О суде', date: '2001-02-03', number: '5-II', gazette: null }
    const at = [{ kind: 'article', label: '7' } as const]
    const repeal = { kind: 'repealUnit', at, how: 'exclude' } as const
    const amendments = [...law.amendments, { act, instructions: [repeal] }]
    expect(written({ ...law, amendments }, base)).toContain(
      '<destination href="/akn/kz/act/law/2001-02-03/5-ii/~art_7"/>',
    )
  })

  it('A31 A32: the laws between real editions are valid, read back, and quote units', async () => {
    const documents = EDITIONS.slice(1).map((edition, i) => {
      const before = editionOf(EDITIONS[i] ?? '')
      const { law, changes, proof } = deriveLaw(before, editionOf(edition))
      expect(proof.holds).toBe(true)
      const xml = written(law, before)
      expect(canonicalText(readBack(xml)).text).toBe(lawText(law))
      expect(xml.match(/<(?:textual|efficacy)Mod /g)).toHaveLength(changes.length)
      return xml
    })
    expect(documents.join('')).toMatch(/<paragraph eId="\w+__qstr_1__para_[\d-]+"><num>/)
    expect(await faultsOf(documents)).toEqual([])
  })

  it('A30 A31: every wording of every language is valid, and read back as it is written', async () => {
    const documents: string[] = []
    let structured = 0
    for (const { tradition, profile, source, expected } of wordingCases('')) {
      for (const language of expected.keys()) {
        const instructions = source.map((line) => instructionOf(line, language))
        const law = lawOf({ tradition, language, sort: profile, instructions })
        const xml = written(law, base)
        expect(canonicalText(readBack(xml)).text).toBe(lawText(law))
        expect(xml.match(/<(?:textual|efficacy)Mod /g)).toHaveLength(instructions.length)
        for (const [quoted] of xml.matchAll(/<quotedStructure[\s\S]*?<\/quotedStructure>/g)) {
          if (quoted.includes('__qstr_1__')) structured++
          else expect(quoted).not.toContain('<num')
        }
        documents.push(xml)
      }
    }
    expect(documents.length).toBeGreaterThan(400)
    expect(structured).toBeGreaterThan(100)
    expect(await faultsOf(documents)).toEqual([])
  })
})
