import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseAmendingLaw } from '#shared/amend/parse/parse.ts'
import { casesOf, type InstructionCase } from './instruction-cases.ts'

/** A case in each of the three languages, and all of them as expected. */
function prove(rule: string, languages = ['-ru', '-kk', '-en']): void {
  const cases = casesOf(rule)
  const missing = languages.filter((suffix) => !cases.some(({ name }) => name.includes(suffix)))
  expect(missing).toEqual([])
  const wanted = ({ name, expected }: InstructionCase) => ({ name, found: expected })
  expect(cases.map(({ name, found }) => ({ name, found }))).toEqual(cases.map(wanted))
}

describe('the cases of test/fixtures/instructions', () => {
  it('M2: words, figures and marks that give way to others', () => prove('M2'))
  it('M3: units, headings and sentences restated', () => prove('M3'))
  it('M4: units and sentences put in', () => prove('M4'))
  it('M5: words put in', () => prove('M5'))
  it('M6: words and units taken out', () => prove('M6'))
  it('M7: units renumbered, moved, suspended', () => prove('M7'))
  it('M78: the first and the last day of a suspension', () => prove('M78'))
  it('M88: of which act a unit is repealed or suspended by itself', () => {
    prove('M88')
    const acts = (text: string) =>
      parseAmendingLaw(text, { language: 'ru' }).law.amendments.map(({ act }) => [
        act.title,
        act.date,
      ])
    const suspended = (title: string, year: number) =>
      `Приостановить до 1 января 2030 года действие статьи 7 Закона Республики Казахстан от 5 июля ${year} года № 5-II "${title}".`
    const law = `Статья 1. ${suspended('О связи', 2004)}\nСтатья 2. ${suspended('О почте', 2005)}`
    expect(acts(law)).toEqual([
      ['О связи', '2004-07-05'],
      ['О почте', '2005-07-05'],
    ])
  })
  it('M8: targets that setters leave to commands; several acts', () => prove('M8', ['-ru', '-kk']))
  it('M9: quotation marks, Markdown and lines as they come', () => prove('M9', ['-ru', '-kk']))
  it('M10: what is not understood, and what commands nothing', () => prove('M10', ['-ru', '-kk']))
  it('M11: rows and annexes', () => prove('M11', ['-ru']))
  it('M68: annexes that stand behind the law', () => prove('M68'))
  it('M66: sections by their number in a code', () => prove('M66', ['-en']))
  it('M83: sections that a law enacts for another act', () => prove('M83', ['-en']))
  it('M84: sections of a title of a code', () => prove('M84', ['-en']))
  it('M85: what is restated without quotation marks', () => prove('M85', ['-en']))
  it('M89: units that are amended by what is done in them', () => prove('M89', ['-en']))
  it('M90: words of which only the ends are quoted, and words that tell where', () =>
    prove('M90', ['-en']))
  it('M110: the annex of an act that has one', () => prove('M110'))
  it('M91: the text of a unit becomes a unit in it', () => prove('M91'))
  it('M92: tables of contents', () => prove('M92', ['-en']))
  it('M93: the noun of the last number', () => prove('M93', ['-en']))
  it('M95: what acts lose by themselves', () => prove('M95', ['-en']))
  it('M96: several new units behind one', () => prove('M96', ['-en']))
  it('M100: what stands before the verb only tells where', () => prove('M100', ['-ru']))
  it('M101: counts and numbers hold while a command is done', () => prove('M101', ['-ru', '-kk']))
  it('M102: a heading together with other text', () => prove('M102', ['-ru', '-kk']))
  it('M103: numbers as laws print them', () => prove('M103', ['-ru', '-kk']))
  it('M104: where a new unit goes', () => prove('M104', ['-ru', '-kk']))
  it('M105: words called and restated', () => prove('M105', ['-ru', '-kk']))
  it('M67: words that hold quotation marks', () => prove('M67', ['-en']))
})

const LAW = `О внесении изменений в Закон Республики Казахстан "О связи"
Статья 1. Внести в Закон Республики Казахстан от 5 июля 2004 года № 567-II "О связи" (Ведомости Парламента Республики Казахстан, 2004 г., № 14, ст. 81) следующие изменения:
1) в статье 3 слово "день" заменить словом "час";
2) статью 4 исключить.
Статья 2. Настоящий Закон вводится в действие с 1 июля 2030 года.
Президент
Республики Казахстан И. Иванов`

describe('a law around its instructions', () => {
  it('M12: title, cited act, commencement and signature are told from the instructions', () => {
    const { law } = parseAmendingLaw(LAW)
    expect(law.title).toBe('О внесении изменений в Закон Республики Казахстан "О связи"')
    expect(law.amendments.map(({ act }) => act)).toEqual([
      {
        sort: 'law',
        title: 'О связи',
        date: '2004-07-05',
        number: '567-II',
        gazette: 'Ведомости Парламента Республики Казахстан, 2004 г., № 14, ст. 81',
      },
    ])
    expect(law.commencement).toEqual([{ of: null, when: { kind: 'date', date: '2030-07-01' } }])
    expect(law.signature).toEqual(['Президент', 'Республики Казахстан И. Иванов'])
  })

  it('M12: each command has its place and its words in the text of the law', () => {
    const { commands } = parseAmendingLaw(LAW)
    expect(commands.map(({ n, range }) => [n, LAW.slice(range.start, range.end)])).toEqual([
      [1, '1) в статье 3 слово "день" заменить словом "час";'],
      [2, '2) статью 4 исключить.'],
    ])
  })
})

const WORDS = fc.constantFrom(
  ...'в статье 5 пункт 2 1) 2. слово слова "а" «б» заменить словами исключить ; : . дополнить подпунктом 3-1) следующего содержания изложить в редакции ( ) " « » \n Статья 7. баптың 3-тармағы мынадай редакцияда жазылсын деген сөз ауыстырылсын section is amended by striking and inserting “x” — the period'.split(
    ' ',
  ),
)

describe('any text', () => {
  it('M13: is parsed without a throw, and every command lies in it', () => {
    const text = fc.oneof(
      fc.array(WORDS, { maxLength: 60 }).map((words) => words.join(' ')),
      fc.string({ unit: 'binary', maxLength: 200 }),
    )
    fc.assert(
      fc.property(text, fc.constantFrom('ru', 'kk', 'en'), (source, language) => {
        const { commands } = parseAmendingLaw(source, { language })
        for (const { range } of commands) {
          expect(range.start).toBeGreaterThanOrEqual(0)
          expect(range.end).toBeLessThanOrEqual(source.length)
        }
        expect(commands.map(({ n }) => n)).toEqual(commands.map((_, i) => i + 1))
      }),
      { numRuns: 400 },
    )
  })

  it('M13: of ten times the length is read in the same steps for each part', () => {
    const part = `1) в статье 3 слова "день" заменить словами "час";\n`
    const many = parseAmendingLaw(part.repeat(2000), { language: 'ru' }).commands
    expect(many).toHaveLength(2000)
    expect(parseAmendingLaw('"'.repeat(20_000), { language: 'ru' }).commands).toEqual([])
    expect(parseAmendingLaw('«'.repeat(20_000), { language: 'ru' }).commands).toEqual([])
    expect(parseAmendingLaw('('.repeat(20_000), { language: 'ru' }).commands).toEqual([])
  })
})
