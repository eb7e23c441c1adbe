import { Heading, Keyboard } from 'react-aria-components'
import { type MessageKey, useMessages } from '../messages/messages.tsx'
import { ModalDialog } from '../ui/modal-dialog.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import type { CommandGroup } from './command.ts'
import { commandsOf } from './commands.ts'
import { chordWords, platformOf } from './keys.ts'

const GROUPS: readonly CommandGroup[] = ['edit', 'unit', 'references', 'view', 'file', 'help']

/** Keys of the text itself, which the editor answers and not the command table. */
const TEXT_KEYS: readonly (readonly [keys: string, words: MessageKey])[] = [
  ['Enter', 'keys.enter'],
  ['Backspace', 'keys.backspace'],
  ['Tab', 'keys.tab'],
  ['Shift-Tab', 'keys.shiftTab'],
  ['Mod-Shift-v', 'keys.pasteWords'],
  ['Shift-F10', 'keys.contextMenu'],
]

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useMessages()
  const platform = platformOf(navigator.userAgent)
  const row = (words: string, keys: string) => (
    <div key={keys} className="shortcut">
      <dt>{words}</dt>
      <dd>
        <Keyboard>{chordWords(keys, platform)}</Keyboard>
      </dd>
    </div>
  )
  return (
    <ModalDialog
      size="large"
      title={t('command.shortcuts')}
      closeLabel={t('common.close')}
      onClose={onClose}
    >
      <ScrollRegion className="shortcuts" label={t('command.shortcuts')}>
        <div>
          <section>
            <Heading level={3}>{t('keys.text')}</Heading>
            <dl>{TEXT_KEYS.map(([keys, words]) => row(t(words), keys))}</dl>
          </section>
          {GROUPS.map((group) => (
            <section key={group}>
              <Heading level={3}>{t(`menu.${group}`)}</Heading>
              <dl>
                {commandsOf(group).map(
                  ({ label, keys }) => keys !== undefined && row(t(label), keys),
                )}
              </dl>
            </section>
          ))}
        </div>
      </ScrollRegion>
    </ModalDialog>
  )
}
