import type { Bench } from './bench.ts'
import type { Command } from './command.ts'
import type { Shell } from './shell.ts'

/** Commands about what is shown: of the text, of its changes, and which panel stands beside it. */
export const VIEW_COMMANDS: readonly Command[] = [
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
    opens: 'group',
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
    id: 'text',
    group: 'view',
    label: 'command.text',
    keys: 'F6',
    run: (bench) => bench.view.focus(),
  },
  {
    id: 'outline',
    group: 'view',
    opens: 'group',
    label: 'command.outline',
    keys: 'Mod-Alt-o',
    isOn: (shell) => shell.state.get().outline,
    run: (_, shell) => shell.toggle('outline'),
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
    id: 'references',
    group: 'view',
    label: 'command.references',
    keys: 'Mod-Alt-r',
    isOn: (shell) => shell.state.get().panel === 'references',
    run: (_, shell) => shell.showPanel('references'),
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
    opens: 'group',
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
]

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
