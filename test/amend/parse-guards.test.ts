import { describe, expect, it } from 'vitest'
import type { Instruction } from '#shared/amend/instruction.ts'
import { parseAmendingLaw } from '#shared/amend/parse/parse.ts'
import type { Language } from '#shared/schema/act.ts'

const LEADS: Readonly<Record<Language, string>> = {
  ru: 'Статья 1. Внести в Закон Республики Казахстан «О связи» следующие изменения:',
  kk: '1-бап. «Байланыс туралы» Қазақстан Республикасының Заңына мынадай өзгерістер енгізілсін:',
  en: 'Article 1. The following amendments shall be introduced to the Law “On Communications”:',
}

function read(language: Language, command: string): readonly (Instruction | null)[] {
  const { commands } = parseAmendingLaw(`${LEADS[language]}\n1) ${command}`, { language })
  return commands.map(({ instruction }) => instruction)
}

function readPlain(law: string): readonly (Instruction | null)[] {
  const options = { language: 'en', tradition: 'plain' } as const
  return parseAmendingLaw(law, options).commands.map(({ instruction }) => instruction)
}

describe('M61: a unit does not go for what stands in it', () => {
  const unread: readonly (readonly [Language, string])[] = [
    ['ru', 'в статье 5 примечание исключить;'],
    ['ru', 'в пункте 2 статьи 5 условие о сроке исключить;'],
    ['ru', 'примечание к части второй статьи 5 изложить в следующей редакции: «Слова.»;'],
    ['ru', 'в приложении 2 строку 3 изложить в следующей редакции: «3. Услуги»;'],
    ['ru', 'текст статьи 5 изложить в следующей редакции: «Слова закона.»;'],
    ['ru', 'главу 2 исключить, кроме статьи 10;'],
    ['ru', 'по всему тексту, за исключением статьи 5, слово «Совет» заменить словом «Суд»;'],
    ['kk', '2-қосымшада 3-жол мынадай редакцияда жазылсын: «3. Қызмет»;'],
    ['kk', '2-тарау 10-бапты қоспағанда алып тасталсын;'],
    ['en', 'Chapter 2 shall be deleted, except for Article 10;'],
    ['kk', '5-баптың 2-тармағындағы анықтама алып тасталсын;'],
    ['kk', '5-баптың 2-тармағына ескертпе алып тасталсын;'],
    ['en', 'in paragraph 2 of Article 5 the definition shall be deleted;'],
    ['en', 'the table of Article 5 shall be excluded;'],
  ]
  it.each(unread)('M61: %s: %s', (language, command) => {
    expect(read(language, command)).toEqual([null])
  })

  it('M61: «из статьи 5 пункт 2 исключить» takes out the paragraph', () => {
    for (const [language, command] of [
      ['ru', 'из статьи 5 пункт 2 исключить;'],
      ['kk', '5-баптан 2-тармақ алып тасталсын;'],
    ] satisfies readonly (readonly [Language, string])[])
      expect(read(language, command)).toMatchObject([
        { kind: 'repealUnit', at: [{ label: '5' }, { label: '2' }] },
      ])
  })

  it('M61: what is struck in plain English and has no name is not the unit before it', () => {
    const law =
      'Section 5 is amended by striking the tabular array and inserting the following array:'
    expect(readPlain(law).filter((one) => one?.kind === 'repealUnit')).toEqual([])
  })
})

describe('M62: what is counted is counted', () => {
  it('M62: a sentence of a counted part is that part’s, and the part stays', () => {
    expect(
      read('en', 'the second sentence of the third part of Article 5 shall be deleted;'),
    ).toEqual([
      {
        kind: 'omitSentence',
        at: {
          unit: [
            { kind: 'article', label: '5' },
            { kind: 'subparagraph', ordinal: 3 },
          ],
          part: { kind: 'sentence', n: 2 },
        },
      },
    ])
  })

  it('M62: a sentence is added behind the one that is named', () => {
    const command =
      'часть вторую статьи 5 после первого предложения дополнить предложением следующего содержания: «Слова.»;'
    expect(read('ru', command)).toMatchObject([{ kind: 'insertSentences', after: 1 }])
  })

  it('M62: a part is added in the place that its count gives', () => {
    const command =
      'paragraph 1 of Article 5 shall be supplemented with the second part as follows: “Words.”;'
    expect(read('en', command)).toMatchObject([
      { kind: 'insertUnit', place: { by: 'ordinal', n: 2 } },
    ])
  })
})

describe('M63: words about a command are no command', () => {
  it('M63: “a new paragraph to read as follows” adds one', () => {
    const law =
      'Section 5(b) is amended as follows:\n(1) A new paragraph (4) to read as follows:\n"(4) Words.".'
    expect(readPlain(law)).toMatchObject([{ kind: 'insertUnit', unit: { label: '4' } }])
  })

  it('M63: “the newly redesignated paragraph” is not given a number again', () => {
    const law =
      'Section 5 is amended as follows:\n(1) The newly redesignated paragraph (9A) is amended by striking the phrase "absentee" and inserting the phrase "mail-in" in its place.'
    expect(readPlain(law).map((one) => one?.kind)).toEqual(['substituteWords'])
  })
})

describe('M65: a place that a setter names holds for all commands below it', () => {
  it.each([
    ['ru', 'в пункте 2 статьи 5:\nслово «А» заменить словом «Б»;\nслово «В» заменить словом «Г»;'],
    [
      'kk',
      '5-баптың 2-тармағында:\n«А» деген сөз «Б» деген сөзбен ауыстырылсын;\n«В» деген сөз «Г» деген сөзбен ауыстырылсын;',
    ],
    [
      'kk',
      '5-баптың 2-тармағында: «А», «В» деген сөздер тиісінше «Б», «Г» деген сөздермен ауыстырылсын; «Д» деген сөз алып тасталсын;',
    ],
  ] satisfies readonly (readonly [Language, string])[])('M65: %s: %s', (language, command) => {
    const at = {
      unit: [
        { kind: 'article', label: '5' },
        { kind: 'paragraph', label: '2' },
      ],
    }
    expect(read(language, command)).toMatchObject([{ at }, { at }])
  })
})
