import { Search } from 'lucide-react'
import {
  Autocomplete,
  Dialog,
  Input,
  Keyboard,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  SearchField,
  useFilter,
} from 'react-aria-components'
import { useMessages } from '../messages/messages.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import type { Bench } from './bench.ts'
import { COMMANDS, isAvailable } from './commands.ts'
import { chordWords, platformOf } from './keys.ts'
import type { Shell } from './shell.ts'

interface PaletteProps {
  readonly bench: Bench
  readonly shell: Shell
}

/** Every command by name. */
export function Palette({ bench, shell }: PaletteProps) {
  const { t } = useMessages()
  const { contains } = useFilter({ sensitivity: 'base' })
  const platform = platformOf(navigator.userAgent)
  const handleOpenChange = (isOpen: boolean) => {
    if (!isOpen) shell.show('none')
  }
  const commands = COMMANDS.filter(({ id }) => id !== 'palette')
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={handleOpenChange} className="overlay">
      <Modal className="modal palette" data-size="small">
        <Dialog className="dialog" aria-label={t('command.palette')}>
          <Autocomplete filter={contains}>
            <SearchField
              className="search palette-search"
              aria-label={t('palette.search')}
              autoFocus
            >
              <Search size={15} aria-hidden />
              <Input placeholder={t('palette.search')} />
            </SearchField>
            <ScrollRegion className="palette-list">
              <Menu
                className="menu"
                aria-label={t('palette.commands')}
                items={commands}
                disabledKeys={commands.filter((c) => !isAvailable(c, bench)).map(({ id }) => id)}
                renderEmptyState={() => <p className="panel-empty">{t('palette.nothing')}</p>}
                onAction={(key) => {
                  const command = commands.find(({ id }) => id === key)
                  shell.show('none')
                  // Runs once the palette has given the focus back.
                  requestAnimationFrame(() => command?.run(bench, shell))
                }}
              >
                {(command) => (
                  <MenuItem id={command.id} className="menu-item" textValue={t(command.label)}>
                    <span className="palette-group">{t(`menu.${command.group}`)}</span>
                    {t(command.label)}
                    {command.keys && <Keyboard>{chordWords(command.keys, platform)}</Keyboard>}
                  </MenuItem>
                )}
              </Menu>
            </ScrollRegion>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
