import type { Block, Role } from './block.ts'
import { headOf } from './blocks.ts'
import type { Head } from './head.ts'
import type { Item } from './item.ts'
import { isTitle } from './title.ts'

/**
 * Units that a Roman numeral alone opens: «I. Basic Rights» over articles is a chapter; where an act
 * has no articles («I. В Конституцию … внести …»), the numeral stands for one.
 */
export function romanHeads(blocks: readonly Block[]): readonly Block[] {
  if (!blocks.some((block) => romanOf(block)?.label === 'I')) return blocks
  const articles = blocks.some((block) => headOf(block)?.kind === 'article')
  return blocks.map((block, i) => {
    const item = romanOf(block)
    if (!item) return block
    const role = articles ? chapter(item, blocks[i + 1], blocks[i + 2]) : head(item, 'article')
    return role ? { ...block, role } : block
  })
}

function romanOf({ role }: Block): Item | undefined {
  const item = role.is === 'item' ? role.item : undefined
  return item?.form === 'dot' && /^[IVXLCDM]/u.test(item.label) ? item : undefined
}

function chapter(
  item: Item,
  next: Block | undefined,
  afterNext: Block | undefined,
): Role | undefined {
  const overArticle =
    headOf(next) !== undefined || (item.rest === '' && headOf(afterNext) !== undefined)
  return overArticle && (item.rest === '' || isTitle(item.rest)) ? head(item, 'chapter') : undefined
}

function head({ label, printed, rest }: Item, kind: Head['kind']): Role {
  return { is: 'head', head: { kind, label, printed, rest, glued: false } }
}
