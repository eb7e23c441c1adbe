import { Input, Label, Text, TextField } from 'react-aria-components'
import { useMessages } from '../messages/messages.tsx'

interface InvitationFieldProps {
  readonly value: string
  readonly about: string
  readonly onChange: (invitation: string) => void
}

/** Takes an invitation's link; it has the focus when it comes. */
export function InvitationField({ value, about, onChange }: InvitationFieldProps) {
  const { t } = useMessages()
  return (
    <TextField className="field" value={value} onChange={onChange} autoFocus maxLength={5000}>
      <Label>{t('share.invitation')}</Label>
      <Input autoComplete="off" spellCheck="false" />
      <Text slot="description" className="field-hint">
        {about}
      </Text>
    </TextField>
  )
}
