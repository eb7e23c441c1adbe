import { type FormEvent, useMemo, useState } from 'react'
import { Button, Form, Input, Label, Text, TextField } from 'react-aria-components'
import { unitByNumbers, unitQuery } from '#shared/citation/find-units.ts'
import { unitAttrs } from '#shared/schema/act.ts'
import { useMessages } from '../messages/messages.tsx'
import { ModalDialog } from '../ui/modal-dialog.tsx'
import type { Bench } from './bench.ts'

interface GoToDialogProps {
  readonly bench: Bench
  readonly onClose: () => void
}

/** Goes to a unit by numbers: `44 3`. */
export function GoToDialog({ bench, onClose }: GoToDialogProps) {
  const { t } = useMessages()
  const [query, setQuery] = useState('')
  const unit = useMemo(() => {
    const found = unitByNumbers(bench.act.get(), unitQuery(query))
    return found && unitAttrs(found.unit).id
  }, [bench, query])
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (unit === undefined) return
    onClose()
    // The dialog gives the focus back to where it was; the jump comes after that.
    requestAnimationFrame(() => bench.jump(unit))
  }
  const answer =
    unit !== undefined ? bench.placeOf(unit) : query.trim() === '' ? t('goTo.hint') : t('goTo.none')
  return (
    <ModalDialog title={t('command.goTo')} closeLabel={t('common.close')} onClose={onClose}>
      <Form className="dialog-form" onSubmit={handleSubmit}>
        <TextField className="field" value={query} onChange={setQuery} autoFocus>
          <Label>{t('goTo.numbers')}</Label>
          <Input placeholder="44 3" autoComplete="off" />
          <Text slot="description" className="field-hint">
            {answer}
          </Text>
        </TextField>
        <footer className="dialog-foot">
          <Button className="button primary" type="submit" isDisabled={unit === undefined}>
            {t('goTo.go')}
          </Button>
        </footer>
      </Form>
    </ModalDialog>
  )
}
