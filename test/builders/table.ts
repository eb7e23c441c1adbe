import type { Node } from 'prosemirror-model'
import { makeParagraph } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'

/** A table of rows: `table(tr(th('Rate', 2)), tr(td('5 %'), td('6 %')))`; cells span columns, then rows. */
export function table(...rows: readonly Node[]): Node {
  return schema.nodes.table.create(null, rows)
}

export function tr(...cells: readonly Node[]): Node {
  return schema.nodes.tableRow.create(null, cells)
}

export function th(words: string, colspan = 1, rowspan = 1): Node {
  return schema.nodes.tableHeader.create({ colspan, rowspan }, makeParagraph(words))
}

export function td(words: string, colspan = 1, rowspan = 1): Node {
  return schema.nodes.tableCell.create({ colspan, rowspan }, makeParagraph(words))
}
