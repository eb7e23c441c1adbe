import { describe, expect, it } from 'vitest'
import { applyLaw } from '#shared/amend/apply/apply.ts'
import type { Outcome } from '#shared/amend/outcome.ts'
import { parseAmendingLaw } from '#shared/amend/parse/parse.ts'
import { type Act, actAttrs, unitId } from '#shared/schema/act.ts'
import { profileOf } from '#shared/tradition/profiles.ts'
import { act, art, chapter, dump, indent, para, point, preface, sub } from '../builders/act.ts'

function amended(base: Act, law: string) {
  let last = 0
  const parsed = parseAmendingLaw(law, {
    language: actAttrs(base).language,
    profileOf: () => profileOf(base),
  })
  return applyLaw(base, parsed, { newId: () => unitId(`n${last++}`) })
}

/** The law turns `before` into `after`, every instruction applied without doubt. */
function amends(before: Act, law: string, after: Act): void {
  const { act: result, outcomes } = amended(before, law)
  expect(outcomes.map(({ outcome, reason }) => [outcome, reason])).toEqual(
    outcomes.map(() => ['applied', null]),
  )
  expect(outcomes.length).toBeGreaterThan(0)
  expect(bare(result)).toBe(bare(after))
}

/** The outline without ids and states: what the act says. */
function bare(one: Act): string {
  return dump(one)
    .replaceAll(/#\S+/g, '#')
    .replaceAll(/# (?:draft|repealed) /g, '# ')
}

/** The law does nothing to the act; its outcomes say why. */
function refuses(base: Act, law: string): readonly Outcome[] {
  const { act: result, outcomes } = amended(base, law)
  expect(dump(result)).toBe(dump(base))
  return outcomes
}

const BASE = act(
  art(
    '1',
    'Совет',
    para(
      '1',
      'Совет состоит из семи членов. Члены совета избираются на пять лет. Их избирают граждане.',
    ),
    para(
      '2',
      'Совет:',
      point('1', 'принимает решения;'),
      point('2', 'следит за их исполнением;'),
      point('3', 'ведет реестр.'),
    ),
    para('3', 'Совет собирается в столице.', sub('Заседания открыты.'), sub('Решения печатают.')),
  ),
  art('2', 'Суд', para('1', 'Суд решает споры.')),
)

describe('words', () => {
  it('M20: are replaced where they stand', () => {
    amends(
      act(art('1', 'А', para('1', 'Срок — три дня.'))),
      'В пункте 1 статьи 1 слова "три дня" заменить словами "пять дней".',
      act(art('1', 'А', para('1', 'Срок — пять дней.'))),
    )
  })

  it('M20: are whole words: «Совет» is not in «Советник»', () => {
    const base = act(art('1', 'А', para('1', 'Советник и Совет решают.')))
    amends(
      base,
      'В пункте 1 статьи 1 слово "Совет" заменить словом "Суд".',
      act(art('1', 'А', para('1', 'Советник и Суд решают.'))),
    )
  })

  it('M20: are the same with other blanks, dashes and quotation marks', () => {
    const base = act(art('1', 'А', para('1', 'В газете «Вестник» – раз в\u00a0год.')))
    amends(
      base,
      'В пункте 1 статьи 1 слова "газете "Вестник" - раз в год" заменить словами "журнале".',
      act(art('1', 'А', para('1', 'В журнале.'))),
    )
  })
})

const one = (words: string) => act(art('1', 'А', para('1', words)))

describe('words that are found otherwise than the law says', () => {
  it('M21: with other capitals are changed with a doubt', () => {
    const { act: result, outcomes } = amended(
      one('Год длится год и день.'),
      'В пункте 1 статьи 1 слова "год длится" исключить.',
    )
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['applied-check'])
    expect(bare(result)).toContain('"год и день."')
  })

  it('M22: twice are ambiguous, each shown with its place', () => {
    const [outcome] = refuses(
      one('День за днем, день в день.'),
      'В пункте 1 статьи 1 слово "день" исключить.',
    )
    expect(outcome).toMatchObject({ outcome: 'ambiguous', at: 'пункт 1 статьи 1' })
    expect(outcome?.outcome === 'ambiguous' && outcome.candidates.map(({ at }) => at)).toEqual([
      'пункт 1 статьи 1',
      'пункт 1 статьи 1',
    ])
  })

  it('M22: in another inflection are not found, and the nearest words are shown', () => {
    const [outcome] = refuses(
      one('Решение принимает Совет министров.'),
      'В пункте 1 статьи 1 слова "Совета министров" исключить.',
    )
    expect(outcome).toMatchObject({ outcome: 'not-found', nearest: { at: 'пункт 1 статьи 1' } })
    expect(outcome?.outcome === 'not-found' && outcome.nearest?.words).toContain('Совет министров')
  })

  it('M22: in a unit that is not there name what was looked for', () => {
    const [outcome] = refuses(BASE, 'В пункте 9 статьи 1 слово "день" исключить.')
    expect(outcome).toMatchObject({
      outcome: 'not-found',
      at: 'пункт 9 статьи 1',
      reason: { code: 'amend/no-place', values: { said: 'в статье 1 нет пункта 9' } },
    })
  })

  it('M22: that would be put in where they are already are not put in again', () => {
    const [outcome] = refuses(
      one('Суд и совет решают.'),
      'Пункт 1 статьи 1 после слова "Суд" дополнить словами "и совет".',
    )
    expect(outcome?.reason?.message).toBe('The words are there already.')
  })
})

describe('what stands around changed words', () => {
  it('M23: blanks and stops close behind words that are taken out', () => {
    amends(
      one('Суд, совет и палата решают споры. Иное решает народ.'),
      'В пункте 1 статьи 1 слова ", совет" исключить, слова "Иное решает народ" исключить.',
      one('Суд и палата решают споры.'),
    )
  })

  it('M23: words at the end stand before the stop, a sentence behind it', () => {
    amends(
      act(art('1', 'А', point('1', 'ведет учет;'))),
      'Подпункт 1) статьи 1 дополнить словами "и отчет".',
      act(art('1', 'А', point('1', 'ведет учет и отчет;'))),
    )
    amends(
      one('Суд решает.'),
      'Пункт 1 статьи 1 дополнить словами "Решение печатают.".',
      one('Суд решает. Решение печатают.'),
    )
    amends(
      act(art('1', 'А', point('1', 'ведет учет;'))),
      'Подпункт 1) статьи 1 дополнить словами ", если это нужно.".',
      act(art('1', 'А', point('1', 'ведет учет, если это нужно.'))),
    )
  })

  it('M23: a mark is replaced where the law names it', () => {
    amends(
      act(art('1', 'А', point('1', 'ведет учет.'))),
      'В подпункте 1) статьи 1 точку заменить точкой с запятой.',
      act(art('1', 'А', point('1', 'ведет учет;'))),
    )
  })

  it('M23: sentences are counted in the words of the unit itself', () => {
    amends(
      one('Первое. Второе 1 мая 2020 г. в ст. 5. Третье.'),
      'В пункте 1 статьи 1 второе предложение изложить в следующей редакции: "Новое.".',
      one('Первое. Новое. Третье.'),
    )
    amends(
      one('Первое. Второе. Третье.'),
      'В пункте 1 статьи 1 третье предложение исключить.',
      one('Первое. Второе.'),
    )
    amends(
      one('Первое. Третье.'),
      'Пункт 1 статьи 1 дополнить предложением вторым следующего содержания: "Второе.".',
      one('Первое. Второе. Третье.'),
    )
  })
})

describe('units', () => {
  const list = (...units: Parameters<typeof art>[2][]) => act(art('1', 'А', 'Совет:', ...units))

  it('M24: a restated unit keeps its id and those of the numbered units in it', () => {
    const { act: result } = amended(
      BASE,
      'Пункт 2 статьи 1 изложить в следующей редакции: "2. Совет вправе:\n1) принимать решения;\n1-1) отменять их;\n3) вести реестр.".',
    )
    expect(dump(result)).toContain('point 1 #article-1/paragraph-2/point-1 "принимать решения;"')
    expect(dump(result)).toContain('point 1-1 #n')
    expect(dump(result)).toContain('point 3 #article-1/paragraph-2/point-3 "вести реестр."')
    expect(dump(result)).not.toContain('point-2')
  })

  it('M25: «исключить» takes a unit out; what loses force stays under its number', () => {
    amends(
      list(point('1', 'а;'), point('2', 'б;'), point('3', 'в.')),
      'Подпункты 1) и 2) статьи 1 исключить.',
      list(point('3', 'в.')),
    )
    const { act: result } = amended(BASE, 'Пункт 1 статьи 2 признать утратившим силу.')
    expect(dump(result)).toContain(
      'paragraph 1 #article-2/paragraph-1 repealed "Суд решает споры."',
    )
  })

  it('M26: a new unit stands where its number belongs', () => {
    amends(
      list(point('1', 'а;'), point('2', 'б;'), point('3', 'в.')),
      'Статью 1 дополнить подпунктом 2-1) следующего содержания: "2-1) новое;".',
      list(point('1', 'а;'), point('2', 'б;'), point('2-1', 'новое;'), point('3', 'в.')),
    )
    const chapters = (...inner: Parameters<typeof art>[2][]) =>
      act(chapter('1', 'Первая', art('1', 'А'), ...inner), chapter('2', 'Вторая', art('2', 'Б')))
    amends(
      chapters(),
      'Дополнить статьей 1-1 следующего содержания: "Статья 1-1. Новая".',
      chapters(art('1-1', 'Новая')),
    )
  })

  it('M26: a new part stands where its ordinal says', () => {
    amends(
      act(art('1', 'А', para('1', 'Один.', sub('Три.')))),
      'Пункт 1 статьи 1 дополнить частью второй следующего содержания: "Два.".',
      act(art('1', 'А', para('1', 'Один.', sub('Два.'), sub('Три.')))),
    )
    amends(
      act(art('1', 'А', point('1', 'нужны:', indent('заявление;')))),
      'Подпункт 1) статьи 1 дополнить абзацем третьим следующего содержания: "справка;".',
      act(art('1', 'А', point('1', 'нужны:', indent('заявление;'), indent('справка;')))),
    )
  })

  it('M26: a unit whose number is taken is not put in', () => {
    const [outcome] = refuses(
      BASE,
      'Статью 1 дополнить пунктом 3 следующего содержания: "3. Другой.".',
    )
    expect(outcome).toMatchObject({
      outcome: 'ambiguous',
      reason: { message: 'There is already a unit with the number 3.' },
    })
  })

  it('M26: a point put behind a full stop wants a look', () => {
    const { outcomes } = amended(
      BASE,
      'Пункт 2 статьи 1 дополнить подпунктом 4) следующего содержания: "4) новое.".',
    )
    expect(outcomes).toMatchObject([{ outcome: 'applied-check' }])
  })

  it('M27: the first part of a unit is its own words', () => {
    amends(
      act(art('1', 'А', para('1', 'Один.', sub('Два.')))),
      'Часть первую пункта 1 статьи 1 изложить в следующей редакции: "1. Новое.".',
      act(art('1', 'А', para('1', 'Новое.', sub('Два.')))),
    )
    amends(
      act(art('1', 'А', para('1', 'Год.', sub('Год.')))),
      'В части второй пункта 1 статьи 1 слово "Год" заменить словом "День".',
      act(art('1', 'А', para('1', 'Год.', sub('День.')))),
    )
  })

  it('M27: headings and the title are changed apart from the text', () => {
    amends(
      act(preface('О садах'), art('1', 'Сад', para('1', 'Сад цветет.'))),
      'В заголовке статьи 1 слово "Сад" заменить словом "Парк".\nВ заголовке слово "садах" заменить словом "парках".',
      act(preface('О парках'), art('1', 'Парк', para('1', 'Сад цветет.'))),
    )
  })

  it('M28: a renumbered unit is known to what follows by its new number', () => {
    amends(
      list(point('1', 'а;'), point('2', 'б.')),
      'В статье 1:\nподпункт 2) считать подпунктом 3);\nв подпункте 3) слово "б" заменить словом "в";\nдополнить подпунктом 2) следующего содержания: "2) новое;".',
      list(point('1', 'а;'), point('2', 'новое;'), point('3', 'в.')),
    )
  })

  it('M28: a moved unit takes what is in it along', () => {
    amends(
      act(
        art('1', 'А', para('1', 'Один.'), para('2', 'Два:', point('1', 'а.'))),
        art('2', 'Б', para('1', 'Три.')),
      ),
      'Пункт 2 статьи 1 перенести в статью 2.',
      act(
        art('1', 'А', para('1', 'Один.')),
        art('2', 'Б', para('1', 'Три.'), para('2', 'Два:', point('1', 'а.'))),
      ),
    )
  })
})

describe('instructions of one law', () => {
  it('M29: one that needs what an earlier one took away is in conflict with it', () => {
    const { outcomes } = amended(
      BASE,
      'Пункт 1 статьи 2 исключить.\nВ пункте 1 статьи 2 слово "споры" исключить.',
    )
    expect(outcomes).toMatchObject([{ outcome: 'applied' }, { outcome: 'conflict', with: 1 }])
  })

  it('M29: one that states a unit otherwise than an earlier one is in conflict with it', () => {
    const { outcomes } = amended(
      BASE,
      'Пункт 1 статьи 2 изложить в следующей редакции: "1. Раз.".\nПункт 1 статьи 2 изложить в следующей редакции: "1. Два.".',
    )
    expect(outcomes).toMatchObject([{ outcome: 'applied' }, { outcome: 'conflict', with: 1 }])
  })

  it('M29: words that are not understood have an outcome too', () => {
    const { outcomes } = amended(BASE, 'Статью 1 после слова "Совет" дополнить.')
    expect(outcomes).toMatchObject([
      {
        n: 1,
        instruction: null,
        outcome: 'not-found',
        reason: { code: 'amend/unread', values: { variant: 'no-new-words' } },
      },
    ])
  })

  it('M29: of a law of several acts what is of this one is done, and the rest said to be of others', () => {
    const law =
      'Статья 1. Внести изменения в следующие законодательные акты:\n1. В Закон Республики Казахстан от 1 мая 2001 года "О садах":\nстатью 2 исключить.\n2. В Конституцию Республики Казахстан:\nпункт 1 статьи 2 исключить.'
    const { act: result, outcomes, elsewhere } = amended(BASE, law)
    expect(elsewhere).toEqual([1])
    expect(outcomes).toMatchObject([
      { outcome: 'not-found', reason: { message: 'It amends another act: “О садах”.' } },
      { outcome: 'applied' },
    ])
    expect(bare(result)).toContain('article 2')
    expect(bare(result)).not.toContain('споры')
  })
})
