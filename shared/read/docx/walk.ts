import type { TrackedBlock, TrackedParagraph, TrackedPiece, WordChange } from './tracked.ts'

/** Every paragraph of blocks in order, those in cells included. */
export function* paragraphsIn(blocks: readonly TrackedBlock[]): Generator<TrackedParagraph> {
  for (const block of blocks) {
    if (block.kind === 'paragraph') yield block
    else
      for (const { cells } of block.rows) for (const cell of cells) yield* paragraphsIn(cell.blocks)
  }
}

/** Every tracked change of words, paragraph marks and rows. */
export function* changesIn(blocks: readonly TrackedBlock[]): Generator<WordChange> {
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      for (const piece of block.pieces) {
        const change = changeOf(piece)
        if (change) yield change
      }
      if (block.markChange) yield block.markChange
      continue
    }
    for (const row of block.rows) {
      if (row.change) yield row.change
      for (const cell of row.cells) yield* changesIn(cell.blocks)
    }
  }
}

function changeOf(piece: TrackedPiece): WordChange | undefined {
  return 'change' in piece ? piece.change : undefined
}

/** Whether the two texts of a file differ in more than nothing: words, marks, rows, cells or looks. */
export function isTracked(blocks: readonly TrackedBlock[]): boolean {
  return blocks.some((block) => {
    if (block.kind === 'paragraph')
      return (
        block.mark.base !== block.mark.draft ||
        block.properties !== block.propertiesBase ||
        block.pieces.some(
          (piece) =>
            piece.sides.base !== piece.sides.draft ||
            (piece.is === 'text' && piece.look !== piece.lookBase),
        )
      )
    return block.rows.some(
      ({ sides, cells }) =>
        sides.base !== sides.draft ||
        cells.some(
          (cell) =>
            cell.sides.base !== cell.sides.draft ||
            cell.merge.base !== cell.merge.draft ||
            isTracked(cell.blocks),
        ),
    )
  })
}
