import { tablesEn } from './kz/tables-en.ts'
import { tablesKk } from './kz/tables-kk.ts'
import { tablesRu } from './kz/tables-ru.ts'
import { tablesPlain } from './plain/tables.ts'
import type { TableWords } from './tables.ts'
import type { Profile } from './tradition.ts'

const TABLE_WORDS: readonly TableWords[] = [tablesRu, tablesKk, tablesEn, tablesPlain]

export function tableWordsFor(profile: Pick<Profile, 'tradition' | 'language'>): TableWords {
  const inLanguage = TABLE_WORDS.filter(({ language }) => language === profile.language)
  return (
    inLanguage.find(({ tradition }) => tradition === profile.tradition) ??
    inLanguage[0] ??
    tablesPlain
  )
}
