import type { Node } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { wordSegments } from '#shared/diff/words.ts'
import { makeParagraph } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'

/** The redline of two texts as one line: `[-gone-]{+come+}`. */
function redline(a: Node, b: Node): string {
  return wordSegments(a.content, b.content)
    .map(({ kind, content }) => {
      const text = content.textBetween(0, content.size, '', '|')
      return kind === 'kept' ? text : kind === 'deleted' ? `[-${text}-]` : `{+${text}+}`
    })
    .join('')
}

const reads = (a: string, b: string, expected: string) =>
  expect(redline(makeParagraph(a), makeParagraph(b))).toBe(expected)

const strong = (text: string) => schema.text(text, [schema.marks.strong.create()])
const paragraph = (...inline: readonly Node[]) => schema.nodes.paragraph.create(null, inline)

describe('whole words', () => {
  it('D3: replaces whole words, the deleted before the inserted', () => {
    reads(
      'The term is two years.',
      'The term is three years.',
      'The term is [-two-]{+three+} years.',
    )
  })

  it('D3: inserts with the space that follows, so that what is kept keeps its own', () => {
    reads('Суд вправе решать.', 'Суд вправе сам решать.', 'Суд вправе {+сам +}решать.')
  })

  it('D3: shows a space that became another as a change of the space alone', () => {
    reads('пять лет', 'пять\u00a0лет', 'пять[- -]{+\u00a0+}лет')
  })

  it('D3: takes a combining mark and an emoji as part of their character', () => {
    reads('май', 'маи\u0306', '[-май-]{+маи\u0306+}')
    reads('суда, и', 'суда,\u0301 и', 'суда[-,-]{+,\u0301+} и')
    reads('знак 👩‍⚖️ суда', 'знак 👨‍⚖️ суда', 'знак [-👩‍⚖️-]{+👨‍⚖️+} суда')
  })

  it('D3: keeps Kazakh words and their suffixes whole', () => {
    reads(
      'Кеңестің өкілеттігі бес жыл.',
      'Кеңестің өкілеттіктері жеті жыл.',
      'Кеңестің [-өкілеттігі бес-]{+өкілеттіктері жеті+} жыл.',
    )
  })
})

describe('what is never cut', () => {
  it('D4: replaces a citation as a whole, in three languages', () => {
    reads(
      'Дела по подпункту 2) пункта 1 статьи 44 решает палата.',
      'Дела по подпункту 3) пункта 1 статьи 44-1 решает палата.',
      'Дела по [-подпункту 2) пункта 1 статьи 44-]{+подпункту 3) пункта 1 статьи 44-1+} решает палата.',
    )
    reads(
      'Кеңес 44-баптың 2-тармағында аталған істі қарайды.',
      'Кеңес 44-баптың 3-тармағында аталған істі қарайды.',
      'Кеңес [-44-баптың 2-тармағында-]{+44-баптың 3-тармағында+} аталған істі қарайды.',
    )
    reads(
      'The duty under paragraph 2 of Article 12(3) remains.',
      'The duty under paragraph 2 of Article 14(3) remains.',
      'The duty under [-paragraph 2 of Article 12(3)-]{+paragraph 2 of Article 14(3)+} remains.',
    )
  })

  it('D4: replaces a date as a whole', () => {
    reads(
      'Закон принят 12 января 2017 года палатой.',
      'Закон принят 14 января 2017 года палатой.',
      'Закон принят [-12 января 2017 года-]{+14 января 2017 года+} палатой.',
    )
  })

  it('D4: replaces a number with its groups and decimals as a whole', () => {
    reads(
      'Сбор равен 5\u00a0000 тенге или 1,5 доли.',
      'Сбор равен 5\u00a0500 тенге или 1,7 доли.',
      'Сбор равен [-5\u00a0000-]{+5\u00a0500+} тенге или [-1,5-]{+1,7+} доли.',
    )
  })

  it('D4: replaces a quoted term as a whole', () => {
    reads(
      'Слова «старый срок» читаются так.',
      'Слова «новый срок» читаются так.',
      'Слова [-«старый срок»-]{+«новый срок»+} читаются так.',
    )
  })
})

describe('readable changes', () => {
  it('D5: joins changes between which only small words stand', () => {
    reads(
      'The head may, on the advice of the minister, appoint judges.',
      'The head shall, acting on the proposal of the council, appoint judges.',
      'The head [-may, on the advice of the minister-]{+shall, acting on the proposal of the council+}, appoint judges.',
    )
  })

  it('D5: joins two rewritten stretches between which a word or two stand by accident', () => {
    reads(
      'Основы, заложенные прежним советом республики через особую верхнюю палату, неизменны.',
      'Основы, положения которых приняли граждане республики на общем народном референдуме, неизменны.',
      'Основы, [-заложенные прежним советом республики через особую верхнюю палату-]{+положения которых приняли граждане республики на общем народном референдуме+}, неизменны.',
    )
  })

  it('D5: keeps a word between two corrections, and between a correction and a rewritten stretch', () => {
    reads(
      'Двух членов палаты совета назначает глава.',
      'Трех судей палаты суда назначает глава.',
      '[-Двух членов-]{+Трех судей+} палаты [-совета-]{+суда+} назначает глава.',
    )
    reads(
      'Палата должна рассмотреть проект срочно за месяц со дня внесения бумаг; ее решение публикуется в печати.',
      'Проекты будут приняты срочно за квартал; ее решение публикуется в печати.',
      '[-Палата должна рассмотреть проект-]{+Проекты будут приняты+} срочно за [-месяц со дня внесения бумаг-]{+квартал+}; ее решение публикуется в печати.',
    )
  })

  it('D5: keeps changes in two sentences apart', () => {
    reads(
      'Суд решает. Он строг.',
      'Суд судит. Орган строг.',
      'Суд [-решает-]{+судит+}. [-Он-]{+Орган+} строг.',
    )
  })

  it('D5: inserts a whole sentence, not the end of one and the beginning of the next', () => {
    reads(
      'Палата собирается. Заседания открыты.',
      'Палата собирается. Заседания ведет глава. Заседания открыты.',
      'Палата собирается. {+Заседания ведет глава. +}Заседания открыты.',
    )
  })

  it('D5: replaces the whole where next to nothing survives', () => {
    reads(
      'Совет избирает судей на срок.',
      'Никто иной не вправе на это.',
      '[-Совет избирает судей на срок.-]{+Никто иной не вправе на это.+}',
    )
  })

  it('D5: shows words whose look alone changed as deleted and inserted, and no others', () => {
    const a = paragraph(schema.text('Он избран народом.'))
    const b = paragraph(schema.text('Он '), strong('избран'), schema.text(' народом.'))
    expect(redline(a, b)).toBe('Он [-избран-]{+избран+} народом.')
  })

  it('D9: compares long texts of the same words in another order without filling a square', () => {
    const words = Array.from({ length: 6000 }, (_, i) => `слово${(i * 7919) % 6007}`)
    const a = makeParagraph(words.join(' '))
    const b = makeParagraph(words.toReversed().join(' '))
    const found = wordSegments(a.content, b.content)
    const side = (dropped: string) =>
      found.flatMap(({ kind, content }) => (kind === dropped ? [] : content.content))
    expect(paragraph(...side('inserted')).textContent).toBe(a.textContent)
    expect(paragraph(...side('deleted')).textContent).toBe(b.textContent)
  })
})
