import type { Block } from './block.ts'
import { headOf } from './blocks.ts'
import { isTitle } from './title.ts'

/** Where words on the line of a number are a heading though they end with a full stop. */
export interface Headed {
  /** Most articles with words on that line have a heading there, not their text. */
  readonly articles: boolean
  /**
   * Behind «§ 5.» a heading may end so: of the signs with words on their line less than a quarter ends
   * without a full stop. In other acts what ends with one is a sentence.
   */
  readonly signs: boolean
}

export function headedIn(blocks: readonly Block[]): Headed {
  const articles = { headings: 0, texts: 0 }
  const signs = { headings: 0, all: 0 }
  for (const block of blocks) {
    const head = headOf(block)
    if (!head || head.rest === '') continue
    if (/^§.*\.$/u.test(head.printed)) {
      signs.all++
      if (isTitle(head.rest)) signs.headings++
    }
    if (head.kind !== 'article') continue
    if (/[.:;,]$/u.test(head.rest)) articles.texts++
    else articles.headings++
  }
  return {
    articles: articles.headings > articles.texts,
    signs: signs.headings * 4 < signs.all,
  }
}
