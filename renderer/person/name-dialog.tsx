import { type FormEvent, useState } from 'react'
import { Button, Form, Input, Label, Text, TextField } from 'react-aria-components'
import { useMessages } from '../messages/messages.tsx'
import { ModalDialog } from '../ui/modal-dialog.tsx'

interface NameDialogProps {
  readonly name: string
  readonly onCancel: () => void
  readonly onName: (name: string) => void
}

/** Asks by what name the person signs. */
export function NameDialog(props: NameDialogProps) {
  const { t } = useMessages()
  const [name, setName] = useState(props.name)
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    props.onName(name.trim())
  }
  return (
    <ModalDialog title={t('person.title')} closeLabel={t('common.close')} onClose={props.onCancel}>
      <Form className="dialog-form" onSubmit={handleSubmit}>
        <TextField className="field" value={name} onChange={setName} autoFocus maxLength={200}>
          <Label>{t('settings.name')}</Label>
          <Input autoComplete="name" />
          <Text slot="description" className="field-hint">
            {t('settings.nameAbout')}
          </Text>
        </TextField>
        <footer className="dialog-foot">
          <Button className="button" onPress={props.onCancel}>
            {t('common.cancel')}
          </Button>
          <Button className="button primary" type="submit" isDisabled={name.trim() === ''}>
            {t('person.save')}
          </Button>
        </footer>
      </Form>
    </ModalDialog>
  )
}
