import {
  ArrowDown,
  ArrowLeft,
  ArrowUp,
  Ban,
  BetweenHorizontalStart,
  CornerDownRight,
  IndentDecrease,
  IndentIncrease,
  type LucideIcon,
  SquarePlus,
  Strikethrough,
  Trash2,
} from 'lucide-react'
import { Separator, Toolbar } from 'react-aria-components'
import { useStore } from '../host/store.ts'
import { useMessages } from '../messages/messages.tsx'
import { IconButton, IconToggle } from '../ui/icon-button.tsx'
import type { Bench } from './bench.ts'
import { COMMANDS, isAvailable } from './commands.ts'
import { chordWords, platformOf } from './keys.ts'
import type { Shell } from './shell.ts'

const BUTTONS: readonly (readonly [id: string, icon: LucideIcon] | 'gap')[] = [
  ['insertArticle', SquarePlus],
  ['insertUnit', BetweenHorizontalStart],
  ['insertChild', CornerDownRight],
  'gap',
  ['moveUp', ArrowUp],
  ['moveDown', ArrowDown],
  ['outdent', IndentDecrease],
  ['indent', IndentIncrease],
  'gap',
  ['repeal', Ban],
  ['remove', Trash2],
]

/** Where the caret stands, in words, and what may be done with that unit. */
export function UnitBar({ bench, shell }: { readonly bench: Bench; readonly shell: Shell }) {
  const { t } = useMessages()
  const caret = useStore(bench.caret)
  const { redline } = useStore(shell.state)
  useStore(bench.commentsReadOnly)
  const here = caret.at(-1)
  return (
    <div className="unit-bar">
      <Shortcut bench={bench} shell={shell} id="back" icon={ArrowLeft} />
      <p className="unit-place" aria-live="polite">
        {here === undefined ? '' : bench.placeOf(here)}
      </p>
      <Toolbar className="unit-tools" aria-label={t('unit.tools')}>
        {BUTTONS.map((button, index) =>
          button === 'gap' ? (
            <Separator
              // biome-ignore lint/suspicious/noArrayIndexKey: the row of buttons is fixed
              key={index}
              orientation="vertical"
              className="tool-gap"
            />
          ) : (
            <Shortcut key={button[0]} bench={bench} shell={shell} id={button[0]} icon={button[1]} />
          ),
        )}
      </Toolbar>
      <IconToggle
        icon={Strikethrough}
        label={t('command.redline')}
        className="redline-toggle"
        isSelected={redline}
        onChange={() => shell.toggle('redline')}
      />
    </div>
  )
}

interface ShortcutProps {
  readonly bench: Bench
  readonly shell: Shell
  readonly id: string
  readonly icon: LucideIcon
}

function Shortcut({ bench, shell, id, icon }: ShortcutProps) {
  const { t } = useMessages()
  const command = COMMANDS.find((known) => known.id === id)
  if (!command) return null
  const shortcut = command.keys && chordWords(command.keys, platformOf(navigator.userAgent))
  return (
    <IconButton
      icon={icon}
      label={t(command.label)}
      shortcut={shortcut}
      isDisabled={!isAvailable(command, bench)}
      onPress={() => command.run(bench, shell)}
    />
  )
}
