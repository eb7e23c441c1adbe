import type { Command } from './command.ts'

/** What can be done with references: their menu, and keys that work in the text. */
export const REFERENCE_COMMANDS: readonly Command[] = [
  {
    id: 'insertReference',
    group: 'references',
    label: 'command.insertReference',
    keys: 'Mod-Shift-k',
    edits: true,
    run: (_, shell) => shell.show('insertReference'),
  },
  {
    id: 'showReference',
    group: 'references',
    label: 'command.showReference',
    keys: 'Alt-Enter',
    run: (bench) => bench.showCardAtCaret(),
  },
  {
    id: 'followReference',
    group: 'references',
    label: 'command.followReference',
    keys: 'Mod-Alt-Enter',
    run: (bench) => bench.followAtCaret(),
  },
  {
    id: 'nextDoubtful',
    group: 'references',
    opens: 'group',
    label: 'command.nextDoubtful',
    keys: 'F9',
    run: (bench) => bench.stepDoubtful('next'),
  },
  {
    id: 'previousDoubtful',
    group: 'references',
    label: 'command.previousDoubtful',
    keys: 'Shift-F9',
    run: (bench) => bench.stepDoubtful('previous'),
  },
  {
    id: 'renumber',
    group: 'references',
    opens: 'group',
    label: 'command.renumber',
    keys: 'Mod-Alt-n',
    edits: true,
    run: (_, shell) => shell.show('renumber'),
  },
  {
    id: 'graph',
    group: 'references',
    label: 'command.graph',
    keys: 'Mod-Alt-g',
    run: (bench, shell) => shell.showGraph(bench.summary.id),
  },
]
