import { describe, expect, it } from 'vitest'
import { derive } from '#shared/amend/derive/derive.ts'
import { deriveLaw } from '#shared/amend/derive/law.ts'
import { lawText } from '#shared/amend/wording/law-lines.ts'
import { type Act, type Unit, unitId } from '#shared/schema/act.ts'
import type { Wording, Wordings } from '#shared/schema/wordings.ts'
import { act, art, chapter, para, point, preface, sub, withId } from '../builders/act.ts'

const TITLE = preface('Конституция Республики Казахстан')

/** What the law says below its lead-in; the law is proved. */
function says(base: Act, draft: Act): string {
  const { law, proof } = deriveLaw(base, draft)
  expect(proof.differences).toEqual([])
  expect(proof.holds).toBe(true)
  return lawText(law).split('\n').slice(2, -1).join('\n')
}

const article = (...units: readonly Unit[]) => act(TITLE, art('5', '', ...units))
const one = (words: string) => article(para('1', words))

describe('M42: words are changed by words while that reads well', () => {
  it('M42: a word for a word', () => {
    expect(
      says(
        one('Совет дает заключение в месячный срок.'),
        one('Суд дает заключение в месячный срок.'),
      ),
    ).toBe('в пункте 1 статьи 5 слово «Совет» заменить словом «Суд».')
  })

  it('M42: words that come are put after the word before them', () => {
    expect(
      says(
        one('Правительство докладывает Президенту о делах.'),
        one('Правительство докладывает Президенту и Парламенту о делах.'),
      ),
    ).toBe('пункт 1 статьи 5 после слова «Президенту» дополнить словами «и Парламенту».')
  })

  it('M42: words that go are left out', () => {
    expect(
      says(
        one('Решение принимает первоначально общее собрание судей.'),
        one('Решение принимает общее собрание судей.'),
      ),
    ).toBe('в пункте 1 статьи 5 слово «первоначально» исключить.')
  })

  it('M42: the same change everywhere is said once', () => {
    expect(
      says(
        one('Совет решает, и Совет отвечает за свои решения.'),
        one('Суд решает, и Суд отвечает за свои решения.'),
      ),
    ).toBe('в пункте 1 статьи 5 по всему тексту слово «Совет» заменить словом «Суд».')
  })

  it('M42: a sentence that comes, goes or changes is said as a sentence', () => {
    const two = one('Выборы назначает Парламент. Срок составляет два месяца.')
    expect(says(one('Выборы назначает Парламент.'), two)).toBe(
      'пункт 1 статьи 5 дополнить предложением вторым следующего содержания:\n«Срок составляет два месяца.».',
    )
    expect(says(two, one('Выборы назначает Парламент.'))).toBe(
      'в пункте 1 статьи 5 предложение второе исключить.',
    )
    expect(
      says(
        two,
        one('Выборы назначает Парламент. Иные правила устанавливает конституционный закон.'),
      ),
    ).toBe(
      'в пункте 1 статьи 5 предложение второе изложить в следующей редакции:\n«Иные правила устанавливает конституционный закон.».',
    )
  })

  it('M42: a text that is another one is restated', () => {
    expect(
      says(
        one('Совет дает заключение в месячный срок.'),
        one('Порядок проверки определяет конституционный закон.'),
      ),
    ).toBe(
      'пункт 1 статьи 5 изложить в следующей редакции:\n«1. Порядок проверки определяет конституционный закон.».',
    )
  })
})

describe('M43: a quotation stands once where it is looked for', () => {
  it('M43: it grows by whole words until it does', () => {
    expect(
      says(
        one('Срок суда равен году, срок палаты равен году, иной срок не установлен.'),
        one('Срок суда равен году, срок палаты равен месяцу, иной срок не установлен.'),
      ),
    ).toContain('слова «палаты равен году» заменить словами «палаты равен месяцу»')
  })

  it('M43: the words of a unit with others in it are looked for in its first part', () => {
    const with_ = (lead: string) =>
      article(para('1', lead, point('1', 'назначает судей;'), point('2', 'освобождает судей.')))
    expect(says(with_('Совет вправе:'), with_('Суд вправе:'))).toBe(
      'в абзаце первом пункта 1 статьи 5 слово «Совет» заменить словом «Суд».',
    )
  })
})

describe('M44: units come, go and take numbers as law says it', () => {
  const points = (...labels: readonly string[]) =>
    article(
      ...labels.map((label, i) =>
        point(label, `дело ${label} решает${i === labels.length - 1 ? '.' : ';'}`),
      ),
    )

  it('M44: a unit that comes is told by its number', () => {
    expect(says(points('1', '2'), points('1', '1-1', '2'))).toBe(
      'статью 5 дополнить подпунктом 1-1) следующего содержания:\n«1-1) дело 1-1 решает;».',
    )
  })

  it('M44: the stop of the unit before the last goes with it', () => {
    expect(says(points('1', '2'), points('1', '2', '3'))).toBe(
      'в статье 5:\n1) в подпункте 2) знак препинания «.» заменить знаком препинания «;»;\n2) дополнить подпунктом 3) следующего содержания:\n«3) дело 3 решает.».',
    )
  })

  it('M44: neighbors that go are a range', () => {
    expect(says(points('1', '2', '3', '4', '5'), points('1', '5'))).toBe(
      'подпункты 2)–4) статьи 5 исключить.',
    )
  })

  it('M44: new numbers are given when nobody bears them any more', () => {
    const a = article(point('1', 'назначает судей;'), point('2', 'созывает палату.'))
    const b = article(
      withId('point-1', point('1', 'назначает судей;')),
      withId('new', point('2', 'объявляет амнистию граждан;')),
      withId('point-2', point('3', 'созывает палату.')),
    )
    expect(says(a, b)).toBe(
      'в статье 5:\n1) подпункт 2) считать подпунктом 3);\n2) дополнить подпунктом 2) следующего содержания:\n«2) объявляет амнистию граждан;».',
    )
  })

  it('M44: unnumbered parts are counted, the last of them first', () => {
    const parts = (...words: readonly string[]) =>
      article(para('1', 'Первая часть.', ...words.map((w) => sub(w))))
    const a = parts('Вторая часть закона.', 'Третья часть закона.', 'Четвертая, иная часть.')
    expect(derive(a, parts('Четвертая, иная часть.')).map((i) => JSON.stringify(i))).toEqual([
      expect.stringContaining('"ordinal":3'),
      expect.stringContaining('"ordinal":2'),
    ])
    says(a, parts('Четвертая, иная часть.'))
  })

  it('M44: an article that comes at the start of a chapter is put into the chapter', () => {
    const a = act(
      TITLE,
      chapter('1', 'О суде', art('1', '', 'Суд един.')),
      chapter('2', 'О палате', art('2', '', 'Палата одна.')),
    )
    const b = act(
      TITLE,
      chapter('1', 'О суде', art('1', '', 'Суд един.')),
      chapter('2', 'О палате', art('1-1', '', 'Палата новая.'), art('2', '', 'Палата одна.')),
    )
    expect(says(a, b)).toBe(
      'главу 2 дополнить статьей 1-1 следующего содержания:\n«Статья 1-1\nПалата новая.».',
    )
  })

  it('M44: a unit no longer in force goes, and one that is in force again comes', () => {
    const live = points('1', '2', '3')
    const dead = live.type.create(
      live.attrs,
      live.children.map((unit) =>
        unit.type.create(
          unit.attrs,
          unit.children.map((child) =>
            child.attrs['label'] === '2'
              ? child.type.create({ ...child.attrs, state: 'repealed' }, child.content)
              : child,
          ),
        ),
      ),
    )
    expect(says(live, dead)).toBe('подпункт 2) статьи 5 исключить.')
    expect(says(dead, live)).toContain('подпунктом 2)')
  })

  it('M44: the title is restated as the heading of the act', () => {
    const a = act(preface('О выборах'), art('1', '', 'Слова.'))
    const b = act(preface('О выборах и референдуме'), art('1', '', 'Слова.'))
    expect(derive(a, b)).toHaveLength(1)
    says(a, b)
  })
})

describe('M75: near changes are one', () => {
  const a = one(
    'Председатель и члены Конституционного Совета несут ответственность за свои решения перед народом, Президентом и Парламентом страны по закону.',
  )
  const b = one(
    'Судьи Конституционного Суда несут ответственность за свои решения перед народом, Президентом и Парламентом страны по закону.',
  )

  it('M75: with the words between', () => {
    expect(says(a, b)).toBe(
      'в пункте 1 статьи 5 слова «Председатель и члены Конституционного Совета» заменить словами «Судьи Конституционного Суда».',
    )
  })

  it('M75: by themselves where the drafter wants the words', () => {
    const units = new Map([[unitId('article-5/paragraph-1'), 'minimal' as const]])
    expect(derive(a, b, { default: 'minimal', units })).toHaveLength(2)
  })

  it('M75: words that only come are put behind a word each', () => {
    const before = one('Он назначает Председателя Национального Банка, судей и послов страны.')
    const after = one(
      'Он назначает Председателя Верховного Суда, Национального Банка, министров, судей и послов страны.',
    )
    expect(derive(before, after).map(({ kind }) => kind)).toEqual(['insertWords', 'insertWords'])
  })
})

describe('M45: the drafter chooses words or the unit', () => {
  const a = one('Совет дает заключение в месячный срок.')
  const b = one('Суд дает заключение в месячный срок.')
  const under = (fallback: Wordings['default'], own?: Wording) => ({
    default: fallback,
    units: new Map(own ? [[unitId('article-5/paragraph-1'), own]] : []),
  })

  it('M45: by default, and by the unit that changed', () => {
    expect(derive(a, b, under('minimal')).map(({ kind }) => kind)).toEqual(['substituteWords'])
    expect(derive(a, b, under('restate')).map(({ kind }) => kind)).toEqual(['restateUnit'])
    expect(derive(a, b, under('restate', 'minimal')).map(({ kind }) => kind)).toEqual([
      'substituteWords',
    ])
    expect(derive(a, b, under('minimal', 'restate')).map(({ kind }) => kind)).toEqual([
      'restateUnit',
    ])
  })

  it('M45: texts that say the same need no law', () => {
    expect(derive(a, a)).toEqual([])
    expect(deriveLaw(a, a).proof.holds).toBe(true)
  })
})
