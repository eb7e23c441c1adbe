import type { ActCitation, AmendingLaw, Commencement } from '#shared/amend/amending-law.ts'
import type { Instruction } from '#shared/amend/instruction.ts'
import { titleFor } from '#shared/amend/wording/headline.ts'
import type { Language } from '#shared/schema/act.ts'
import { amendingPhrasesFor } from '#shared/tradition/amending-words.ts'

/** The title of a constitution in each language. */
export const CONSTITUTIONS = {
  ru: 'Конституция Республики Казахстан',
  kk: 'Қазақстан Республикасының Конституциясы',
  en: 'Constitution of the Republic of Kazakhstan',
} as const

const TITLES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  constitution: CONSTITUTIONS,
  code: {
    ru: 'Лесной кодекс Республики Казахстан',
    kk: 'Қазақстан Республикасының Орман кодексі',
    en: 'Forest Code of the Republic of Kazakhstan',
  },
  law: { ru: 'О выборах', kk: 'Сайлау туралы', en: 'On Elections' },
  act: { ru: 'Notices Act', kk: 'Notices Act', en: 'Notices Act' },
}

export function citationOf(
  sort: string,
  language: Language,
  more: Partial<ActCitation> = {},
): ActCitation {
  const title = TITLES[sort]?.[language] ?? sort
  return { sort, title, date: null, number: null, gazette: null, ...more }
}

export interface LawOf {
  readonly tradition: string
  readonly language: Language
  readonly sort: string
  readonly instructions: readonly Instruction[]
  readonly citation?: Partial<ActCitation>
  readonly commencement?: readonly Commencement[]
  readonly signature?: readonly string[]
}

/** A law that does this to one act. */
export function lawOf({ tradition, language, sort, instructions, ...more }: LawOf): AmendingLaw {
  const act = citationOf(sort, language, more.citation)
  const amendments = [{ act, instructions }]
  return {
    language,
    tradition,
    title: titleFor(amendingPhrasesFor({ tradition, language }), amendments),
    amendments,
    commencement: more.commencement ?? [],
    signature: more.signature ?? [],
  }
}
