import type { Node } from 'prosemirror-model'
import type { TextRange } from '../base/range.ts'
import type { Head } from './head.ts'
import type { Item } from './item.ts'

/** One paragraph of the source, its broken lines joined, and what it opens. */
export interface Block {
  readonly text: string
  readonly range: TextRange
  readonly role: Role
  /** Inline nodes as long as `text`, where the source tells looks: a break stands for one space. */
  readonly inline?: readonly Node[]
}

export type Role =
  | { readonly is: 'head'; readonly head: Head }
  | { readonly is: 'item'; readonly item: Item }
  | { readonly is: 'text' }
  | { readonly is: 'note' }
  | { readonly is: 'contents' }
  /** An item of a list that its source prints without numbers. */
  | { readonly is: 'bullet' }
  | { readonly is: 'table'; readonly table: Node }
