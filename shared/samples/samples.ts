import type { Language } from '../schema/act.ts'
import { CONSTITUTION_EN } from './constitution-en.ts'
import { CONSTITUTION_KK } from './constitution-kk.ts'
import { CONSTITUTION_RU } from './constitution-ru.ts'
import { REFERENDUM_LAW_EN } from './referendum-law-en.ts'
import { REFERENDUM_LAW_KK } from './referendum-law-kk.ts'
import { REFERENDUM_LAW_RU } from './referendum-law-ru.ts'

/** An act that comes with the program, to try it on: of a republic that is nowhere. */
export interface Sample {
  readonly name: string
  readonly language: Language
  /** Id of the profile in the tradition `kz`. */
  readonly profile: string
  readonly text: string
}

/** A constitution and a law that cites it, each in three languages, article for article the same. */
export const SAMPLES: readonly Sample[] = [
  {
    name: 'Constitution of the Republic of Aratau',
    language: 'en',
    profile: 'constitution',
    text: CONSTITUTION_EN,
  },
  {
    name: 'Конституция Республики Аратау',
    language: 'ru',
    profile: 'constitution',
    text: CONSTITUTION_RU,
  },
  {
    name: 'Аратау Республикасының Конституциясы',
    language: 'kk',
    profile: 'constitution',
    text: CONSTITUTION_KK,
  },
  { name: 'Law on the Referendum', language: 'en', profile: 'law', text: REFERENDUM_LAW_EN },
  { name: 'Закон о референдуме', language: 'ru', profile: 'law', text: REFERENDUM_LAW_RU },
  { name: 'Референдум туралы заң', language: 'kk', profile: 'law', text: REFERENDUM_LAW_KK },
]
