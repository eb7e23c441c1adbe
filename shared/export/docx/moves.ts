import { type Fate, isOn } from '../page/page.ts'
import { type MarkedBlock, type MarkedParagraph, plainFate, withFate } from './marks.ts'

/** One place of a move: where the unit stood, or where it stands. */
export type MovePlace = 'moveFrom' | 'moveTo'

/**
 * The place that a paragraph belongs to. A table belongs to none: its rows have no moves, and
 * LibreOffice 7.4 crashes on a range that opens right before a tracked table.
 */
export function movePlace(block: MarkedBlock): MovePlace | undefined {
  if (block.kind === 'table' || block.move === undefined) return undefined
  return isOn('A', block.fate) ? 'moveFrom' : 'moveTo'
}

/**
 * Leaves as moves only those that have words at both places; the others become deletion and
 * insertion. Word treats a move without its other half as damage.
 */
export function pairedMoves(blocks: readonly MarkedBlock[]): readonly MarkedBlock[] {
  const left = movesOf(blocks, 'movedFrom')
  const reached = movesOf(blocks, 'movedTo')
  return blocks.map((block) => {
    if (block.move === undefined || (left.has(block.move) && reached.has(block.move))) return block
    if (block.kind === 'paragraph') return plain(block)
    const { move: _, ...table } = block
    return table
  })
}

function movesOf(blocks: readonly MarkedBlock[], fate: Fate): ReadonlySet<string> {
  const moves = new Set<string>()
  for (const block of blocks) {
    if (block.kind === 'paragraph' && block.move !== undefined && block.fate === fate) {
      moves.add(block.move)
    }
  }
  return moves
}

function plain({ move: _, ...paragraph }: MarkedParagraph): MarkedParagraph {
  return {
    ...paragraph,
    fate: plainFate(paragraph.fate),
    mark: plainFate(paragraph.mark),
    runs: paragraph.runs.flatMap((run) => withFate([run], plainFate(run.fate))),
  }
}
