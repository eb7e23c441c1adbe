import { type Command, Selection, type Transaction } from 'prosemirror-state'
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  isInTable,
  mergeCells,
  splitCell,
  toggleHeaderRow,
} from 'prosemirror-tables'
import { isUnit, makeParagraph } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'

/** What may be done with the table at the caret, or to have one there. */
export type TableCommand =
  | 'insertTable'
  | 'rowBefore'
  | 'rowAfter'
  | 'columnBefore'
  | 'columnAfter'
  | 'deleteRow'
  | 'deleteColumn'
  | 'mergeCells'
  | 'splitCell'
  | 'headerRow'
  | 'deleteTable'

/** A new table: the columns of a comparative table, a row of their names and two to begin with. */
const COLUMNS = 3
const ROWS = 3

/** Puts an empty table behind the paragraph at the caret and the caret in its first cell. */
const insertTable: Command = (state, dispatch) => {
  const { $head } = state.selection
  const isOwn = $head.depth > 1 && isUnit($head.node($head.depth - 1))
  if (!isOwn || isInTable(state)) return false
  if (!dispatch) return true
  const { table, tableRow, tableCell, tableHeader } = schema.nodes
  const row = (type: typeof tableCell | typeof tableHeader) => {
    const cells = Array.from({ length: COLUMNS }, () => type.create(null, makeParagraph('')))
    return tableRow.create(null, cells)
  }
  const rows = Array.from({ length: ROWS }, (_, index) =>
    row(index === 0 ? tableHeader : tableCell),
  )
  const behind = $head.after()
  const tr = state.tr.insert(behind, table.create(null, rows))
  dispatch(tr.setSelection(Selection.near(tr.doc.resolve(behind), 1)).scrollIntoView())
  return true
}

/** A table whose last row or column goes is gone. */
function orTable(command: Command): Command {
  return (state, dispatch) => {
    if (!isInTable(state)) return false
    return command(state, dispatch) || deleteTable(state, dispatch)
  }
}

export const TABLE_COMMANDS: Readonly<Record<TableCommand, Command>> = {
  insertTable,
  rowBefore: addRowBefore,
  rowAfter: addRowAfter,
  columnBefore: addColumnBefore,
  columnAfter: addColumnAfter,
  deleteRow: orTable(deleteRow),
  deleteColumn: orTable(deleteColumn),
  mergeCells,
  splitCell,
  headerRow: toggleHeaderRow,
  deleteTable,
}

/** To the next cell; from the last to the first of a new row, as in Word. */
export const nextCell: Command = (state, dispatch, view) => {
  if (!isInTable(state)) return false
  if (goToNextCell(1)(state, dispatch)) return true
  if (!dispatch) return true
  let grown: Transaction | undefined
  addRowAfter(state, (tr) => {
    grown = tr
  })
  if (!grown) return true
  dispatch(grown)
  if (view) goToNextCell(1)(view.state, view.dispatch)
  return true
}

export const previousCell: Command = (state, dispatch) => {
  if (!isInTable(state)) return false
  goToNextCell(-1)(state, dispatch)
  return true
}
