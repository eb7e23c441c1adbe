import { useSettings } from '../host/settings.tsx'
import { useMessages } from '../messages/messages.tsx'
import { SelectField } from '../ui/select-field.tsx'

const STANDARDS = ['ua-1', 'a-2a'] as const

/** What exported PDFs claim; the choice is kept for the next ones. */
export function PdfOptions() {
  const { t } = useMessages()
  const { settings, onSettings } = useSettings()
  return (
    <SelectField
      label={t('export.pdf')}
      choices={STANDARDS.map((key) => ({ key, words: t(`export.pdf.${key}`) }))}
      chosen={settings.pdf}
      onChoose={(pdf) => onSettings({ ...settings, pdf })}
    />
  )
}
