import type { Language } from '../../schema/act.ts'

export type ChangeKind = 'inserted' | 'deleted' | 'changed' | 'renumbered' | 'moved'

/** The words of the page that are not the act's own. */
export interface PageWords {
  readonly comparison: string
  readonly summary: string
  readonly toText: string
  readonly legend: string
  readonly unchanged: string
  /** Heads and ends of changed words for those who hear the page. */
  readonly inserted: readonly [start: string, end: string]
  readonly deleted: readonly [start: string, end: string]
  readonly look: string
  readonly movedHere: string
  readonly movedAway: string
  readonly previous: string
  readonly next: string
  readonly toSummary: string
  readonly kinds: Readonly<Record<ChangeKind, string>>
  /** What stands before a number of them: «дополнений: 22». */
  readonly counted: Readonly<Record<ChangeKind, string>>
  readonly legendWords: readonly [inserted: string, deleted: string, moved: string]
  readonly count: (changes: number) => string
  readonly unmarkedNumbers: (numbers: number) => string
}

export function pageWords(language: Language): PageWords {
  switch (language) {
    case 'ru':
      return RU
    case 'kk':
      return KK
    case 'en':
      return EN
  }
}

const RU: PageWords = {
  comparison: 'Сравнение редакций',
  summary: 'Изменения',
  toText: 'К тексту',
  legend: 'Обозначения',
  unchanged: 'Изменений нет',
  inserted: ['вставлено: ', ' (конец вставки) '],
  deleted: ['исключено: ', ' (конец исключения) '],
  look: ' (изменено оформление) ',
  movedHere: 'Перемещено сюда; прежнее место',
  movedAway: 'Перемещено отсюда; новое место',
  previous: 'Предыдущее изменение',
  next: 'Следующее изменение',
  toSummary: 'К перечню изменений',
  kinds: {
    inserted: 'дополнение',
    deleted: 'исключение',
    changed: 'изменение',
    renumbered: 'новый номер',
    moved: 'перемещение',
  },
  counted: {
    inserted: 'дополнений',
    deleted: 'исключений',
    changed: 'изменений текста',
    renumbered: 'новых номеров',
    moved: 'перемещений',
  },
  legendWords: ['вставленные слова', 'исключённые слова', 'перемещённые слова'],
  count(changes) {
    const tens = changes % 100
    const ones = changes % 10
    if (ones === 1 && tens !== 11) return `${changes} изменение`
    const few = ones >= 2 && ones <= 4 && (tens < 12 || tens > 14)
    return `${changes} ${few ? 'изменения' : 'изменений'}`
  },
  unmarkedNumbers: (numbers) =>
    `не отмечены новые номера, которые лишь следуют из других изменений: ${numbers}`,
}

const KK: PageWords = {
  comparison: 'Редакцияларды салыстыру',
  summary: 'Өзгерістер',
  toText: 'Мәтінге өту',
  legend: 'Белгілер',
  unchanged: 'Өзгерістер жоқ',
  inserted: ['қосылды: ', ' (қосылғанның соңы) '],
  deleted: ['алып тасталды: ', ' (алып тасталғанның соңы) '],
  look: ' (безендірілуі өзгертілді) ',
  movedHere: 'Осында жылжытылды; бұрынғы орны',
  movedAway: 'Осы жерден жылжытылды; жаңа орны',
  previous: 'Алдыңғы өзгеріс',
  next: 'Келесі өзгеріс',
  toSummary: 'Өзгерістер тізіміне',
  kinds: {
    inserted: 'толықтыру',
    deleted: 'алып тастау',
    changed: 'өзгеріс',
    renumbered: 'жаңа нөмір',
    moved: 'жылжыту',
  },
  counted: {
    inserted: 'толықтыру',
    deleted: 'алып тастау',
    changed: 'мәтіннің өзгерісі',
    renumbered: 'жаңа нөмір',
    moved: 'жылжыту',
  },
  legendWords: ['қосылған сөздер', 'алып тасталған сөздер', 'жылжытылған сөздер'],
  count: (changes) => `${changes} өзгеріс`,
  unmarkedNumbers: (numbers) =>
    `басқа өзгерістерден ғана туындайтын жаңа нөмірлер белгіленбеген: ${numbers}`,
}

const EN: PageWords = {
  comparison: 'Comparison of texts',
  summary: 'Changes',
  toText: 'Skip to the text',
  legend: 'Key',
  unchanged: 'Nothing has changed',
  inserted: ['inserted: ', ' (end of insertion) '],
  deleted: ['deleted: ', ' (end of deletion) '],
  look: ' (formatting changed) ',
  movedHere: 'Moved here; former place',
  movedAway: 'Moved from here; new place',
  previous: 'Previous change',
  next: 'Next change',
  toSummary: 'Back to the list of changes',
  kinds: {
    inserted: 'insertion',
    deleted: 'deletion',
    changed: 'amendment',
    renumbered: 'renumbering',
    moved: 'move',
  },
  counted: {
    inserted: 'insertions',
    deleted: 'deletions',
    changed: 'amendments',
    renumbered: 'renumberings',
    moved: 'moves',
  },
  legendWords: ['inserted words', 'deleted words', 'moved words'],
  count: (changes) => (changes === 1 ? '1 change' : `${changes} changes`),
  unmarkedNumbers: (numbers) =>
    `new numbers that only follow from other changes, not marked: ${numbers}`,
}

/** How many changes the page marks; and how many numbers it does not, where there are some. */
export function countsInWords(
  changes: number,
  unmarkedNumbers: number,
  words: PageWords,
): readonly [marked: string, ...unmarked: string[]] {
  const marked = changes === 0 ? words.unchanged : words.count(changes)
  return unmarkedNumbers === 0 ? [marked] : [marked, words.unmarkedNumbers(unmarkedNumbers)]
}
