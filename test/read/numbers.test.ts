import { describe, expect, it } from 'vitest'
import { lost, read } from './lost.ts'
import { outlineOf } from './outline-of.ts'

function reads(text: string): string {
  const result = read(text)
  expect(lost(text, result)).toBe('')
  return outlineOf(result.act)
}

describe('headings of Markdown', () => {
  it('R42: tell by their hashes what stands in what, where kinds alone would not', () => {
    expect(
      reads(
        '# Gesetz\n\n## Abschnitt 1 - Personen\n\n### Titel 1 - Menschen\n\n#### § 1 Beginn\n\nWorte.\n\n### Titel 2 - Vereine\n\n#### § 2 Name\n\nWorte.\n\n## Abschnitt 2 - Sachen\n\n### § 3 Begriff\n\nWorte.\n',
      ),
    ).toBe(
      `preface | # Gesetz
subpart 1 | # - Personen
  title 1 | # - Menschen
    section 1 | # Beginn | Worte.
  title 2 | # - Vereine
    section 2 | # Name | Worte.
subpart 2 | # - Sachen
  section 3 | # Begriff | Worte.`,
    )
  })

  it('R42: without a number open a unit without one, and letters and numerals number them', () => {
    expect(
      reads('## Глава 1. Общее\n\n### Статья 1. Предмет\n\nСлова.\n\n## Переход\n\nСлова.\n'),
    ).toBe(
      `chapter 1 | # Общее
  article 1 | # Предмет | Слова.
chapter | # Переход | Слова.`,
    )
    expect(reads('## A. Erstes\n\n### I. Eines\n\nWorte.\n\n## B. Zweites\n\nWorte.\n')).toBe(
      `chapter A | # Erstes
  chapter I | # Eines | Worte.
chapter B | # Zweites | Worte.`,
    )
  })

  it('R42: a line that goes on opens nothing, whatever it begins with', () => {
    const wrapped =
      '## § 1 Zweck\n\nDie Vorschriften des Gesetzes vom 27. Dezember 2003 und auch der\n§ 40 der Verordnung vom 1. Januar 2001 und des Jahres (BGBl. I S.\n2022) in Verbindung mit dem Gesetz und seinen Anlagen vom\n16\\. August 2001 gelten entsprechend.\n\n## § 2 Ziel\n\nWorte.\n'
    expect(
      reads(wrapped)
        .split('\n')
        .map((line) => line.slice(0, 9)),
    ).toEqual(['section 1', 'section 2'])
  })
})

describe('numbers of sections and of what stands in them', () => {
  it('R43: a section sign opens a section, with its title on the line', () => {
    expect(reads('§ 7-1671.01a. Definitions.\n\n(1) "Act" means a law.\n')).toBe(
      `section 7-1671.01a | # Definitions.
  subsection 1 | "Act" means a law.`,
    )
  })

  it('R43: numbers run together nest, and an editor’s stand in square brackets', () => {
    expect(
      reads(
        '§ 5. Fees.\n\n(a)(1)(A) One.\n\n(B) Two.\n\n(2) Three.\n\n(a-1) Four.\n\n[(b)] Five.\n\n([1]) Six.\n',
      ),
    ).toBe(
      `section 5 | # Fees.
  paragraph a
    subparagraph 1
      clause A | One.
      clause B | Two.
    subparagraph 2 | Three.
  paragraph a-1 | Four.
  paragraph b | Five.
    subparagraph 1 | Six.`,
    )
  })

  it('R43: doubled letters go on behind (z), and are a list of their own where the next is another', () => {
    const after = reads('§ 5. Acts.\n\n(y) One;\n\n(z) two;\n\n(aa) three;\n\n(bb) four.\n')
    expect(after).toMatch(/^ {2}paragraph aa \| three;$/mu)
    expect(after).toMatch(/^ {2}paragraph bb \| four\.$/mu)
    const within = reads('§ 5 Arten\n\na) eins\n\naa) zwei\n\nbb) drei\n\nb) vier\n')
    expect(within.split('\n').map((line) => /^ *\w+ \w+/u.exec(line)?.[0])).toEqual([
      'section 5',
      '  subsection a',
      '    paragraph aa',
      '    paragraph bb',
      '  subsection b',
    ])
  })
})

describe('what ends a list', () => {
  it('R44: the title of a list that begins again, which belongs to the article', () => {
    expect(
      reads(
        'Статья 1. Пытки\n1. Деяние,\nнаказывается штрафом.\n2. То же деяние,\nнаказывается лишением свободы.\nПримечания.\n1. Первое.\n2. Второе.\n',
      ),
    ).toBe(
      `article 1 | # Пытки
  paragraph 1 | Деяние,
    alinea | наказывается штрафом.
  paragraph 2 | То же деяние,
    alinea | наказывается лишением свободы.
  subparagraph | Примечания.
    point 1 | Первое.
    point 2 | Второе.`,
    )
  })

  it('R44: a numeral over articles stands in the section (§) around it', () => {
    const text =
      'Глава 1. Лица\nПараграф 1. Люди\nСтатья 1. Имя\nСлова.\nПараграф 2. Общества\nI. Общее\nСтатья 2. Вид\nСлова.\nII. Товарищество\nСтатья 3. Доля\nСлова.\n'
    expect(reads(text)).toBe(
      `chapter 1 | # Лица
  section 1 | # Люди
    article 1 | # Имя | Слова.
  section 2 | # Общества
    subchapter I | # Общее
      article 2 | # Вид | Слова.
    subchapter II | # Товарищество
      article 3 | # Доля | Слова.`,
    )
  })
})

describe('raised figures', () => {
  it('R52: make an inserted number of a paragraph and of a point', () => {
    expect(reads('Статья 2¹. Срок\n1. Один:\n1) год;\n1¹) месяц;\n1². Другой.\n2. Третий.')).toBe(
      `article 2-1 | # Срок
  paragraph 1 | Один:
    point 1 | год;
    point 1-1 | месяц;
  paragraph 1-2 | Другой.
  paragraph 2 | Третий.`,
    )
  })
})

describe('the top of an act', () => {
  it('R53: the line that tells form, date and number stands below the title', () => {
    expect(
      reads(
        'О правовых мерах\nЗакон Республики Казахстан от 6 апреля 2016 года № 480-V\n     Настоящий Закон регулирует отношения, связанные с порядком разработки,\nобсуждения и принятия мер, а также с порядком их отмены и опубликования\nв Республике Казахстан.\n\nСтатья 1. Меры\n     Мера принимается.\n',
      ),
    ).toContain('preface | # О правовых мерах | Закон Республики Казахстан от 6 апреля 2016 года')
  })

  it('R54: the title tells the sort of the act also below the name of the state', () => {
    const text =
      'РЕСПУБЛИКА АРАТАУ\nКОНСТИТУЦИЯ РЕСПУБЛИКИ АРАТАУ\n\nРАЗДЕЛ I\nОСНОВЫ СТРОЯ\n\nСтатья 1. Аратау – унитарное государство.\n'
    expect(read(text).profile.profile).toBe('constitution')
  })
})
