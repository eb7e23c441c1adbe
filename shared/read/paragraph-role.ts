import type { ReadingWords } from '../tradition/reading.ts'
import type { Role } from './block.ts'
import type { ReadHead } from './head.ts'
import { itemOf } from './item.ts'

/** What a whole paragraph opens by its own words. */
export function paragraphRole(text: string, words: ReadingWords, readHead: ReadHead): Role {
  if (words.note.test(text)) return { is: 'note' }
  const head = readHead(text)
  if (head) return { is: 'head', head }
  if (words.contents.test(text)) return { is: 'contents' }
  const item = itemOf(text)
  return item ? { is: 'item', item } : { is: 'text' }
}
