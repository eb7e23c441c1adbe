import type { MessageKey } from '../messages/messages.tsx'
import type { Bench } from './bench.ts'
import type { Shell } from './shell.ts'

/** Something the drafter can do: menus, palette, toolbar and keyboard are all drawn from these. */
export interface Command {
  readonly id: string
  readonly group: CommandGroup
  readonly label: MessageKey
  /** As `Mod-Shift-k`. */
  readonly keys?: string
  /** Whether it changes the draft, and so is off where the draft may only be read. */
  readonly edits?: true
  /** Whether a reviewer, who may not do it, suggests it by the same command. */
  readonly suggests?: true
  /** Whether the place of the caret allows it; without it, every place does. */
  readonly isPossible?: (bench: Bench) => boolean
  readonly isOn?: (shell: Shell) => boolean
  /** Whether a line stands before it in its menu. */
  readonly opens?: 'group'
  readonly run: (bench: Bench, shell: Shell) => void
}

export type CommandGroup = 'file' | 'edit' | 'unit' | 'table' | 'references' | 'view' | 'help'
