import { Fragment, type Node } from 'prosemirror-model'
import { problem, type Saying } from '../../base/problem.ts'
import type { Act } from '../../schema/act.ts'
import { schema } from '../../schema/schema.ts'
import type { Address, RowName } from '../address.ts'
import type { InsertRow, OmitRow, RestateRow } from '../instruction.ts'
import { rowFromQuoted } from '../quoted-unit.ts'
import { candidateAt, changed, type Done, idAt, type Refused, refused } from './done.ts'
import { rowIndex, unitFor } from './spot.ts'
import { nodeAt, type Path, replaced } from './tree.ts'

export function insertRow(act: Act, { at, table, after, cells }: InsertRow): Done {
  const found = tableFor(act, at, table)
  if (!found.ok) return found
  const { node, path, doubt } = found
  const before = after === null ? undefined : rowIndex(node, after)
  if (after !== null && before === undefined) return noRow(act, path, after)
  const rows = [...node.children]
  rows.splice((before ?? -1) + 1, 0, rowFromQuoted(cells))
  return withRows(act, path, node, rows, doubt ?? widthDoubt(node, cells.length))
}

export function restateRow(act: Act, { at, table, row, cells }: RestateRow): Done {
  const found = tableFor(act, at, table)
  if (!found.ok) return found
  const { node, path, doubt } = found
  const index = rowIndex(node, row)
  if (index === undefined) return noRow(act, path, row)
  const rows = node.children.map((one, i) => (i === index ? rowFromQuoted(cells) : one))
  return withRows(act, path, node, rows, doubt ?? widthDoubt(node, cells.length))
}

export function omitRow(act: Act, { at, table, row }: OmitRow): Done {
  const found = tableFor(act, at, table)
  if (!found.ok) return found
  const { node, path, doubt } = found
  const index = rowIndex(node, row)
  if (index === undefined) return noRow(act, path, row)
  return withRows(
    act,
    path,
    node,
    node.children.filter((_, i) => i !== index),
    doubt,
  )
}

interface TableFound {
  readonly ok: true
  readonly node: Node
  readonly path: Path
  readonly doubt: Saying | undefined
}

function tableFor(act: Act, at: Address, table: number): TableFound | Refused {
  const found = unitFor(act, at)
  if (!found.ok) return found
  const unit = nodeAt(act, found.place.path)
  const tables =
    unit?.children.flatMap((node, i) => (node.type === schema.nodes.table ? [i] : [])) ?? []
  const index = tables[table - 1]
  const node = index === undefined ? undefined : unit?.child(index)
  if (index === undefined || !node)
    return refused(
      'not-found',
      problem('amend/no-table', { table }),
      [candidateAt(act, found.place.path)],
      [idAt(act, found.place.path)],
    )
  return { ok: true, node, path: [...found.place.path, index], doubt: found.doubt }
}

function noRow(act: Act, path: Path, row: RowName): Refused {
  const reason =
    'opens' in row
      ? problem('amend/no-row:opens', { opens: row.opens })
      : problem('amend/no-row', { row: row.ordinal })
  return refused('not-found', reason, [candidateAt(act, path)], [idAt(act, path)])
}

function withRows(act: Act, path: Path, table: Node, rows: readonly Node[], doubt?: Saying): Done {
  return changed(replaced(act, path, table.copy(Fragment.from(rows))), [idAt(act, path)], doubt)
}

function widthDoubt(table: Node, cells: number): Saying | undefined {
  const width = table.firstChild?.childCount ?? cells
  return width === cells ? undefined : problem('amend/other-width', { width, cells })
}
