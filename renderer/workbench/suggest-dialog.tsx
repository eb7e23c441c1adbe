import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button, Form, Label, Text, TextArea, TextField } from 'react-aria-components'
import { useMessages } from '../messages/messages.tsx'
import { useWho } from '../person/person.tsx'
import { ModalDialog } from '../ui/modal-dialog.tsx'
import { notify } from '../ui/toasts.tsx'
import type { Bench } from './bench.ts'

interface SuggestDialogProps {
  readonly bench: Bench
  /** Words that were typed over those that are selected. */
  readonly typed?: string
  readonly onClose: () => void
}

/** Suggests other words for those that are selected, or for the paragraph at the caret. */
export function SuggestDialog({ bench, typed, onClose }: SuggestDialogProps) {
  const { t } = useMessages()
  const who = useWho()
  const [subject] = useState(bench.suggestionSubject)
  const [over] = useState(() => (typed === undefined ? undefined : subject?.typedOver(typed)))
  const [words, setWords] = useState(over?.words ?? subject?.quote ?? '')
  const field = useRef<HTMLTextAreaElement>(null)
  // Keys that follow go behind those that were typed.
  useEffect(() => {
    if (over) field.current?.setSelectionRange(over.caret, over.caret)
  }, [over])
  const [why, setWhy] = useState('')
  const suggest = () => {
    const done = subject && bench.suggest(subject, words, why.trim())
    if (done?.ok === false) notify({ tone: 'problem', text: done.problem })
    else onClose()
  }
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    who.named(suggest)
  }
  return (
    <ModalDialog title={t('comments.suggest')} closeLabel={t('common.close')} onClose={onClose}>
      {subject === undefined ? (
        <p className="dialog-form">{t('suggest.nowhere')}</p>
      ) : (
        <Form className="dialog-form suggest" onSubmit={handleSubmit}>
          <p className="comment-place">{subject.place}</p>
          <TextField
            className="field"
            value={words}
            onChange={setWords}
            autoFocus
            lang={bench.summary.language}
          >
            <Label>{t('comments.instead')}</Label>
            <TextArea ref={field} rows={5} />
            <Text slot="description" className="field-hint">
              {t('suggest.written')}
            </Text>
          </TextField>
          <TextField className="field" value={why} onChange={setWhy} maxLength={20_000}>
            <Label>{t('comments.why')}</Label>
            <TextArea rows={2} />
          </TextField>
          <footer className="dialog-foot">
            <Button className="button" onPress={onClose}>
              {t('common.cancel')}
            </Button>
            <Button className="button primary" type="submit" isDisabled={words === subject.quote}>
              {t('comments.suggest')}
            </Button>
          </footer>
        </Form>
      )}
    </ModalDialog>
  )
}
