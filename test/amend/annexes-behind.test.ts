import { describe, expect, it } from 'vitest'
import { writeLawAkn } from '#shared/akn/law/write-law.ts'
import { readAkn } from '#shared/akn/read.ts'
import { writeAkn } from '#shared/akn/write.ts'
import { deriveLaw } from '#shared/amend/derive/law.ts'
import { amendingLawAct } from '#shared/amend/law-act.ts'
import { lawText } from '#shared/amend/wording/law-lines.ts'
import { type Act, type Language, makeUnit, type Unit, unitId } from '#shared/schema/act.ts'
import { canonicalText } from '#shared/structure/canonical-text.ts'
import { faultsOf } from '../akn/xmllint.ts'
import { art, lawIn, para, preface } from '../builders/act.ts'

const WORDS = {
  ru: { title: 'О связи', list: 'Перечень', first: 'Первое.', other: 'Иное.', mail: 'Почта.' },
  kk: {
    title: 'Байланыс туралы',
    list: 'Тізбе',
    first: 'Бірінші.',
    other: 'Өзге.',
    mail: 'Пошта.',
  },
  en: { title: 'On Communications', list: 'List', first: 'First.', other: 'Other.', mail: 'Mail.' },
} as const

const annex = (label: string, heading: string, ...units: readonly Unit[]): Unit =>
  makeUnit({ id: unitId(`annex-${label}`), kind: 'annex', label }, { heading, units })

const base = (language: Language): Act => {
  const { title, list, first } = WORDS[language]
  return lawIn(
    language,
    preface(title),
    art('1', '', para('1', first)),
    annex('1', list, para('1', first), para('2', first)),
  )
}
const draft = (language: Language): Act => {
  const { title, list, first, other, mail } = WORDS[language]
  return lawIn(
    language,
    preface(title),
    art('1', '', para('1', other)),
    annex('1', `${list} 1`, para('1', other), para('2', mail)),
    annex('2', list, para('1', mail), para('2', first)),
  )
}
const RESTATED = {
  default: 'minimal',
  units: new Map([[unitId('annex-1'), 'restate' as const]]),
} as const

const SAID = {
  ru: [
    'приложение 1 изложить в редакции согласно приложению 1 к настоящему Закону;',
    'дополнить приложением 2 согласно приложению 2 к настоящему Закону.',
    'Приложение 2 к Закону Республики Казахстан',
  ],
  kk: [
    '1-қосымша осы Заңға 1-қосымшаға сәйкес редакцияда жазылсын;',
    'осы Заңға 2-қосымшаға сәйкес 2-қосымшамен толықтырылсын.',
    'Қазақстан Республикасының Заңына 2-қосымша',
  ],
  en: [
    'Annex 1 shall be stated in the wording according to Annex 1 to this Law;',
    'to add Annex 2 according to Annex 2 to this Law.',
    'Annex 2 to the Law of the Republic of Kazakhstan',
  ],
} as const

function ids(prefix: string) {
  let last = 0
  return () => unitId(`${prefix}-${last++}`)
}

describe('M87: annexes that come or are restated stand behind the law', () => {
  for (const language of ['ru', 'kk', 'en'] satisfies Language[]) {
    const made = () => deriveLaw(base(language), draft(language), { wordings: RESTATED })

    it(`M87: with a reference in the command, read back and proved, in ${language}`, () => {
      const { law, proof } = made()
      const text = lawText(law)
      expect(law.annexes, text).toBe('behind')
      expect(proof, text).toEqual({ holds: true, differences: [], undone: [] })
      for (const words of SAID[language]) expect(text).toContain(words)
      expect(text.trim().endsWith(WORDS[language].first)).toBe(true)
    })

    it(`M87: the document and its Akoma Ntoso have them as annexes, in ${language}`, async () => {
      const { law } = made()
      const text = lawText(law)
      expect(canonicalText(amendingLawAct(law, ids('law'))).text).toBe(text)
      const xml = writeLawAkn(law, { base: base(language), newId: ids('law') })
      expect(xml.split('<attachment ').length - 1).toBe(2)
      expect(xml).toMatch(/<textualMod [^>]*type="insertion">.*<new href="#att_nn_2"\/>/)
      const links = [...xml.matchAll(/<ref [^>]*att_1">([^<]*)<\/ref>/g)].map(([, words]) => words)
      expect(links).toHaveLength(1)
      const read = readAkn(xml, { newId: ids('read') })
      if (!read.ok) throw new Error(read.problem.message)
      expect(canonicalText(read.value.act).text).toBe(text)
      expect(writeAkn(read.value.act)).toBe(xml)
      expect(await faultsOf([xml])).toEqual([])
    })
  }

  it('M87: one annex has no number', () => {
    const { law, proof } = deriveLaw(
      base('ru'),
      lawIn('ru', ...base('ru').children, annex('2', 'Перечень', para('1', 'Почта.'))),
    )
    expect(proof.holds).toBe(true)
    expect(lawText(law)).toContain(
      'дополнить приложением 2 согласно приложению к настоящему Закону.',
    )
    expect(lawText(law)).toContain('\nПриложение к Закону Республики Казахстан\nПриложение 2')
  })

  it('M87: an annex that reads otherwise behind the law is quoted in its command', () => {
    const { law, proof } = deriveLaw(
      base('ru'),
      lawIn(
        'ru',
        ...base('ru').children,
        annex('2', 'Список', para('1', 'Почта согласно приложению 1 к настоящему Закону.')),
      ),
    )
    expect(proof.holds).toBe(true)
    expect(law.annexes).toBe(undefined)
    expect(lawText(law)).toContain('дополнить приложением 2 следующего содержания:')
  })
})
