import type { Node } from 'prosemirror-model'
import type { TextRange } from '../base/range.ts'
import type { UnitKind, UnitState } from '../schema/kind.ts'
import type { Head } from './head.ts'
import type { Item } from './item.ts'

/** One paragraph of the source, its broken lines joined, and what it opens. */
export interface Block {
  readonly text: string
  readonly range: TextRange
  readonly role: Role
  /** Inline nodes as long as `text`, where the source tells looks: a break stands for one space. */
  readonly inline?: readonly Node[]
  /** The heading that stands over the number it opens with. */
  readonly above?: Block
  /** What a source that knows its units says of the paragraph. */
  readonly declared?: Declared
}

/** A paragraph that its source says the units of. */
export interface Declared {
  /** Units that open here, the outermost first; none: it goes on in the unit before it. */
  readonly opens: readonly DeclaredUnit[]
  readonly as: 'heading' | 'body' | 'note' | 'foreign' | 'table'
  /** The printed number of the last unit that opens; `''` for none. */
  readonly printed: string
  /** The words behind the number, to the letter. */
  readonly inline: readonly Node[]
}

export interface DeclaredUnit {
  /** Units around it. */
  readonly depth: number
  readonly kind: UnitKind
  readonly state: UnitState
  /** `undefined`: as the printed number says. */
  readonly label: string | null | undefined
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
