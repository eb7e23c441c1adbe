import type { DirectiveWords } from './directives.ts'
import { directivesEn } from './kz/directives-en.ts'
import { directivesKk } from './kz/directives-kk.ts'
import { directivesRu } from './kz/directives-ru.ts'
import { directivesPlain } from './plain/directives.ts'

export const DIRECTIVE_WORDS: readonly DirectiveWords[] = [
  directivesRu,
  directivesKk,
  directivesEn,
  directivesPlain,
]

export function directiveWordsFor(
  profile: Pick<DirectiveWords, 'tradition' | 'language'>,
): DirectiveWords {
  const inLanguage = DIRECTIVE_WORDS.filter(({ language }) => language === profile.language)
  return (
    inLanguage.find(({ tradition }) => tradition === profile.tradition) ??
    inLanguage[0] ??
    directivesPlain
  )
}
