import type { Language } from '../schema/act.ts'
import type { HistoryWords } from './history.ts'
import { historyEn } from './kz/history-en.ts'
import { historyKk } from './kz/history-kk.ts'
import { historyRu } from './kz/history-ru.ts'

export function historyWordsFor(language: Language): HistoryWords {
  switch (language) {
    case 'ru':
      return historyRu
    case 'kk':
      return historyKk
    case 'en':
      return historyEn
  }
}
