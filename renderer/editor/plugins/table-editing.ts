import { type EditorState, Plugin, type Transaction } from 'prosemirror-state'
import { findTable, tableEditing } from 'prosemirror-tables'
import { makeParagraph } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'

/**
 * Selection, arrows and paste in tables. A table that this drafter changes is mended: rows get equal
 * length and every cell a paragraph to write in. What others did is shown as it is: two replicas that
 * both mended it would each add the same cell.
 */
export function tablePlugin(isFromElsewhere: (tr: Transaction) => boolean): Plugin {
  const { spec } = tableEditing()
  return new Plugin({
    ...spec,
    appendTransaction(transactions, before, after) {
      const mended = spec.appendTransaction?.call(this, transactions, before, after) ?? null
      if (!transactions.some(({ docChanged }) => docChanged)) return mended
      if (transactions.some(isFromElsewhere)) return mended?.docChanged ? null : mended
      return withParagraphs(after, mended)
    },
  })
}

function withParagraphs(state: EditorState, mended: Transaction | null): Transaction | null {
  const tr = mended ?? state.tr
  const table = findTable(tr.selection.$head)
  if (!table) return mended
  const empty: number[] = []
  table.node.descendants((node, offset) => {
    if (node.type === schema.nodes.tableRow) return true
    if (node.childCount === 0) empty.push(table.start + offset + 1)
    return false
  })
  for (const position of empty.reverse()) tr.insert(position, makeParagraph(''))
  return tr.docChanged || mended ? tr : null
}
