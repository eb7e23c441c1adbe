import type { TableCommand } from '../editor/commands/table-commands.ts'
import type { Bench } from './bench.ts'
import type { Command, CommandGroup } from './command.ts'
import { COMMENT_COMMANDS } from './comment-commands.ts'
import { REFERENCE_COMMANDS } from './reference-commands.ts'
import { VIEW_COMMANDS } from './view-commands.ts'

export const COMMANDS: readonly Command[] = [
  {
    id: 'library',
    group: 'file',
    label: 'command.library',
    keys: 'Mod-o',
    run: (_, shell) => shell.leave(),
  },
  {
    id: 'export',
    group: 'file',
    label: 'command.export',
    keys: 'Mod-e',
    run: (_, shell) => shell.show('export'),
  },
  {
    id: 'nameVersion',
    group: 'file',
    label: 'command.nameVersion',
    keys: 'Mod-Shift-s',
    run: (_, shell) => shell.show('nameVersion'),
  },
  {
    id: 'applyLaw',
    group: 'file',
    label: 'command.applyLaw',
    keys: 'Mod-Shift-l',
    edits: true,
    run: (_, shell) => shell.show('applyLaw'),
  },
  {
    id: 'share',
    group: 'file',
    opens: 'group',
    label: 'command.share',
    keys: 'Mod-Shift-h',
    run: (_, shell) => shell.show('share'),
  },
  {
    id: 'print',
    group: 'file',
    opens: 'group',
    label: 'command.print',
    keys: 'Mod-p',
    run: () => window.print(),
  },
  {
    id: 'settings',
    group: 'file',
    opens: 'group',
    label: 'command.settings',
    keys: 'Mod-,',
    run: (_, shell) => shell.show('settings'),
  },
  {
    id: 'undo',
    group: 'edit',
    label: 'command.undo',
    keys: 'Mod-z',
    edits: true,
    run: (bench) => bench.undo(),
  },
  {
    id: 'redo',
    group: 'edit',
    label: 'command.redo',
    keys: 'Mod-Shift-z',
    edits: true,
    run: (bench) => bench.redo(),
  },
  {
    id: 'find',
    group: 'edit',
    opens: 'group',
    label: 'command.find',
    keys: 'Mod-f',
    run: (_, shell) => shell.show('find'),
  },
  {
    id: 'replace',
    group: 'edit',
    label: 'command.replace',
    keys: 'Mod-h',
    isPossible: (bench) => bench.readOnly === null,
    run(_, shell) {
      if (shell.state.get().sideBySide) shell.toggle('sideBySide')
      shell.show('replace')
    },
  },
  {
    id: 'goTo',
    group: 'edit',
    label: 'command.goTo',
    keys: 'Mod-g',
    run: (_, shell) => shell.show('goTo'),
  },
  {
    id: 'insertArticle',
    group: 'unit',
    label: 'command.insertArticle',
    keys: 'Mod-Shift-a',
    edits: true,
    suggests: true,
    run: (bench) => bench.unit('insertArticle'),
  },
  {
    id: 'insertUnit',
    group: 'unit',
    label: 'command.insertUnit',
    keys: 'Mod-Enter',
    edits: true,
    suggests: true,
    run: (bench) => bench.unit('insertSibling'),
  },
  {
    id: 'insertChild',
    group: 'unit',
    label: 'command.insertChild',
    keys: 'Mod-Shift-Enter',
    edits: true,
    suggests: true,
    run: (bench) => bench.unit('insertChild'),
  },
  {
    id: 'splitUnit',
    group: 'unit',
    label: 'command.splitUnit',
    keys: 'Alt-Shift-Enter',
    edits: true,
    run: (bench) => bench.splitUnit(),
  },
  {
    id: 'insertPreamble',
    group: 'unit',
    opens: 'group',
    label: 'command.insertPreamble',
    edits: true,
    suggests: true,
    run: (bench) => bench.unit('insertPreamble'),
  },
  {
    id: 'insertAnnex',
    group: 'unit',
    label: 'command.insertAnnex',
    edits: true,
    suggests: true,
    run: (bench) => bench.unit('insertAnnex'),
  },
  {
    id: 'moveUp',
    group: 'unit',
    opens: 'group',
    label: 'command.moveUp',
    keys: 'Alt-ArrowUp',
    edits: true,
    suggests: true,
    run: (bench) => bench.unit('moveUp'),
  },
  {
    id: 'moveDown',
    group: 'unit',
    label: 'command.moveDown',
    keys: 'Alt-ArrowDown',
    edits: true,
    suggests: true,
    run: (bench) => bench.unit('moveDown'),
  },
  {
    id: 'indent',
    group: 'unit',
    label: 'command.indent',
    keys: 'Alt-ArrowRight',
    edits: true,
    suggests: true,
    run: (bench) => bench.unit('indent'),
  },
  {
    id: 'outdent',
    group: 'unit',
    label: 'command.outdent',
    keys: 'Alt-ArrowLeft',
    edits: true,
    suggests: true,
    run: (bench) => bench.unit('outdent'),
  },
  {
    id: 'repeal',
    group: 'unit',
    opens: 'group',
    label: 'command.repeal',
    keys: 'Mod-Shift-e',
    edits: true,
    suggests: true,
    run: (bench) => bench.unit('repeal'),
  },
  {
    id: 'remove',
    group: 'unit',
    label: 'command.remove',
    keys: 'Mod-Shift-Backspace',
    edits: true,
    suggests: true,
    run: (bench) => bench.unit('remove'),
  },
  tableCommand('insertTable', 'Mod-Alt-t'),
  tableCommand('rowBefore', 'Alt-Shift-ArrowUp'),
  tableCommand('rowAfter', 'Alt-Shift-ArrowDown'),
  tableCommand('columnBefore', 'Alt-Shift-ArrowLeft'),
  tableCommand('columnAfter', 'Alt-Shift-ArrowRight'),
  tableCommand('mergeCells', 'Mod-Alt-u'),
  tableCommand('splitCell', 'Mod-Alt-s'),
  tableCommand('headerRow', 'Mod-Alt-h'),
  tableCommand('deleteRow', 'Mod-Alt-Backspace'),
  tableCommand('deleteColumn', 'Mod-Alt-Delete'),
  tableCommand('deleteTable'),
  ...REFERENCE_COMMANDS,
  ...VIEW_COMMANDS,
  ...COMMENT_COMMANDS,
  {
    id: 'palette',
    group: 'help',
    label: 'command.palette',
    keys: 'Mod-k',
    run: (_, shell) => shell.show('palette'),
  },
  {
    id: 'shortcuts',
    group: 'help',
    label: 'command.shortcuts',
    keys: 'F1',
    run: (_, shell) => shell.show('shortcuts'),
  },
]

export function commandsOf(group: CommandGroup): readonly Command[] {
  return COMMANDS.filter((command) => command.group === group)
}

/** Whether a command would do something now. */
export function isAvailable({ edits, suggests, isPossible }: Command, bench: Bench): boolean {
  const maySuggest = suggests === true && bench.commentsReadOnly.get() === null
  if (edits && bench.readOnly !== null && !maySuggest) return false
  return isPossible?.(bench) ?? true
}

function tableCommand(id: TableCommand, keys?: string): Command {
  return {
    id,
    group: 'table',
    label: `table.${id}`,
    edits: true,
    isPossible: (bench) => bench.canTable(id),
    run: (bench) => bench.table(id),
    ...(keys === undefined ? {} : { keys }),
  }
}
