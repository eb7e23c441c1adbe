import type { Bench } from './bench.ts'
import type { Command } from './command.ts'

/** Commands about what people say of the draft. */
export const COMMENT_COMMANDS: readonly Command[] = [
  {
    id: 'comment',
    group: 'edit',
    opens: 'group',
    label: 'command.comment',
    keys: 'Mod-Alt-m',
    isPossible: mayComment,
    run: (_, shell) => shell.show('comment'),
  },
  {
    id: 'suggest',
    group: 'edit',
    label: 'command.suggest',
    keys: 'Mod-Alt-d',
    isPossible: mayComment,
    run: (_, shell) => shell.show('suggest'),
  },
  {
    id: 'takeComments',
    group: 'edit',
    label: 'command.takeComments',
    isPossible: mayComment,
    run: (_, shell) => shell.show('takeComments'),
  },
  {
    id: 'comments',
    group: 'view',
    opens: 'group',
    label: 'command.comments',
    keys: 'Mod-Alt-k',
    isOn: (shell) => shell.state.get().panel === 'comments',
    run: (_, shell) => shell.showPanel('comments'),
  },
  {
    id: 'commentHere',
    group: 'view',
    label: 'command.commentHere',
    keys: 'Mod-Alt-y',
    isPossible: hasThreads,
    run: (bench, shell) => {
      if (!bench.showThreadHere()) shell.selectPanel('comments')
    },
  },
  {
    id: 'nextComment',
    group: 'view',
    label: 'command.nextComment',
    keys: 'F4',
    isPossible: hasThreads,
    run: (bench, shell) => {
      shell.selectPanel('comments')
      bench.stepThread('next')
    },
  },
  {
    id: 'previousComment',
    group: 'view',
    label: 'command.previousComment',
    keys: 'Shift-F4',
    isPossible: hasThreads,
    run: (bench, shell) => {
      shell.selectPanel('comments')
      bench.stepThread('previous')
    },
  },
]

function mayComment(bench: Bench): boolean {
  return bench.commentsReadOnly.get() === null
}

function hasThreads(bench: Bench): boolean {
  return bench.threads.get().length > 0
}
