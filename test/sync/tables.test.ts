import { type Command, type EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import { CellSelection, TableMap } from 'prosemirror-tables'
import type { EditorView } from 'prosemirror-view'
import { describe, expect, it } from 'vitest'
import { schema } from '#shared/schema/schema.ts'
import { projectAct } from '#shared/sync/project.ts'
import { act, art, dump, para } from '#test/builders/act.ts'
import { cohort, type Peer, textStart } from '#test/cohort/cohort.ts'
import { draftKeys } from '../../renderer/editor/binding/keys.ts'
import {
  nextCell,
  previousCell,
  TABLE_COMMANDS,
  type TableCommand,
} from '../../renderer/editor/commands/table-commands.ts'

const base = act(art('1', 'Первая', para('1', 'Один.')), art('2', 'Вторая', para('1', 'Два.')))
const PLACE = 'article-1/paragraph-1'

describe('tables in a draft', () => {
  it('S40: every command of a table is carried as it was done, to all replicas', () => {
    const [a, b, meet] = pair()
    const steps: readonly (readonly [TableCommand, rows: readonly string[]])[] = [
      ['insertTable', ['1|2|3', '4|5|6', '7|8|9']],
      ['rowAfter', ['1|2|3', '||', '4|5|6', '7|8|9']],
      ['rowBefore', ['||', '1|2|3', '||', '4|5|6', '7|8|9']],
      ['columnAfter', ['|||', '1||2|3', '|||', '4||5|6', '7||8|9']],
      ['columnBefore', ['||||', '|1||2|3', '||||', '|4||5|6', '|7||8|9']],
      ['deleteColumn', ['|||', '||2|3', '|||', '||5|6', '||8|9']],
      ['deleteRow', ['|||', '|||', '||5|6', '||8|9']],
      ['deleteTable', []],
    ]
    put(a, textStart(a.state.doc, PLACE))
    run(a, 'insertTable')
    for (let cell = 0; cell < 9; cell++) writeIn(a, cell, String(cell + 1))
    put(a, cellStart(a, 0))
    for (const [command, rows] of steps) {
      if (command !== 'insertTable') run(a, command)
      meet()
      agree(a, b)
      expect([command, rowsOf(b)]).toEqual([command, rows])
    }
  })

  it('S40: merged, split and heading cells are so in the draft, and undo brings back what stood', () => {
    const [a, b, meet] = pair()
    withTable(a)
    const before = dump(a.state.doc)
    select(a, 0, 4)
    run(a, 'mergeCells')
    meet()
    agree(a, b)
    expect(cellAttrs(b, 0)).toMatchObject({ colspan: 2, rowspan: 2 })
    expect(rowsOf(b)).toEqual(['1245|3', '6', '7|8|9'])
    run(a, 'splitCell')
    meet()
    agree(a, b)
    expect(rowsOf(b)).toEqual(['1245||3', '||6', '7|8|9'])
    a.session.undo()
    a.session.undo()
    meet()
    agree(a, b)
    expect(dump(b.state.doc)).toBe(before)
    const first = () => tableOf(b)?.child(0).child(0).type
    expect(first()).toBe(schema.nodes.tableHeader)
    put(a, cellStart(a, 0))
    run(a, 'headerRow')
    meet()
    agree(a, b)
    expect(first()).toBe(schema.nodes.tableCell)
  })

  it('S41: a column, a row and words put in apart all stand, and nobody mends what others did', () => {
    const [a, b, meet] = pair()
    withTable(a)
    meet()
    put(a, cellStart(a, 0))
    put(b, cellStart(b, 8))
    run(a, 'columnAfter')
    run(b, 'rowAfter')
    writeIn(b, 4, 'слово ')
    meet()
    const after = agree(a, b)
    expect(rowsOf(a)).toEqual(['1||2|3', '4||слово 5|6', '7||8|9', '||'])
    meet()
    expect(agree(a, b)).toBe(after)
  })

  it('S41: words typed into a row that another deletes stand, and the table is whole again when it is edited', () => {
    const [a, b, meet] = pair()
    withTable(a)
    meet()
    put(a, cellStart(a, 4))
    run(a, 'deleteRow')
    writeIn(b, 4, 'слово')
    meet()
    agree(a, b)
    expect(a.state.doc.textContent).toContain('слово')
    writeIn(a, 0, 'и ')
    meet()
    agree(a, b)
    const table = tableOf(b)
    expect(table && TableMap.get(table).problems).toBeNull()
  })

  it('S41: cells merged apart keep all words, and the next edit makes the table whole', () => {
    const [a, b, meet] = pair()
    withTable(a)
    meet()
    select(a, 0, 1)
    select(b, 1, 2)
    run(a, 'mergeCells')
    run(b, 'mergeCells')
    meet()
    agree(a, b)
    for (const word of ['1', '2', '3']) expect(rowsOf(b)[0]).toContain(word)
    writeIn(b, 0, 'и ')
    meet()
    agree(a, b)
    const table = tableOf(a)
    expect(table && TableMap.get(table).problems).toBeNull()
  })

  it('S42: every cell has a paragraph to write in', () => {
    const [a] = pair()
    withTable(a)
    run(a, 'columnAfter')
    select(a, 0, 5)
    a.dispatch(a.state.tr.deleteSelection())
    tableOf(a)?.descendants((node) => {
      if (node.type === schema.nodes.tableRow) return true
      expect(node.childCount).toBe(1)
      return false
    })
  })

  it('S42: Tab goes from cell to cell and from the last to a new row; outside it moves the unit', () => {
    const [a] = pair()
    withTable(a)
    put(a, cellStart(a, 7))
    expect([press(a, nextCell), here(a)]).toEqual([true, '9'])
    expect([press(a, previousCell), here(a)]).toEqual([true, '8'])
    press(a, nextCell)
    expect([press(a, nextCell), here(a)]).toEqual([true, ''])
    expect(rowsOf(a)).toEqual(['1|2|3', '4|5|6', '7|8|9', '||'])
    put(a, textStart(a.state.doc, 'article-2/paragraph-1'))
    expect([press(a, nextCell), press(a, previousCell)]).toEqual([false, false])
    expect(draftKeys(a.session).props.handleKeyDown).toBeDefined()
  })
})

describe('commands of a table', () => {
  it('U43: a table goes where a unit has words, and what is done to tables only in one', () => {
    const [a] = pair()
    put(a, textStart(a.state.doc, PLACE))
    const possible = () =>
      (Object.keys(TABLE_COMMANDS) as TableCommand[]).filter((name) =>
        TABLE_COMMANDS[name](a.state),
      )
    expect(possible()).toEqual(['insertTable'])
    withTable(a)
    expect(possible()).not.toContain('insertTable')
    expect(possible()).toContain('rowAfter')
  })

  it('U43: the table goes with its last row', () => {
    const [a, b, meet] = pair()
    withTable(a)
    for (let row = 0; row < 3; row++) run(a, 'deleteRow')
    meet()
    agree(a, b)
    expect(tableOf(b)).toBeUndefined()
  })
})

function pair(): readonly [Peer, Peer, () => void] {
  const group = cohort(base, ['a', 'b'])
  const [a, b] = group.peers
  if (!a || !b) throw new Error('two peers were asked for')
  return [a, b, group.meet]
}

function agree(a: Peer, b: Peer): string {
  for (const peer of [a, b]) {
    expect(peer.state.doc).toBe(peer.session.act)
    expect(peer.state.doc.eq(projectAct(peer.doc))).toBe(true)
    peer.state.doc.check()
  }
  expect(a.state.doc.eq(b.state.doc)).toBe(true)
  return JSON.stringify(a.state.doc.toJSON())
}

/** A table of three rows with the words 1 to 9, and the caret in its first cell. */
function withTable(peer: Peer): void {
  put(peer, textStart(peer.state.doc, PLACE))
  run(peer, 'insertTable')
  for (let cell = 0; cell < 9; cell++) writeIn(peer, cell, String(cell + 1))
  put(peer, cellStart(peer, 0))
}

function run(peer: Peer, command: TableCommand): void {
  expect([command, press(peer, TABLE_COMMANDS[command])]).toEqual([command, true])
}

function press(peer: Peer, command: Command): boolean {
  const page = {
    get state(): EditorState {
      return peer.state
    },
    dispatch: (tr: Transaction) => peer.dispatch(tr),
  }
  return command(peer.state, page.dispatch, page as EditorView)
}

function put(peer: Peer, position: number): void {
  peer.dispatch(peer.state.tr.setSelection(TextSelection.create(peer.state.doc, position)))
}

function writeIn(peer: Peer, cell: number, words: string): void {
  peer.dispatch(peer.state.tr.insertText(words, cellStart(peer, cell)))
}

function select(peer: Peer, from: number, to: number): void {
  const at = (cell: number) => cellStart(peer, cell) - 2
  peer.dispatch(peer.state.tr.setSelection(CellSelection.create(peer.state.doc, at(from), at(to))))
}

function tablePlace({ state }: Peer) {
  let found: { readonly table: EditorState['doc']; readonly position: number } | undefined
  state.doc.descendants((node, position) => {
    if (node.type === schema.nodes.table) found = { table: node, position }
  })
  return found
}

function tableOf(peer: Peer) {
  return tablePlace(peer)?.table
}

/** Where the words of a cell begin; cells are counted from 0 in the order of the page. */
function cellStart(peer: Peer, cell: number): number {
  const starts: number[] = []
  const place = tablePlace(peer)
  place?.table.descendants((node, offset) => {
    if (node.type === schema.nodes.tableRow) return true
    starts.push(place.position + 1 + offset + 2)
    return false
  })
  const start = starts[cell]
  if (start === undefined) throw new Error(`no cell ${cell}`)
  return start
}

function cellAttrs(peer: Peer, cell: number) {
  return peer.state.doc.resolve(cellStart(peer, cell) - 1).parent.attrs
}

function rowsOf(peer: Peer): readonly string[] {
  const words = (row: EditorState['doc']) => row.children.map((cell) => cell.textContent).join('|')
  return tableOf(peer)?.children.map(words) ?? []
}

function here({ state }: Peer): string {
  return state.selection.$head.parent.textContent
}
