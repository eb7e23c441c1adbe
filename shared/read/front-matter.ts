import type { ReadingWords } from '../tradition/reading.ts'
import type { Block } from './block.ts'
import { addHeading, type DraftUnit, draftUnit, noteOf, wordsOf } from './draft-unit.ts'
import { isTitle } from './title.ts'

/** The preface (title, imprint) and the preamble, from the paragraphs before the first unit. */
export function frontMatter(blocks: readonly Block[], words: ReadingWords): readonly DraftUnit[] {
  const units: DraftUnit[] = []
  for (const [i, block] of blocks.entries())
    place(block, blocks.slice(i + 1, i + 2)[0], units, words)
  return units
}

function place(
  block: Block,
  next: Block | undefined,
  units: DraftUnit[],
  words: ReadingWords,
): void {
  const open = units.at(-1)
  if (block.role.is === 'table') {
    opened(units, block, 'preface').body.push({ type: 'whole', node: block.role.table })
    return
  }
  const note =
    block.role.is === 'note' || block.role.is === 'contents' || words.frontNote.test(block.text)
  if (note) {
    opened(units, block, 'preface').body.push(noteOf(block))
    return
  }
  if (words.preambleHeading.test(block.text)) {
    const preamble = draftUnit({ kind: 'preamble', range: block.range })
    addHeading(preamble, block, block.text)
    units.push(preamble)
    return
  }
  if (open?.kind === 'preamble') {
    open.body.push(wordsOf(block, block.text))
    return
  }
  if (isTitlePage(block, next, words)) {
    const preface = opened(units, block, 'preface')
    // A title is shown first: behind a note or table it stays where it stands.
    if (preface.heading === undefined && preface.body.length === 0)
      addHeading(preface, block, block.text)
    else preface.body.push(wordsOf(block, block.text))
    return
  }
  const preamble = draftUnit({ kind: 'preamble', range: block.range })
  preamble.body.push(wordsOf(block, block.text))
  units.push(preamble)
}

/** Title, imprint and other lines that stand before the preamble. */
function isTitlePage({ text }: Block, next: Block | undefined, words: ReadingWords): boolean {
  if (words.preambleStart.test(text)) return false
  if (words.imprint.test(text) && text.length <= 300) return true
  return isTitle(text) && (next === undefined || !/^[\p{Ll}]/u.test(next.text))
}

/** The last unit, or a new one where there is none. */
function opened(units: DraftUnit[], block: Block, kind: 'preface'): DraftUnit {
  const last = units.at(-1)
  if (last) return last
  const unit = draftUnit({ kind, range: block.range })
  units.push(unit)
  return unit
}
