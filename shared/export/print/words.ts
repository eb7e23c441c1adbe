import type { Language } from '../../schema/act.ts'

/** The words of print that are not the act's own. */
export interface PrintWords {
  /** `{page}` and `{pages}` stand for the numbers. */
  readonly pageOf: string
  readonly untitled: string
}

export function printWords(language: Language): PrintWords {
  switch (language) {
    case 'ru':
      return { pageOf: 'стр. {page} из {pages}', untitled: 'Акт без названия' }
    case 'kk':
      return { pageOf: '{page}-бет, барлығы {pages}', untitled: 'Атауы жоқ акт' }
    case 'en':
      return { pageOf: 'page {page} of {pages}', untitled: 'Act without title' }
  }
}
