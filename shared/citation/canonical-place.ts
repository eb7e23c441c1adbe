import type { Node } from 'prosemirror-model'
import type { TextRange } from '../base/range.ts'
import { type Act, bodyOf, headingOf, type UnitId, walkUnits } from '../schema/act.ts'
import { footnotesIn } from '../schema/footnote.ts'
import { schema } from '../schema/schema.ts'
import { blockText, canonicalText } from '../structure/canonical-text.ts'
import { idOf } from './act-index.ts'
import type { Reference } from './reference.ts'

/** Where references stand in the canonical text of their act. */
export function canonicalPlaces(
  act: Act,
): (reference: Pick<Reference, 'from' | 'block' | 'range'>) => TextRange | undefined {
  const lines = new Map<UnitId, { readonly kind: string; readonly start: number }[]>()
  for (const { unit, kind, words } of canonicalText(act).lines) {
    if (kind !== 'row' && words.start === words.end) continue
    const known = lines.get(unit)
    const line = { kind, start: words.start }
    if (known) known.push(line)
    else lines.set(unit, [line])
  }
  const starts = new Map<string, { readonly offset: number; readonly start: number }[]>()
  walkUnits(act, (unit) => {
    const id = idOf(unit)
    const own = (lines.get(id) ?? []).values()
    const heading = headingOf(unit)
    const blocks: readonly (readonly [number, Node])[] = [
      ...(heading ? [[-1, heading] as const] : []),
      ...bodyOf(unit).entries(),
    ]
    for (const [block, node] of blocks) {
      const key = `${id} ${block}`
      if (node.type === schema.nodes.table) {
        starts.set(key, cellStarts(node, own))
      } else if (blockText(node) !== '') {
        const start = own.next().value?.start
        if (start !== undefined) starts.set(key, [{ offset: 0, start }])
      }
      if (node.type !== schema.nodes.table) passFootnotes(node, own)
    }
  })
  return ({ from, block, range }) => {
    const known = starts.get(`${from} ${block}`)?.findLast(({ offset }) => offset <= range.start)
    if (!known) return undefined
    const shift = known.start - known.offset
    return { start: range.start + shift, end: range.end + shift }
  }
}

/** Of each paragraph of a table: its place in the table's content, and where its row's line shows it. */
function cellStarts(table: Node, lines: Iterator<{ readonly start: number }>) {
  const starts: { readonly offset: number; readonly start: number }[] = []
  table.forEach((row, rowAt) => {
    // A row without a word and without a tab has no line.
    const hasLine = row.childCount > 1 || row.textContent !== ''
    const line = hasLine ? lines.next() : undefined
    let start = line?.done === false ? line.value.start : undefined
    row.forEach((cell, cellAt) => {
      cell.forEach((block, blockAt) => {
        // A node's content begins one place behind its own.
        const offset = rowAt + 1 + cellAt + 1 + blockAt + 1
        if (start === undefined) return
        if (block.isTextblock) starts.push({ offset, start })
        start += blockText(block).length + 1
      })
      if (cell.childCount === 0 && start !== undefined) start++
    })
    passFootnotes(row, lines)
  })
  return starts
}

/** The footnotes of a block have lines of their own behind it. */
function passFootnotes(content: Node, lines: Iterator<unknown>): void {
  for (const { text } of footnotesIn(content)) if (text !== '') lines.next()
}
