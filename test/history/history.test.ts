import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { historyOf } from '#shared/history/history.ts'
import { type Act, unitAttrs, walkUnits } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { read } from '../read/lost.ts'

const RU = { tradition: 'kz', profile: 'law', language: 'ru' } as const

/** Each entry as `kind label: effect act date number, commencement`. */
function told(text: string, language: 'ru' | 'kk' | 'en' = 'ru'): readonly string[] {
  const { act } = read(text, { ...RU, language })
  const names = new Map<string, string>()
  walkUnits(act, (unit) => {
    const { id, kind, label } = unitAttrs(unit)
    names.set(id, `${kind} ${label}`)
  })
  return historyOf(act).map(({ unit, effect, act: { kind, date, number }, commencement }) => {
    const { is, ...more } = commencement
    return `${names.get(unit)}: ${effect} ${kind} ${date} ${number}, ${[is, ...Object.values(more)].join(' ')}`
  })
}

describe('the history of units', () => {
  it('R40: is read from notes in Russian', () => {
    expect(
      told(
        'Статья 3. Знаки\n1. Слова.\nСноска. Статья 3 с изменениями, внесенными законами РЗ от 11.07.2017 № 91-VI (вводится в действие с 01.01.2018); от 5 мая 2020 г. N 12 (вводится в действие по истечении десяти календарных дней после дня его первого официального опубликования); в редакции Конституционного закона РЗ от 02.03.2021 (порядок введения в действие см. ст. 2).',
      ),
    ).toEqual([
      'article 3: amended law 2017-07-11 91-VI, on 2018-01-01',
      'article 3: amended law 2020-05-05 12, afterPublication 10 days',
      'article 3: reworded constitutionalLaw 2021-03-02 null, elsewhere',
    ])
  })

  it('R40: is read from notes in English and in Kazakh', () => {
    expect(
      told(
        'Article 5. Signs\n1. Words.\nFootnote. Article 5 as amended by the Law of the Republic of Zarechye No. 254-III of 21 May 2007 (in force from the date of its official publication); of 8 June 2022 (entered into force on 1 January 2023).',
        'en',
      ),
    ).toEqual([
      'article 5: amended law 2007-05-21 254-III, onPublication',
      'article 5: amended law 2022-06-08 null, on 2023-01-01',
    ])
    expect(
      told(
        '5-бап. Белгілер\n1. Сөз.\nЕскерту. 5-бапқа өзгерістер енгізілді – РЗ 2007.05.21 № 254 (жарияланған күнінен бастап қолданысқа енгізіледі), 10.03.2017 № 51-VI (алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі) Заңдарымен.',
        'kk',
      ),
    ).toEqual([
      'article 5: amended law 2007-05-21 254, onPublication',
      'article 5: amended law 2017-03-10 51-VI, afterPublication 10 days',
    ])
  })

  it('R41: belongs to the unit that the note names', () => {
    expect(
      told(
        'Статья 3. Знаки\n1. Слова.\nСноска. Статья 3 с изменением, внесенным Законом РЗ от 01.01.2020 № 1.\nСтатья 3-1. Вехи\n1. Слова.\nСноска. Закон дополнен статьей 3-1 в соответствии с Законом РЗ от 02.02.2021 № 2.\nСтатья 4. Исключена\nСноска. Статья 4 исключена Законом РЗ от 03.03.2022 № 3.',
      ),
    ).toEqual([
      'article 3: amended law 2020-01-01 1, unsaid',
      'article 3-1: inserted law 2021-02-02 2, unsaid',
      'article 4: repealed law 2022-03-03 3, unsaid',
    ])
  })

  it('R40: names an act by its number alone, and passes over what stands in brackets', () => {
    expect(
      told('Статья 1. Знаки\n1. Слова.\nСноска. См. постановление Совета № 7 (от 01.01.2001 № 9).'),
    ).toEqual(['paragraph 1: see resolution null 7, unsaid'])
  })

  it('R40: of 100 notes with a date and number, at least 98 are read', () => {
    const files = globSync('../shared/corpora/kz/{laws,constitution}/*/*.txt')
    expect(files.length).toBeGreaterThan(20)
    let notes = 0
    let whole = 0
    for (const file of files) {
      const { act } = read(readFileSync(file, 'utf8'))
      const found = new Set(historyOf(act).map(({ act: { date, number } }) => `${date} ${number}`))
      for (const note of notesIn(act)) {
        const acts = datedActs(note)
        if (acts.length === 0) continue
        notes++
        if (acts.every((one) => found.has(one))) whole++
      }
    }
    expect(notes).toBeGreaterThan(2_000)
    expect(whole / notes).toBeGreaterThanOrEqual(0.98)
  })
})

function notesIn(act: Act): readonly string[] {
  const notes: string[] = []
  act.descendants((node) => {
    if (node.type === schema.nodes.note) notes.push(node.textContent)
  })
  return notes
}

/** Dates of figures with a number right behind them, counted by themselves. */
function datedActs(note: string): readonly string[] {
  const acts = note.matchAll(/(\d\d)\.(\d\d)\.(\d{4})(?: г\.)? ?(?:№|N) ?(\d[^\s,;.)]*)/gu)
  return [...acts].map(
    ([, day, month, year, number = '']) =>
      `${year}-${month}-${day} ${number.toUpperCase().replaceAll('І', 'I')}`,
  )
}
