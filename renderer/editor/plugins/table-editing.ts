import type { ResolvedPos } from 'prosemirror-model'
import {
  type EditorState,
  Plugin,
  type Selection,
  TextSelection,
  type Transaction,
} from 'prosemirror-state'
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
      if (transactions.every((tr) => isInWords(tr, after.selection))) return null
      const mended = spec.appendTransaction?.call(this, transactions, before, after) ?? null
      if (!transactions.some(({ docChanged }) => docChanged)) return mended
      if (transactions.some(isFromElsewhere)) return mended?.docChanged ? null : mended
      return withParagraphs(after, mended)
    },
  })
}

/** Whether words changed in one block outside of tables, where the caret still is: nothing is to be mended. */
function isInWords({ steps, docs }: Transaction, selection: Selection): boolean {
  const [step] = steps
  const [doc] = docs
  if (steps.length !== 1 || !step || !doc || !(selection instanceof TextSelection)) return false
  if (!selection.empty || isInTable(selection.$head)) return false
  let isInOneBlock = true
  step.getMap().forEach((from, to, fromB, toB) => {
    const $from = doc.resolve(from)
    isInOneBlock &&= $from.parent.inlineContent && to <= $from.end() && !isInTable($from)
    const { $head } = selection
    isInOneBlock &&= $head.start() <= fromB && toB <= $head.end()
  })
  return isInOneBlock
}

function isInTable($position: ResolvedPos): boolean {
  for (let depth = $position.depth; depth > 0; depth--)
    if ($position.node(depth).type.spec['tableRole']) return true
  return false
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
