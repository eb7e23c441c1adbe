import type { TextRange } from '../base/range.ts'
import type { Head } from './head.ts'
import type { Item } from './item.ts'

/** One paragraph of the source, its broken lines joined, and what it opens. */
export interface Block {
  readonly text: string
  readonly range: TextRange
  readonly role: Role
}

export type Role =
  | { readonly is: 'head'; readonly head: Head }
  | { readonly is: 'item'; readonly item: Item }
  | { readonly is: 'text' }
  | { readonly is: 'note' }
  | { readonly is: 'contents' }
