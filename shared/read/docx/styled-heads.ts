import type { UnitKind } from '../../schema/kind.ts'
import type { Block } from '../block.ts'
import { isTitleLike } from '../title.ts'
import type { WordBlock } from './word-block.ts'

/** A paragraph with what it opens, and what the file says of it. */
export interface StyledBlock {
  readonly block: Block
  readonly word: WordBlock
}

/**
 * Headings that only their style tells, in acts whose units no word opens: a heading over the number
 * of its section belongs to it, any other opens a division of its own, as deep as its outline level.
 */
export function styledHeads(all: readonly StyledBlock[]): readonly Block[] {
  const over = stylesOverNumbers(all)
  const out: Block[] = []
  let above: Block | undefined
  for (const [i, styled] of all.entries()) {
    const next = all[i + 1]
    if (next && over.has(styleOf(styled)) && isOver(styled, next)) {
      if (above) out.push(above)
      above = styled.block
      continue
    }
    out.push(above ? { ...styled.block, above } : divided(styled))
    above = undefined
  }
  if (above) out.push(above)
  return out
}

/** Styles whose paragraphs mostly stand right over the outermost numbers of a list. */
function stylesOverNumbers(all: readonly StyledBlock[]): ReadonlySet<string> {
  const counts = new Map<string, { over: number; all: number }>()
  for (const [i, styled] of all.entries()) {
    if (!isTitleLike(styled.block)) continue
    const count = counts.get(styleOf(styled)) ?? { over: 0, all: 0 }
    counts.set(styleOf(styled), count)
    count.all++
    const next = all[i + 1]
    if (next && isOver(styled, next)) count.over++
  }
  const mostly = [...counts].filter(([, { over, all: total }]) => over > total / 2)
  return new Set(mostly.map(([style]) => style))
}

function isOver(styled: StyledBlock, next: StyledBlock): boolean {
  const { role } = next.block
  return (
    isTitleLike(styled.block) &&
    styleOf(styled) !== styleOf(next) &&
    role.is === 'item' &&
    role.item.form === 'dot' &&
    (role.item.place?.level === 0 || /^[—–]/u.test(role.item.rest))
  )
}

function styleOf({ word }: StyledBlock): string {
  return word.kind === 'table' ? '' : word.style.id
}

/** Kinds of headings without a number, by outline level. */
const DIVISIONS: readonly UnitKind[] = ['part', 'chapter', 'subchapter']

function divided({ block, word }: StyledBlock): Block {
  if (word.kind === 'table' || word.outline === undefined || !isTitleLike(block)) return block
  const kind = DIVISIONS[Math.min(word.outline, DIVISIONS.length - 1)] ?? 'subchapter'
  const head = { kind, label: null, printed: '', rest: block.text, glued: false }
  return { ...block, role: { is: 'head', head } }
}
