import { type FormEvent, useState } from 'react'
import { Button, Form, Input, Label, Text, TextField } from 'react-aria-components'
import { useMessages } from '../messages/messages.tsx'
import { useWho } from '../person/person.tsx'
import { ModalDialog } from '../ui/modal-dialog.tsx'
import { notify } from '../ui/toasts.tsx'
import type { Bench } from './bench.ts'

interface NameVersionDialogProps {
  readonly bench: Bench
  readonly onClose: () => void
}

/** Keeps the draft as it stands under a name that its person signs. */
export function NameVersionDialog({ bench, onClose }: NameVersionDialogProps) {
  const { t } = useMessages()
  const who = useWho()
  const [name, setName] = useState('')
  const [isBusy, setBusy] = useState(false)
  const keep = async () => {
    setBusy(true)
    const kept = await bench.nameVersion(name)
    setBusy(false)
    if (!kept.ok) {
      notify({ tone: 'problem', text: kept.problem })
      return
    }
    notify({ tone: 'plain', text: t('versions.named', { name: name.trim() }) })
    onClose()
  }
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    who.named(() => void keep())
  }
  return (
    <ModalDialog title={t('versions.nameTitle')} closeLabel={t('common.close')} onClose={onClose}>
      <Form className="dialog-form" onSubmit={handleSubmit}>
        <TextField className="field" value={name} onChange={setName} autoFocus maxLength={500}>
          <Label>{t('versions.name')}</Label>
          <Input />
          <Text slot="description" className="field-hint">
            {t('versions.nameAbout')}
          </Text>
        </TextField>
        <footer className="dialog-foot">
          <Button className="button" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            className="button primary"
            type="submit"
            isDisabled={name.trim() === ''}
            isPending={isBusy}
          >
            {t('versions.keep')}
          </Button>
        </footer>
      </Form>
    </ModalDialog>
  )
}
