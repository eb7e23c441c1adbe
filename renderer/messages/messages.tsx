import { IntlMessageFormat } from 'intl-messageformat'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { I18nProvider } from 'react-aria-components'
import {
  EARLIER,
  FILE,
  MORE,
  type Saying,
  type SentenceKey,
  sentenceKeyOf,
  TIMES,
} from '#shared/base/problem.ts'
import type { Language } from '#shared/schema/act.ts'
import type { Catalogue } from './catalogue.ts'
import { en } from './en.ts'
import { kk } from './kk.ts'
import { kkProblems } from './problems/kk.ts'
import { ruProblems } from './problems/ru.ts'
import { ru } from './ru.ts'

export type MessageKey = keyof typeof en

export type Values = Readonly<Record<string, string | number>>

/** Words of the interface in the language in use: `t('library.import')`. */
export type Translate = (key: MessageKey, values?: Values) => string

/** What is said of a problem; in English where its code is not known here, as of a newer desk. */
export type Say = (problem: Saying) => string

export interface Messages {
  readonly language: Language
  readonly t: Translate
  readonly say: Say
}

const PROBLEMS = { ru: ruProblems, kk: kkProblems } as const

const catalogues: Readonly<Record<Language, Catalogue>> = { en, ru, kk }

/** BCP 47 tags that numbers, dates and plurals follow. */
const LOCALES = { en: 'en-GB', ru: 'ru-RU', kk: 'kk-KZ' } as const satisfies Record<
  Language,
  string
>

export function translator(language: Language): Translate {
  const catalogue = catalogues[language]
  const formats = new Map<MessageKey, IntlMessageFormat>()
  return (key, values) => {
    const source = catalogue[key]
    if (!source.includes('{')) return source
    const known = formats.get(key)
    const format = known ?? new IntlMessageFormat(source, LOCALES[language])
    if (!known) formats.set(key, format)
    return String(format.format({ ...values }))
  }
}

export function sayer(language: Language): Say {
  if (language === 'en') return ({ message }) => message
  const sentences: Readonly<Record<string, string>> = PROBLEMS[language]
  const told = (key: SentenceKey, values: Values) => filled(PROBLEMS[language][key], values)
  // The sentences name elements of XML in angle brackets, which are no markup of ours.
  const filled = (sentence: string, values: Values) =>
    String(
      new IntlMessageFormat(sentence, LOCALES[language], {}, { ignoreTag: true }).format({
        ...values,
      }),
    )
  return (problem) => {
    const key = sentenceKeyOf(problem)
    const sentence = Object.hasOwn(sentences, key) ? sentences[key] : undefined
    if (sentence === undefined) return problem.message
    const { values = {} } = problem
    const { [FILE]: name, [TIMES]: times, [MORE]: more, [EARLIER]: earlier } = values
    let said = filled(sentence, values)
    if (earlier !== undefined) said = told('told/changed-before', { said, earlier })
    if (times !== undefined) said = told('told/several-times', { said, times })
    if (name !== undefined) said = told('told/in-file', { name, said })
    return more === undefined ? said : told('told/and-more', { said, more })
  }
}

export function localeOf(language: Language): string {
  return LOCALES[language]
}

const MessagesContext = createContext<Messages>({
  language: 'en',
  t: translator('en'),
  say: sayer('en'),
})

export function MessagesProvider(props: { language: Language; children: ReactNode }) {
  const { language, children } = props
  const value = useMemo(
    () => ({ language, t: translator(language), say: sayer(language) }),
    [language],
  )
  return (
    <I18nProvider locale={localeOf(language)}>
      <MessagesContext value={value}>{children}</MessagesContext>
    </I18nProvider>
  )
}

export function useMessages(): Messages {
  return useContext(MessagesContext)
}
