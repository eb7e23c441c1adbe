import { blockSegments } from '../../diff/changes.ts'
import type { BlockRedline, UnitRedline } from '../../diff/redline.ts'

/** Neighboring words that went and those that came in their place; `''` on a side without. */
export interface Hunk {
  readonly old: string
  readonly new: string
}

/** What changed in a unit's own blocks, in their order. Words that changed their look alone are none. */
export function hunksIn({ body }: Pick<UnitRedline, 'body'>): readonly Hunk[] {
  return body.flatMap(hunksOf)
}

/** What changed in a block or heading. */
export function hunksOf(block: BlockRedline): readonly Hunk[] {
  if (block.kind !== 'table') return joined(blockSegments(block))
  return block.rows.flatMap((row) => {
    if (row.kind === 'changed') return row.cells.flat().flatMap(hunksOf)
    if (row.kind === 'kept') return []
    const rowTable = (row.rowB ?? row.rowA)?.children ?? []
    const words = rowTable.map((cell) => lineOf(cell.textBetween(0, cell.content.size, ' ', ' ')))
    return joined([{ kind: row.kind, text: words.join(' | ') }])
  })
}

function joined(segments: ReturnType<typeof blockSegments>): readonly Hunk[] {
  const hunks: { old: string; new: string }[] = []
  let isOpen = false
  for (const { kind, text } of segments) {
    const last = isOpen ? hunks.at(-1) : undefined
    isOpen = kind !== 'kept'
    if (kind === 'kept') continue
    const hunk = last ?? { old: '', new: '' }
    if (!last) hunks.push(hunk)
    if (kind === 'deleted') hunk.old += text
    else hunk.new += text
  }
  return hunks.filter((hunk) => hunk.old !== hunk.new)
}

/** Words on one line. */
export function lineOf(words: string): string {
  return words.replaceAll(/\s+/gu, ' ').trim()
}
