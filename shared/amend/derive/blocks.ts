import type { Fragment, Node } from 'prosemirror-model'
import type { BlockRedline, Segment } from '../../diff/redline.ts'
import { schema } from '../../schema/schema.ts'
import type { Hunk } from './words.ts'

/** The words of inline content as law quotes them; a break in a line is a blank. */
export function wordsIn(content: Fragment): string {
  return content.textBetween(0, content.size, '', ' ')
}

/** Whether a block is text of the law: a publisher's note and what we cannot read are not. */
export function isLaw(block: Node): boolean {
  return block.type === schema.nodes.paragraph || block.type === schema.nodes.table
}

/** The text of both sides of changed words and where they differ; looks are no difference. */
export function hunksIn(segments: readonly Segment[]): {
  readonly textA: string
  readonly textB: string
  readonly hunks: readonly Hunk[]
} {
  let textA = ''
  let textB = ''
  const hunks: Hunk[] = []
  for (let i = 0; i < segments.length; i++) {
    const segment = segments[i]
    if (!segment) break
    const words = wordsIn(segment.content)
    if (segment.kind === 'kept') {
      textA += words
      textB += words
      continue
    }
    const [fromA, fromB] = [textA.length, textB.length]
    for (; i < segments.length; i++) {
      const one = segments[i]
      if (!one || one.kind === 'kept') break
      if (one.kind === 'deleted') textA += wordsIn(one.content)
      else textB += wordsIn(one.content)
    }
    i--
    if (textA.slice(fromA) !== textB.slice(fromB))
      hunks.push({ fromA, toA: textA.length, fromB, toB: textB.length })
  }
  return { textA, textB, hunks }
}

/** Whether a block says the same on both sides: looks, notes and blanks aside. */
export function saysTheSame(block: BlockRedline): boolean {
  switch (block.kind) {
    case 'kept':
      return true
    case 'inserted':
      return isSilent(block.blockB)
    case 'deleted':
      return isSilent(block.blockA)
    case 'words': {
      const { blockA, blockB } = block
      if (isLaw(blockA) !== isLaw(blockB)) return isSilent(blockA) && isSilent(blockB)
      return !isLaw(blockA) || plain(blockA) === plain(blockB)
    }
    case 'table':
      return block.rows.every((row) =>
        row.kind === 'changed'
          ? row.cells.every((cell) => cell.every(saysTheSame))
          : row.kind === 'kept',
      )
  }
}

function isSilent(block: Node): boolean {
  return !isLaw(block) || (block.type === schema.nodes.paragraph && plain(block) === '')
}

function plain(block: Node): string {
  return wordsIn(block.content).replaceAll(/\s+/gu, ' ').trim()
}
