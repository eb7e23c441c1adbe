import { describe, expect, it } from 'vitest'
import { readTextSteps } from '#shared/read/read.ts'
import { titleOf, unitAttrs, walkUnits } from '#shared/schema/act.ts'
import { read } from './lost.ts'
import { outlineOf } from './outline-of.ts'

function reads(text: string): string {
  return outlineOf(read(text, CONSTITUTION_RU).act)
}

const CONSTITUTION_RU = { tradition: 'kz', profile: 'constitution', language: 'ru' } as const
const LAW_RU = { ...CONSTITUTION_RU, profile: 'law' } as const
const LAW_KK = { ...LAW_RU, language: 'kk' } as const
const LAW_EN = { ...LAW_RU, language: 'en' } as const
const PLAIN = { tradition: 'plain', profile: 'act', language: 'en' } as const

describe('heads', () => {
  it('R4: opens a unit by its word and number, with the heading on its line or the next', () => {
    expect(
      reads(
        'Раздел I\nОбщие положения\n\nСтатья 1\n1. Народ.\n\nРАЗДЕЛ ВТОРОЙ. Человек\nСтатья 2. Право\n1. Каждый.',
      ),
    ).toBe(
      'part I | # Общие положения\n  article 1\n    paragraph 1 | Народ.\npart 2 | # Человек\n  article 2 | # Право\n    paragraph 1 | Каждый.',
    )
  })

  it('R4: keeps the number as printed where the profile prints another', () => {
    const nums: (string | null)[] = []
    walkUnits(read('РАЗДЕЛ I.\nСтатья 5\nСлова.', CONSTITUTION_RU).act, (unit) =>
      nums.push(unitAttrs(unit).num),
    )
    expect(nums).toEqual(['РАЗДЕЛ I.', null])
  })

  it('R4: reads the number before the word in Kazakh', () => {
    const text = '1-бөлім. Жалпы\n2-тарау. Сот\n10-1-бап. Судья\n1. Сөз.\nІІ бөлім\nСоңғы'
    expect(outlineOf(read(text, LAW_KK).act)).toBe(
      'part 1 | # Жалпы\n  chapter 2 | # Сот\n    article 10-1 | # Судья\n      paragraph 1 | Сөз.\npart II | # Соңғы',
    )
  })

  it('R4: takes a sentence that cites an article for no head', () => {
    expect(reads('Статья 5\nСтатья 44 Конституции применяется судом.\nстатьи 7 и 8')).toBe(
      'article 5 | Статья 44 Конституции применяется судом.\n  subparagraph | статьи 7 и 8'.replace(
        'subparagraph',
        'alinea',
      ),
    )
  })

  it('R4: joins a heading torn in two', () => {
    expect(
      outlineOf(
        read(
          'Глава 3. ПРАВОНАРУШЕНИЯ ПРОТИВ\nПРАВ ЧЕЛОВЕКА\nСтатья 1. Нарушение права\nна жизнь\n1. Слова.',
          LAW_RU,
        ).act,
      ),
    ).toBe(
      'chapter 3 | # ПРАВОНАРУШЕНИЯ ПРОТИВ ПРАВ ЧЕЛОВЕКА\n  article 1 | # Нарушение права на жизнь\n    paragraph 1 | Слова.',
    )
  })

  it('R4: nests kinds as the act does, not as most acts do', () => {
    const text =
      'Article I\n\nSection 1\n\nWords one.\n\nSection 2\n\nWords two.\n\nArticle II\n\nSection 1\n\nWords three.'
    expect(outlineOf(read(text, LAW_EN).act)).toBe(
      'article I\n  section 1 | Words one.\n  section 2 | Words two.\narticle II\n  section 1 | Words three.',
    )
  })

  it('R5: doubts a number glued to a word and a raised figure that was flattened', () => {
    const { problems } = read(
      'Статья 24\nА.\nСтатья 242\nБ.\nСтатья 25\nВ.\nСтатья 26Верховный Суд.',
      CONSTITUTION_RU,
    )
    expect(problems.map(({ code }) => code)).toEqual(['read/glued-number', 'read/flattened-number'])
    expect(problems[1]?.message).toContain('24-2')
  })
})

describe('numbers in the text', () => {
  it('R6: nests paragraphs, points and unnumbered parts', () => {
    expect(
      reads(
        'Статья 12\n3. Не имеют права:\n1) граждане:\nсудимые;\nпрочие;\n10-1) лица.\nЧасть вторая.\n3-1. Дальше.',
      ),
    ).toBe(
      [
        'article 12',
        '  paragraph 3 | Не имеют права:',
        '    point 1 | граждане:',
        '      alinea | судимые;',
        '      alinea | прочие;',
        '    point 10-1 | лица.',
        '    subparagraph | Часть вторая.',
        '  paragraph 3-1 | Дальше.',
      ].join('\n'),
    )
  })

  it('R6: leaves a sentence inside a list to the item whose list goes on after it', () => {
    expect(
      reads(
        'Статья 6\n1. Не вправе:\n1) первый.\nЭто не касается второго.\n2) второй.\nОбщее правило.',
      ),
    ).toBe(
      'article 6\n  paragraph 1 | Не вправе:\n    point 1 | первый.\n      subparagraph | Это не касается второго.\n    point 2 | второй.\n    subparagraph | Общее правило.',
    )
  })

  it('R6: tells a list inside a list by its colon and its semicolons', () => {
    expect(reads('Статья 44\n1. Президент:\n1. назначает;\n2. освобождает.\n2. Парламент.')).toBe(
      'article 44\n  paragraph 1 | Президент:\n    point 1 | назначает;\n    point 2 | освобождает.\n  paragraph 2 | Парламент.',
    )
  })

  it('R6: takes dates and torn-off references for no numbers', () => {
    expect(
      reads('Статья 1\n1. Вводится с\n08.06.2022 согласно пунктам\n1)\n, 2) и\n№ 5\n; дальше.'),
    ).toBe(
      'article 1\n  paragraph 1 | Вводится с 08.06.2022 согласно пунктам 1), 2) и № 5; дальше.',
    )
  })

  it('R7: reads sections, subsections, letters and Roman numerals of plain English acts', () => {
    const text =
      '5. Notice\n(1) Notice must be given\n(a) in writing;\n(i) by post; or\n(ii) by hand; and\n(b) in time.\n(2) Late notice is void.\n6. Costs\n(1) Costs follow.'
    expect(outlineOf(read(text, PLAIN).act)).toBe(
      [
        'section 5 | # Notice',
        '  subsection 1 | Notice must be given',
        '    paragraph a | in writing;',
        '      subparagraph i | by post; or',
        '      subparagraph ii | by hand; and',
        '    paragraph b | in time.',
        '  subsection 2 | Late notice is void.',
        'section 6 | # Costs',
        '  subsection 1 | Costs follow.',
      ].join('\n'),
    )
  })

  it('R7: takes (i) for the letter after (h) unless (ii) follows it', () => {
    const letters = '1. Title\n(1) Words:\n(g) seven;\n(h) eight;\n(i) nine;\n(j) ten.'
    expect(outlineOf(read(letters, PLAIN).act)).toContain(
      '    paragraph i | nine;\n    paragraph j | ten.',
    )
    const numerals = '1. Title\n(1) Words:\n(h) eight:\n(i) one;\n(ii) two;\n(i) nine.'
    expect(outlineOf(read(numerals, PLAIN).act)).toContain(
      '    paragraph h | eight:\n      subparagraph i | one;\n      subparagraph ii | two;\n    paragraph i | nine.',
    )
  })
})

describe('what is not the words of law', () => {
  it('R8: keeps publishers’ notes as notes, with the lines that go on with them', () => {
    const text =
      'Статья 2\n1. Слова.\nСноска. Статья 2 с изменениями, внесенными законами РК от 21.05.2007\n№ 254-III\n(вводится в действие\nсо дня опубликования).\nСтатья 3\nПримечание ИЗПИ!\nСтатью 3 предусмотрено изменить.\n1. Слова.'
    expect(reads(text)).toBe(
      'article 2\n  paragraph 1 | Слова. | ~ Сноска. Статья 2 с изменениями, внесенными законами РК от 21.05.2007 № 254-III (вводится в действие со дня опубликования).\narticle 3 | ~ Примечание ИЗПИ! | ~ Статью 3 предусмотрено изменить.\n  paragraph 1 | Слова.',
    )
  })

  it('R8: reports page furniture and Markdown that it leaves out', () => {
    const { problems, act } = read(
      '# О суде\n\nСтатья 1\n1. Слова.\n3/50\nhttps://example.org/law',
      LAW_RU,
    )
    expect(problems.map(({ code, source }) => [code, source?.start])).toEqual([
      ['read/markup', 0],
      ['read/page-furniture', 29],
      ['read/page-furniture', 34],
    ])
    expect(titleOf(act)).toBe('О суде')
  })

  it('R9: marks what was repealed and keeps its number', () => {
    const text =
      'Статья 1\n1. Слова.\n2. Исключен Законом РК от 21.05.2007 № 254-III.\nСтатья 84\nСноска. Статья 84 исключена Законом РК.\nСтатья 85. Исключена.'
    expect(reads(text)).toBe(
      'article 1\n  paragraph 1 | Слова.\n  paragraph 2 repealed | Исключен Законом РК от 21.05.2007 № 254-III.\narticle 84 repealed | ~ Сноска. Статья 84 исключена Законом РК.\narticle 85 repealed | Исключена.',
    )
    expect(
      outlineOf(
        read('84-бап\n84-бап Қазақстан Республикасының 2007 жылғы Заңымен алып тасталды.', LAW_KK)
          .act,
      ),
    ).toBe(
      'article 84 repealed | 84-бап Қазақстан Республикасының 2007 жылғы Заңымен алып тасталды.',
    )
  })
})

describe('the frame of an act', () => {
  it('R10: parts title, imprint, preamble, signature and annex', () => {
    const text =
      'О РЕФЕРЕНДУМЕ\n\nЗакон Республики от 3 октября 2005 года № 41\n\nНастоящий Закон регулирует порядок.\n\nСтатья 1. Право\n1. Слова.\n\nПрезидент\nРеспублики\n\nПриложение 1\nк Закону\n1. Форма.'
    expect(outlineOf(read(text, LAW_RU).act)).toBe(
      'preface | # О РЕФЕРЕНДУМЕ | Закон Республики от 3 октября 2005 года № 41\npreamble | Настоящий Закон регулирует порядок.\narticle 1 | # Право\n  paragraph 1 | Слова.\nconclusions | Президент | Республики\nannex 1 | к Закону\n  paragraph 1 | Форма.',
    )
  })

  it('R11: keeps the units of quoted words out of the amending act', () => {
    const text =
      'Статья 1. Внести в Конституцию изменения:\n1. Статью 48 изложить в следующей редакции:\n«Статья 48\n1. Слова первые.\n2. Слова «вторые».».\n2. Пункт 3 исключить.\nСтатья 2. Закон вводится в действие.'
    expect(outlineOf(read(text, LAW_RU).act)).toBe(
      'article 1 | Внести в Конституцию изменения:\n  paragraph 1 | Статью 48 изложить в следующей редакции:\n    alinea | «Статья 48\n    alinea | 1. Слова первые.\n    alinea | 2. Слова «вторые».».\n  paragraph 2 | Пункт 3 исключить.\narticle 2 | Закон вводится в действие.',
    )
  })

  it('R12: parts an act that stands on one line', () => {
    const words = 'Слова закона, который стоит на одной строке и потому длинен. '.repeat(6)
    const text = `Статья 1. Внести в Закон (2006 г., № 1, ст. 5) изменения: 1) в статье 5: подпункт 8) изложить: "8) слова. Статья 9. Иные;"; 2) исключить. ${words}Статья 2. Закон вводится. Президент Республики Казахстан`
    expect(
      outlineOf(read(text, LAW_RU).act)
        .split('\n')
        .map((line) => line.trim().slice(0, 12)),
    ).toEqual([
      'article 1 | ',
      'point 1 | в ',
      'alinea | "8)',
      'point 2 | ис',
      'article 2 | ',
      'conclusions ',
    ])
  })
})

describe('what an act is', () => {
  it.each([
    [
      'КОНСТИТУЦИЯ РЕСПУБЛИКИ\n\nСтатья 1\n1. Народ принимает настоящую Конституцию.',
      'ru',
      'kz',
      'constitution',
    ],
    ['О суде\n\nСтатья 1. Суд\n1. Настоящий Закон определяет суд.', 'ru', 'kz', 'law'],
    ['Статья 1. Труд\n1. Настоящий Кодекс регулирует труд.', 'ru', 'kz', 'code'],
    [
      'О внесении изменений в Конституцию\n\nСтатья 1. Внести в Конституцию изменения.',
      'ru',
      'kz',
      'law',
    ],
    ['1-бап. Еңбек\n1. Осы Кодекс еңбекті реттейді, құқық өзгеше.', 'kk', 'kz', 'code'],
    [
      'Constitution of Aratau\n\nArticle 1\n1. This Constitution is the law.',
      'en',
      'kz',
      'constitution',
    ],
    ['Notice Act\n\n1. Notice\n(1) This Act binds.\n(a) all;\n(b) none.', 'en', 'plain', 'act'],
  ])('R13: %j is read as %s %s %s', (text, language, tradition, profile) => {
    expect(read(text).profile).toEqual({ language, tradition, profile })
  })

  it('R14: reports progress and comes to the same act in steps', () => {
    const text = 'Статья 1\n1. Слова.\n'.repeat(3000)
    let n = 0
    const steps = readTextSteps(text, { newId: () => `u${n++}` })
    const seen: number[] = []
    for (;;) {
      const step = steps.next()
      if (step.done) {
        expect(step.value.act.eq(read(text).act)).toBe(true)
        break
      }
      expect(step.value.done).toBeLessThanOrEqual(step.value.total)
      seen.push(step.value.done)
    }
    expect(seen.length).toBeGreaterThan(2)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  })
})

describe('hostile texts', () => {
  it.each([
    ['empty lines', '\r\n'.repeat(200_000)],
    ['quotations never closed', '«слово\n'.repeat(20_000)],
    ['lists in lists without end', '1) а:\n1. б:\n(a) в:\n'.repeat(5_000)],
  ])('R2: comes to an end on %s and loses nothing', (_, text) => {
    const result = read(text)
    result.act.check()
    expect(result.problems.filter(({ code }) => code === 'read/lost')).toEqual([])
  })
})
