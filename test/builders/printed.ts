import { Fragment, type Node } from 'prosemirror-model'
import { type GridRow, gridOf } from '#shared/export/page/table-grid.ts'
import {
  type Act,
  bodyOf,
  headingOf,
  isUnit,
  type Unit,
  unitAttrs,
  unitsOf,
} from '#shared/schema/act.ts'
import { footnoteOf, isFootnote, makeFootnote, shownMarker } from '#shared/schema/footnote.ts'
import { schema } from '#shared/schema/schema.ts'
import { printedNum } from '#shared/structure/label.ts'
import { profileOf } from '#shared/tradition/profiles.ts'
import type { Profile } from '#shared/tradition/tradition.ts'

/**
 * The act as a printed page can hold it, without ids: blocks and units that print nothing are gone,
 * characters that XML forbids are U+FFFD, every break is one, and tables are whole grids.
 */
export function printed(act: Act): unknown {
  return withoutIds(asPrinted(act)).toJSON()
}

/** The same with the ids of the act. */
export function asPrinted(act: Act): Act {
  const profile = profileOf(act)
  const units = unitsOf(act).flatMap((unit) => printedUnit(unit, profile) ?? [])
  return act.type.create({ ...act.attrs, source: null }, units)
}

function withoutIds(holder: Node): Node {
  const children = holder.children.map((child) => (isUnit(child) ? withoutIds(child) : child))
  return holder.type.create({ ...holder.attrs, id: '' }, children)
}

function printedUnit(unit: Unit, profile: Profile): Node | undefined {
  const heading = headingOf(unit)
  const words = heading ? inline(heading.content) : Fragment.empty
  const blocks = bodyOf(unit).flatMap((block) => printedBlock(block) ?? [])
  const units = unitsOf(unit).flatMap((child) => printedUnit(child, profile) ?? [])
  const { id, kind, label, state } = unitAttrs(unit)
  const num = printedNum(profile, unit) ?? ''
  if (words.size === 0 && blocks.length === 0 && units.length === 0 && num === '') return undefined
  const usual = printedNum(profile, schema.nodes.unit.create({ kind, label })) ?? ''
  const attrs = { id, kind, label, num: num === usual ? null : num, state, source: null }
  const own = words.size > 0 ? [schema.nodes.heading.create(null, words)] : []
  return schema.nodes.unit.create(attrs, [...own, ...blocks, ...units])
}

function printedBlock(block: Node): Node | undefined {
  if (isUnit(block)) return undefined
  if (block.type === schema.nodes.table) return printedTable(block)
  if (block.type === schema.nodes.unknown) {
    const source = legal(String(block.attrs['source']))
    return source === '' ? undefined : schema.nodes.unknown.create({ source })
  }
  const content = inline(block.content)
  return content.size === 0 ? undefined : block.type.create(null, content)
}

/** Blank cells at the end of a row fill it up to the widest, and say nothing. */
function printedTable(table: Node): Node | undefined {
  if (table.childCount === 0) return undefined
  const rows = gridOf(table.children).rows.map(laidCells)
  const edges = [...new Set(rows.flat().flatMap(({ from, to }) => [from, to]))]
  const places = edges.sort((a, b) => a - b)
  return schema.nodes.table.create(
    null,
    rows.map((row) => {
      const cells = row.flatMap(({ from, to, kind, tall, blocks }): readonly Node[] => {
        if (kind === 'covered') return []
        const colspan = places.indexOf(to) - places.indexOf(from)
        const type = kind === 'header' ? schema.nodes.tableHeader : schema.nodes.tableCell
        return [type.create({ colspan, rowspan: tall }, blocks)]
      })
      return schema.nodes.tableRow.create(null, cells)
    }),
  )
}

function laidCells(row: GridRow) {
  let column = 0
  const cells = row.map(({ cell, kind, columns, rows: tall }) => {
    const from = column
    column += columns
    const blocks = cell ? cell.children.flatMap((block) => printedBlock(block) ?? []) : []
    return { from, to: column, kind, tall, blocks }
  })
  const last = cells.findLastIndex(
    ({ kind, tall, blocks }) => kind !== 'cell' || tall > 1 || blocks.length > 0,
  )
  return cells.slice(0, last + 1)
}

function inline(content: Fragment): Fragment {
  const nodes = content.content.flatMap((node): readonly Node[] => {
    if (isFootnote(node)) {
      const footnote = footnoteOf(node)
      return [makeFootnote({ marker: shownMarker(footnote), text: legal(footnote.text) })]
    }
    if (!node.isText) return [node]
    return legal(node.text ?? '')
      .split(/(\n)/)
      .filter((part) => part !== '')
      .map((part) =>
        part === '\n'
          ? schema.nodes.hardBreak.create(null, null, node.marks)
          : schema.text(part, node.marks),
      )
  })
  return Fragment.fromArray(nodes)
}

function legal(words: string): string {
  return words
    .replaceAll(/\r\n|[\r\v\f\u2028\u2029]/g, '\n')
    .replaceAll(/[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
}
