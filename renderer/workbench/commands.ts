import type { TableCommand } from '../editor/commands/table-commands.ts'
import type { MessageKey } from '../messages/messages.tsx'
import type { Bench } from './bench.ts'
import { COMMENT_COMMANDS } from './comment-commands.ts'
import { REFERENCE_COMMANDS } from './reference-commands.ts'
import type { Shell } from './shell.ts'

export type CommandGroup = 'file' | 'edit' | 'unit' | 'table' | 'references' | 'view' | 'help'

/** Something the drafter can do: menus, palette, toolbar and keyboard are all drawn from these. */
export interface Command {
  readonly id: string
  readonly group: CommandGroup
  readonly label: MessageKey
  /** As `Mod-Shift-k`. */
  readonly keys?: string
  /** Whether it changes the draft, and so is off where the draft may only be read. */
  readonly edits?: true
  /** Whether the place of the caret allows it; without it, every place does. */
  readonly isPossible?: (bench: Bench) => boolean
  readonly isOn?: (shell: Shell) => boolean
  readonly run: (bench: Bench, shell: Shell) => void
}

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
    label: 'command.share',
    keys: 'Mod-Shift-h',
    run: (_, shell) => shell.show('share'),
  },
  {
    id: 'print',
    group: 'file',
    label: 'command.print',
    keys: 'Mod-p',
    run: () => window.print(),
  },
  {
    id: 'settings',
    group: 'file',
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
    label: 'command.find',
    keys: 'Mod-f',
    run: (_, shell) => shell.show('find'),
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
    run: (bench) => bench.unit('insertArticle'),
  },
  {
    id: 'insertUnit',
    group: 'unit',
    label: 'command.insertUnit',
    keys: 'Mod-Enter',
    edits: true,
    run: (bench) => bench.unit('insertSibling'),
  },
  {
    id: 'insertChild',
    group: 'unit',
    label: 'command.insertChild',
    keys: 'Mod-Shift-Enter',
    edits: true,
    run: (bench) => bench.unit('insertChild'),
  },
  {
    id: 'insertPreamble',
    group: 'unit',
    label: 'command.insertPreamble',
    edits: true,
    run: (bench) => bench.unit('insertPreamble'),
  },
  {
    id: 'insertAnnex',
    group: 'unit',
    label: 'command.insertAnnex',
    edits: true,
    run: (bench) => bench.unit('insertAnnex'),
  },
  {
    id: 'moveUp',
    group: 'unit',
    label: 'command.moveUp',
    keys: 'Alt-ArrowUp',
    edits: true,
    run: (bench) => bench.unit('moveUp'),
  },
  {
    id: 'moveDown',
    group: 'unit',
    label: 'command.moveDown',
    keys: 'Alt-ArrowDown',
    edits: true,
    run: (bench) => bench.unit('moveDown'),
  },
  {
    id: 'indent',
    group: 'unit',
    label: 'command.indent',
    keys: 'Alt-ArrowRight',
    edits: true,
    run: (bench) => bench.unit('indent'),
  },
  {
    id: 'outdent',
    group: 'unit',
    label: 'command.outdent',
    keys: 'Alt-ArrowLeft',
    edits: true,
    run: (bench) => bench.unit('outdent'),
  },
  {
    id: 'repeal',
    group: 'unit',
    label: 'command.repeal',
    keys: 'Mod-Shift-e',
    edits: true,
    run: (bench) => bench.unit('repeal'),
  },
  {
    id: 'remove',
    group: 'unit',
    label: 'command.remove',
    keys: 'Mod-Shift-Backspace',
    edits: true,
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
  ...COMMENT_COMMANDS,
  {
    id: 'redline',
    group: 'view',
    label: 'command.redline',
    keys: 'Mod-Shift-r',
    isOn: (shell) => shell.state.get().redline,
    run: (_, shell) => shell.toggle('redline'),
  },
  {
    id: 'sideBySide',
    group: 'view',
    label: 'command.sideBySide',
    keys: 'Mod-Shift-d',
    isOn: (shell) => shell.state.get().sideBySide,
    run: (_, shell) => shell.toggle('sideBySide'),
  },
  {
    id: 'writers',
    group: 'view',
    label: 'command.writers',
    keys: 'Mod-Alt-w',
    isOn: (shell) => shell.state.get().writers,
    run: (_, shell) => shell.toggle('writers'),
  },
  {
    id: 'nextChange',
    group: 'view',
    label: 'command.nextChange',
    keys: 'F8',
    run: (bench, shell) => bench.stepChange('next', wayIn(shell)),
  },
  {
    id: 'previousChange',
    group: 'view',
    label: 'command.previousChange',
    keys: 'Shift-F8',
    run: (bench, shell) => bench.stepChange('previous', wayIn(shell)),
  },
  {
    id: 'back',
    group: 'view',
    label: 'command.back',
    keys: 'Mod-Alt-ArrowLeft',
    run: (bench) => bench.back(),
  },
  {
    id: 'outline',
    group: 'view',
    label: 'command.outline',
    keys: 'Mod-Alt-o',
    isOn: (shell) => shell.state.get().outline,
    run: (_, shell) => shell.toggle('outline'),
  },
  {
    id: 'references',
    group: 'view',
    label: 'command.references',
    keys: 'Mod-Alt-r',
    isOn: (shell) => shell.state.get().panel === 'references',
    run: (_, shell) => shell.showPanel('references'),
  },
  {
    id: 'changes',
    group: 'view',
    label: 'command.changes',
    keys: 'Mod-Alt-c',
    isOn: (shell) => shell.state.get().panel === 'changes',
    run: (_, shell) => shell.showPanel('changes'),
  },
  {
    id: 'law',
    group: 'view',
    label: 'command.law',
    keys: 'Mod-Alt-l',
    isOn: (shell) => shell.state.get().panel === 'law',
    run: (_, shell) => shell.showPanel('law'),
  },
  {
    id: 'comparison',
    group: 'view',
    label: 'command.comparison',
    keys: 'Mod-Alt-b',
    isOn: (shell) => shell.state.get().panel === 'comparison',
    run: (_, shell) => shell.showPanel('comparison'),
  },
  {
    id: 'history',
    group: 'view',
    label: 'command.history',
    keys: 'Mod-Alt-j',
    isOn: (shell) => shell.state.get().panel === 'history',
    run: (_, shell) => shell.showPanel('history'),
  },
  {
    id: 'problems',
    group: 'view',
    label: 'command.problems',
    keys: 'Mod-Alt-p',
    isOn: (shell) => shell.state.get().panel === 'problems',
    run: (_, shell) => shell.showPanel('problems'),
  },
  {
    id: 'mergeReview',
    group: 'view',
    label: 'command.mergeReview',
    keys: 'Mod-Alt-e',
    isPossible: hasMerges,
    isOn: (shell) => shell.state.get().panel === 'merge',
    run: (_, shell) => shell.showPanel('merge'),
  },
  {
    id: 'nextMerged',
    group: 'view',
    label: 'command.nextMerged',
    keys: 'Alt-F8',
    isPossible: hasMerges,
    run: (bench, shell) => stepMerged(bench, shell, 'next'),
  },
  {
    id: 'previousMerged',
    group: 'view',
    label: 'command.previousMerged',
    keys: 'Alt-Shift-F8',
    isPossible: hasMerges,
    run: (bench, shell) => stepMerged(bench, shell, 'previous'),
  },
  {
    id: 'text',
    group: 'view',
    label: 'command.text',
    keys: 'F6',
    run: (bench) => bench.view.focus(),
  },
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
export function isAvailable({ edits, isPossible }: Command, bench: Bench): boolean {
  if (edits && bench.readOnly !== null) return false
  return isPossible?.(bench) ?? true
}

function hasMerges(bench: Bench): boolean {
  return bench.merges.get().length > 0
}

function stepMerged(bench: Bench, shell: Shell, direction: 'next' | 'previous'): void {
  shell.selectPanel('merge')
  bench.stepMerged(direction)
}

/** Side by side shows what is gone as well, a change in a row. */
function wayIn(shell: Shell): 'text' | 'rows' {
  return shell.state.get().sideBySide ? 'rows' : 'text'
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
