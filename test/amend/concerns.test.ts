import { describe, expect, it } from 'vitest'
import { applyLaw } from '#shared/amend/apply/apply.ts'
import { parseAmendingLaw } from '#shared/amend/parse/parse.ts'
import { readText } from '#shared/read/read.ts'
import { unitId } from '#shared/schema/act.ts'

const LAW = `Статья 1. Внести изменения в следующие законодательные акты Республики Казахстан:

1. В Закон Республики Казахстан от 5 июля 2004 года "О связи":

в пункте 1 статьи 1 слово "оператор" заменить словом "владелец".

2. В Закон Республики Казахстан от 9 января 2010 года "О речном флоте":

1) в статье 1 слово "судно" заменить словом "корабль";

2) статью 2 исключить.`

const ARTICLES = `Статья 1. Флот

Каждое судно имеет имя.

Статья 2. Порт

Порт открыт.
`

/** What becomes of the law's commands on a text. */
function outcomes(text: string): readonly string[] {
  let last = 0
  const base = readText(text, { newId: () => `u${last++}` }).act
  const parsed = parseAmendingLaw(LAW, { language: 'ru' })
  const done = applyLaw(base, parsed, { newId: () => unitId(`n${last++}`) })
  return done.outcomes.map(({ outcome }) => outcome)
}

describe('M107: which amendments of a law are of the act', () => {
  it('M107: the name may stand below the sort of the act', () => {
    expect(outcomes(`ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН\n\nО речном флоте\n\n${ARTICLES}`)).toEqual([
      'not-found',
      'applied',
      'applied',
    ])
  })

  it('M107: an act without a title is told by its words, with a reason to look', () => {
    expect(outcomes(ARTICLES)).toEqual(['not-found', 'applied-check', 'applied-check'])
  })

  it('M107: an act without a title that has the words of none is left alone', () => {
    expect(outcomes(ARTICLES.replace('судно', 'плот'))).toEqual(new Array(3).fill('not-found'))
  })

  it('M107: an act of another name is left alone, whatever words it has', () => {
    expect(outcomes(`О мостах\n\nЗакон Республики Казахстан\n\n${ARTICLES}`)).toEqual(
      new Array(3).fill('not-found'),
    )
  })
})
