import type { EditorView } from 'prosemirror-view'
import { unitId } from '#shared/schema/act.ts'
import { splitUnit } from '../editor/binding/keys.ts'
import type { DraftSession } from '../editor/binding/session.ts'
import { becomeAct } from '../editor/commands/become-act.ts'
import { insertWords } from '../editor/commands/insert-words.ts'
import { replaceFound } from '../editor/commands/replace-found.ts'
import { TABLE_COMMANDS } from '../editor/commands/table-commands.ts'
import { planUnitCommand } from '../editor/commands/unit-edits.ts'
import type { Bench } from './bench.ts'
import { caretUnits } from './caret.ts'

type Edits =
  | 'plan'
  | 'become'
  | 'becomeVersion'
  | 'unit'
  | 'splitUnit'
  | 'table'
  | 'canTable'
  | 'undo'
  | 'redo'
  | 'replaceFound'
  | 'insertWords'

/** What menus, keys and panels do to the draft, at the caret or as a whole. */
export function createBenchEdits(
  view: EditorView,
  session: DraftSession,
  plan: Bench['plan'],
): Pick<Bench, Edits> {
  return {
    plan,
    become: (act) => becomeAct(view, act),
    becomeVersion(act, name) {
      becomeAct(view, act)
      session.noteVersion(name)
    },
    unit(command) {
      const path = caretUnits(view.state)
      const newId = () => unitId(window.crypto.randomUUID())
      const planned = planUnitCommand(view.state.doc, path, command, newId)
      if (planned) void plan(planned.edits, planned.caret)
    },
    splitUnit() {
      splitUnit(session)(view.state, view.dispatch, view)
      view.focus()
    },
    table(command) {
      TABLE_COMMANDS[command](view.state, view.dispatch, view)
      view.focus()
    },
    canTable: (command) => TABLE_COMMANDS[command](view.state),
    undo: () => void session.undo(),
    redo: () => void session.redo(),
    replaceFound(found, words) {
      const { tr, ...told } = replaceFound(view.state, found, words)
      view.dispatch(tr)
      return told
    },
    insertWords: (words) => insertWords(view, words),
  }
}
