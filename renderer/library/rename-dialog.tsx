import { type FormEvent, useState } from 'react'
import { Button, Form, Input, Label, TextField } from 'react-aria-components'
import { useMessages } from '../messages/messages.tsx'
import { ModalDialog } from '../ui/modal-dialog.tsx'

interface RenameDialogProps {
  readonly title: string
  readonly onCancel: () => void
  readonly onRename: (title: string) => void
}

export function RenameDialog(props: RenameDialogProps) {
  const { t } = useMessages()
  const [title, setTitle] = useState(props.title)
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    props.onRename(title.trim())
  }
  return (
    <ModalDialog
      title={t('library.renameTitle')}
      closeLabel={t('common.close')}
      onClose={props.onCancel}
    >
      <Form className="dialog-form" onSubmit={handleSubmit}>
        <TextField className="field" value={title} onChange={setTitle} autoFocus maxLength={2000}>
          <Label>{t('library.newTitle')}</Label>
          <Input />
        </TextField>
        <footer className="dialog-foot">
          <Button className="button" onPress={props.onCancel}>
            {t('common.cancel')}
          </Button>
          <Button className="button primary" type="submit" isDisabled={title.trim() === ''}>
            {t('library.rename')}
          </Button>
        </footer>
      </Form>
    </ModalDialog>
  )
}
