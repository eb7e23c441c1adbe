import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Side } from '#shared/read/docx/tracked.ts'
import { viewOf } from '#shared/read/docx/view.ts'
import type { WordBlock } from '#shared/read/docx/word-block.ts'
import { readWordFile } from '#shared/read/docx/word-file.ts'

const FOLDER = path.join(import.meta.dirname, '../../../../shared/corpora/docx/revision-processor')

/** Results that the maker of the set gives and Word does not. */
const THEIR_FAULT: Readonly<Record<string, string>> = {
  'RP015-MoveFrom-MoveTo.docx': 'leaves a blank paragraph at the place that is no longer one',
  'RP034-Deleted-Cells.docx': 'keeps the place of deleted cells as width of their neighbor',
}

describe('Word files with tracked changes and their accepted and rejected twins', () => {
  it('R63: rejected and accepted, all words, numbers and tables are those of the twins', () => {
    let compared = 0
    for (const name of readdirSync(FOLDER)) {
      if (/(?:Accepted|Rejected)\.docx$/.test(name) || name in THEIR_FAULT) continue
      for (const [twin, side] of [
        ['Accepted', 'draft'],
        ['Rejected', 'base'],
      ] as const) {
        const gold = path.join(FOLDER, name.replace('.docx', `-${twin}.docx`))
        if (!existsSync(gold)) continue
        expect(textOf(path.join(FOLDER, name), side), `${name} ${twin}`).toEqual(
          textOf(gold, 'draft'),
        )
        compared++
      }
    }
    expect(compared).toBeGreaterThan(50)
  })
})

function textOf(file: string, side: Side): readonly unknown[] {
  const read = readWordFile(readFileSync(file))
  if (!read.ok) throw new Error(read.problem.message)
  return linesOf(viewOf(read.value.body, side, read.value.context))
}

function linesOf(blocks: readonly WordBlock[]): readonly unknown[] {
  return blocks.map((block) => {
    if (block.kind === 'table')
      return block.rows.map((row) =>
        row.map(({ columns, rows, blocks: inner }) => [columns, rows, linesOf(inner)]),
      )
    const words = block.pieces.map((piece) => (piece.is === 'text' ? piece.text : piece.is))
    return `${block.label?.text ?? ''}|${words.join('')}`
  })
}
