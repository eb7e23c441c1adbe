import { describe, expect, it } from 'vitest'
import { type Act, headingOf, unitAttrs, walkUnits } from '#shared/schema/act.ts'
import { read } from './lost.ts'

/** Kind, number, heading and words of each unit, by its depth. */
function told(act: Act): readonly string[] {
  const lines: string[] = []
  walkUnits(act, (unit, parents) => {
    const { kind, label } = unitAttrs(unit)
    const heading = headingOf(unit)?.textContent
    const words = unit.children.filter(({ type }) => type.name === 'paragraph')
    const said = [kind, label, heading && `«${heading}»`, ...words.map((one) => one.textContent)]
    lines.push(`${'  '.repeat(parents.length)}${said.filter(Boolean).join(' ')}`)
  })
  return lines
}

const chapters = (closing: string, number = '') => `ЗАКОН

Глава 1. Сроки

Статья 1. Срок ответа
Ответ дают за пять дней.
${number}
${closing}

Статья 2. Вступление в силу
Закон вводится в действие с нового года.
`

describe('R55: a heading in capitals without a number that ends an act', () => {
  it.each([
    'ПЕРЕХОДНЫЕ ПОЛОЖЕНИЯ',
    'ЗАКЛЮЧИТЕЛЬНЫЕ ПОЛОЖЕНИЯ',
    'ЗАКЛЮЧИТЕЛЬНЫЕ И ПЕРЕХОДНЫЕ ПОЛОЖЕНИЯ',
  ])('R55: %s opens a division and stays in no article', (closing) => {
    expect(told(read(chapters(closing)).act)).toEqual([
      'preface «ЗАКОН»',
      'chapter 1 «Сроки»',
      '  article 1 «Срок ответа» Ответ дают за пять дней.',
      `book «${closing}»`,
      '  article 2 «Вступление в силу» Закон вводится в действие с нового года.',
    ])
  })

  it('R55: in Kazakh too', () => {
    const lines = told(
      read(`ЗАҢ

1-бап. Мерзім
Жауап бес күнде беріледі.

ӨТПЕЛІ ЕРЕЖЕЛЕР

2-бап. Күшіне ену
Заң жаңа жылдан бастап қолданысқа енгізіледі.
`).act,
    )
    expect(lines).toContain('book «ӨТПЕЛІ ЕРЕЖЕЛЕР»')
    expect(lines.at(-1)).toMatch(/^ {2}article 2 /u)
  })

  it('R55: right behind a number it is the heading of that unit, and in a sentence nothing', () => {
    const numbered = told(read(chapters('ПЕРЕХОДНЫЕ ПОЛОЖЕНИЯ', '\nГлава 2')).act)
    expect(numbered).toContain('chapter 2 «ПЕРЕХОДНЫЕ ПОЛОЖЕНИЯ»')
    expect(numbered.filter((line) => line.startsWith('book'))).toEqual([])
    const small = told(read(chapters('Переходные положения действуют до нового года.')).act)
    expect(small.filter((line) => line.startsWith('book'))).toEqual([])
  })
})

describe('R56: words behind «§ 5.» that end with a full stop', () => {
  it('R56: are a sentence where headings have none', () => {
    const { act } = read(`LAW ON NOTICES

§ 1. A notice shall be given in writing.

(1) It is signed.

§ 2. Term of notice

(1) The term is five days.

§ 3. A late notice is void.

(1) It is sent back.
`)
    expect(told(act)).toEqual([
      'preface «LAW ON NOTICES»',
      'section 1 A notice shall be given in writing.',
      '  subsection 1 It is signed.',
      'section 2 «Term of notice»',
      '  subsection 1 The term is five days.',
      'section 3 A late notice is void.',
      '  subsection 1 It is sent back.',
    ])
  })

  it('R56: are headings where all end so', () => {
    const { act } = read(`NOTICES ACT

§ 1. Short title.

(a) This Act may be cited as the Notices Act.

§ 2. Term.

(a) The term is five days.
`)
    expect(told(act)).toContain('section 1 «Short title.»')
    expect(told(act)).toContain('section 2 «Term.»')
  })
})
