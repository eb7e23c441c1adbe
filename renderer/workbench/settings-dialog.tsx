import { Input, Label, Radio, RadioGroup, Text, TextField } from 'react-aria-components'
import type { Settings } from '#shared/bridge/contract.ts'
import { useMessages } from '../messages/messages.tsx'
import { ModalDialog } from '../ui/modal-dialog.tsx'

interface SettingsDialogProps {
  readonly settings: Settings
  readonly onSettings: (settings: Settings) => void
  readonly onClose: () => void
}

const THEMES = ['system', 'light', 'dark'] as const
const LANGUAGES = ['en', 'ru', 'kk'] as const

export function SettingsDialog({ settings, onSettings, onClose }: SettingsDialogProps) {
  const { t } = useMessages()
  return (
    <ModalDialog title={t('settings.title')} closeLabel={t('common.close')} onClose={onClose}>
      <div className="dialog-form">
        <TextField
          className="field"
          defaultValue={settings.person.name}
          maxLength={200}
          onChange={(name) =>
            onSettings({ ...settings, person: { ...settings.person, name: name.trim() } })
          }
        >
          <Label>{t('settings.name')}</Label>
          <Input autoComplete="name" />
          <Text slot="description" className="field-hint">
            {t('settings.nameAbout')}
          </Text>
        </TextField>
        <RadioGroup
          className="segments"
          value={settings.language}
          onChange={(value) => {
            const language = LANGUAGES.find((known) => known === value)
            if (language) onSettings({ ...settings, language })
          }}
        >
          <Label>{t('settings.language')}</Label>
          <div className="segments-row">
            {LANGUAGES.map((language) => (
              <Radio key={language} value={language} className="segment">
                {t(`language.${language}`)}
              </Radio>
            ))}
          </div>
        </RadioGroup>
        <RadioGroup
          className="segments"
          value={settings.theme}
          onChange={(value) => {
            const theme = THEMES.find((known) => known === value)
            if (theme) onSettings({ ...settings, theme })
          }}
        >
          <Label>{t('settings.theme')}</Label>
          <div className="segments-row">
            {THEMES.map((theme) => (
              <Radio key={theme} value={theme} className="segment">
                {t(`theme.${theme}`)}
              </Radio>
            ))}
          </div>
        </RadioGroup>
      </div>
    </ModalDialog>
  )
}
