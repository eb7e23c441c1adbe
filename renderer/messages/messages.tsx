import { IntlMessageFormat } from 'intl-messageformat'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { I18nProvider } from 'react-aria-components'
import type { Language } from '#shared/schema/act.ts'
import { en } from './en.ts'
import { kk } from './kk.ts'
import { ru } from './ru.ts'

export type MessageKey = keyof typeof en
export type Catalogue = Readonly<Record<MessageKey, string>>
export type Values = Readonly<Record<string, string | number>>

/** Words of the interface in the language in use: `t('library.import')`. */
export type Translate = (key: MessageKey, values?: Values) => string

export interface Messages {
  readonly language: Language
  readonly t: Translate
}

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

export function localeOf(language: Language): string {
  return LOCALES[language]
}

const MessagesContext = createContext<Messages>({ language: 'en', t: translator('en') })

export function MessagesProvider(props: { language: Language; children: ReactNode }) {
  const { language, children } = props
  const value = useMemo(() => ({ language, t: translator(language) }), [language])
  return (
    <I18nProvider locale={localeOf(language)}>
      <MessagesContext value={value}>{children}</MessagesContext>
    </I18nProvider>
  )
}

export function useMessages(): Messages {
  return useContext(MessagesContext)
}
