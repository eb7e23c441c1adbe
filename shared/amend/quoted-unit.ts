import type { Node } from 'prosemirror-model'
import {
  bodyOf,
  headingOf,
  makeParagraph,
  makeUnit,
  type Unit,
  type UnitId,
  unitAttrs,
  unitsOf,
} from '../schema/act.ts'
import type { UnitKind } from '../schema/kind.ts'
import { schema } from '../schema/schema.ts'

/**
 * A unit as an amending law quotes it: its numbers and words and the units in it, without identity.
 * Quotation is plain text: notes of a publisher and the look of words are not part of it.
 */
export interface QuotedUnit {
  readonly kind: UnitKind
  readonly label: string | null
  /** The number as printed, where the profile would print another. */
  readonly num: string | null
  readonly heading: string | null
  readonly blocks: readonly QuotedBlock[]
  readonly units: readonly QuotedUnit[]
}

export type QuotedBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly QuotedCell[])[] }

export interface QuotedCell {
  readonly header: boolean
  readonly colspan: number
  readonly rowspan: number
  readonly blocks: readonly QuotedBlock[]
}

/** What an amending law would quote of the unit. */
export function quotedUnit(unit: Unit): QuotedUnit {
  const { kind, label, num } = unitAttrs(unit)
  const heading = headingOf(unit)
  return {
    kind,
    label,
    num,
    heading: heading ? heading.textContent : null,
    blocks: bodyOf(unit).flatMap(quotedBlock),
    units: unitsOf(unit).map(quotedUnit),
  }
}

function quotedBlock(block: Node): readonly QuotedBlock[] {
  if (block.type === schema.nodes.paragraph)
    return [{ kind: 'paragraph', text: block.textBetween(0, block.content.size, '', ' ') }]
  if (block.type !== schema.nodes.table) return []
  return [{ kind: 'table', rows: block.children.map(quotedCells) }]
}

/** What an amending law would quote of a row of a table. */
export function quotedCells(row: Node): readonly QuotedCell[] {
  return row.children.map(quotedCell)
}

function quotedCell(cell: Node): QuotedCell {
  return {
    header: cell.type === schema.nodes.tableHeader,
    colspan: Number(cell.attrs['colspan']),
    rowspan: Number(cell.attrs['rowspan']),
    blocks: cell.children.flatMap(quotedBlock),
  }
}

/** The quoted unit as a unit of a draft, with ids of its own given in document order. */
export function unitFromQuoted(quoted: QuotedUnit, newId: () => UnitId): Unit {
  const { kind, label, num, heading, blocks, units } = quoted
  const id = newId()
  return makeUnit(
    { id, kind, label, num, state: 'draft' },
    {
      heading: heading ?? undefined,
      body: blocks.map(blockFromQuoted),
      units: units.map((unit) => unitFromQuoted(unit, newId)),
    },
  )
}

/** The block as a node of a draft. */
export function blockFromQuoted(block: QuotedBlock): Node {
  if (block.kind === 'paragraph') return makeParagraph(block.text)
  return schema.nodes.table.create(null, block.rows.map(rowFromQuoted))
}

/** The cells as a row of a draft. */
export function rowFromQuoted(cells: readonly QuotedCell[]): Node {
  return schema.nodes.tableRow.create(null, cells.map(cellFromQuoted))
}

function cellFromQuoted({ header, colspan, rowspan, blocks }: QuotedCell): Node {
  const type = header ? schema.nodes.tableHeader : schema.nodes.tableCell
  return type.create({ colspan, rowspan }, blocks.map(blockFromQuoted))
}
