import { Check } from 'lucide-react'
import { Fragment } from 'react'
import {
  Button,
  Header,
  Keyboard,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
  Toolbar,
} from 'react-aria-components'
import type { Settings } from '#shared/bridge/contract.ts'
import { useStore } from '../host/store.ts'
import { useMessages } from '../messages/messages.tsx'
import type { Bench } from './bench.ts'
import type { Command, CommandGroup } from './command.ts'
import { commandsOf, isAvailable } from './commands.ts'
import { chordWords, platformOf } from './keys.ts'
import type { Shell } from './shell.ts'

interface MenuBarProps {
  readonly bench: Bench
  readonly shell: Shell
  readonly settings: Settings
  readonly onSettings: (settings: Settings) => void
}

const MENUS: readonly CommandGroup[] = [
  'file',
  'edit',
  'unit',
  'table',
  'references',
  'view',
  'help',
]

export function MenuBar(props: MenuBarProps) {
  const { t } = useMessages()
  return (
    <Toolbar className="menu-bar" aria-label={t('menu.title')}>
      {MENUS.map((group) => (
        <MenuTrigger key={group}>
          <Button className="menu-button">{t(`menu.${group}`)}</Button>
          <Popover className="popover" offset={4}>
            <GroupMenu {...props} group={group} />
          </Popover>
        </MenuTrigger>
      ))}
    </Toolbar>
  )
}

function GroupMenu(props: MenuBarProps & { readonly group: CommandGroup }) {
  const { t } = useMessages()
  const { group, settings, onSettings } = props
  return (
    <Menu className="menu" aria-label={t(`menu.${group}`)}>
      <CommandItems {...props} />
      {group === 'view' && (
        <>
          <Separator className="menu-line" />
          <Choice
            title={t('settings.theme')}
            chosen={settings.theme}
            choices={[
              ['system', t('theme.system')],
              ['light', t('theme.light')],
              ['dark', t('theme.dark')],
            ]}
            onChoose={(theme) => onSettings({ ...settings, theme })}
          />
          <Separator className="menu-line" />
          <Choice
            title={t('settings.language')}
            chosen={settings.language}
            choices={[
              ['en', t('language.en')],
              ['ru', t('language.ru')],
              ['kk', t('language.kk')],
            ]}
            onChoose={(language) => onSettings({ ...settings, language })}
          />
        </>
      )}
    </Menu>
  )
}

function CommandItems({ bench, shell, group }: MenuBarProps & { readonly group: CommandGroup }) {
  const { t } = useMessages()
  useStore(shell.state)
  const platform = platformOf(navigator.userAgent)
  return grouped(commandsOf(group)).map((commands, index) => (
    <Fragment key={commands[0]?.id}>
      {index > 0 && <Separator className="menu-line" />}
      <MenuSection aria-label={t(`menu.${group}`)}>
        {commands.map((command) => (
          <MenuItem
            key={command.id}
            id={command.id}
            className="menu-item"
            textValue={t(command.label)}
            isDisabled={!isAvailable(command, bench)}
            onAction={() => requestAnimationFrame(() => command.run(bench, shell))}
          >
            <span className="menu-check">
              {command.isOn?.(shell) && <Check size={14} aria-label={t('menu.on')} />}
            </span>
            {t(command.label)}
            {command.keys && <Keyboard>{chordWords(command.keys, platform)}</Keyboard>}
          </MenuItem>
        ))}
      </MenuSection>
    </Fragment>
  ))
}

/** The commands of a menu, parted where one opens a group. */
function grouped(commands: readonly Command[]): readonly (readonly Command[])[] {
  const groups: Command[][] = []
  for (const command of commands) {
    const last = groups.at(-1)
    if (last && command.opens !== 'group') last.push(command)
    else groups.push([command])
  }
  return groups
}

interface ChoiceProps<T extends string> {
  readonly title: string
  readonly chosen: T
  readonly choices: readonly (readonly [value: T, words: string])[]
  readonly onChoose: (value: T) => void
}

function Choice<T extends string>({ title, chosen, choices, onChoose }: ChoiceProps<T>) {
  return (
    <MenuSection
      selectionMode="single"
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        const choice = choices.find(([value]) => keys !== 'all' && keys.has(value))
        if (choice) onChoose(choice[0])
      }}
    >
      <Header className="menu-head">{title}</Header>
      {choices.map(([value, words]) => (
        <MenuItem key={value} id={value} className="menu-item" textValue={words}>
          {({ isSelected }) => (
            <>
              <span className="menu-check">{isSelected && <Check size={14} aria-hidden />}</span>
              {words}
            </>
          )}
        </MenuItem>
      ))}
    </MenuSection>
  )
}
