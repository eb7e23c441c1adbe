import type { Node } from 'prosemirror-model'
import type { UnitId } from '../../schema/act.ts'
import type { Kept } from '../keep.ts'
import type { Told } from '../told.ts'
import type { WriteContext } from '../write-context.ts'

/** How the commands of an amending law are written, and what its metadata tells of them. */
export interface Modifications {
  /** The markup of the blocks that are one command; `undefined` if the first begins none. */
  markup(context: WriteContext, blocks: readonly Node[], within: string): Kept | undefined
  /** The words of a heading or of a block that is no command, with what they name linked. */
  words(context: WriteContext, node: Node, within: string): string | undefined
  /** Whether the numbers in a unit's words are those of the amended act. */
  speaksOfAmended(unit: UnitId): boolean
  /** Asked for when all commands are written. */
  told(context: WriteContext): Told
}
