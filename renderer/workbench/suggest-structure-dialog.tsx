import { type FormEvent, useState } from 'react'
import { Button, Form, Input, Label, Text, TextArea, TextField } from 'react-aria-components'
import type { StructureProposal } from '#shared/review/structure.ts'
import { useStore } from '../host/store.ts'
import { useMessages } from '../messages/messages.tsx'
import { deedOf } from '../panels/comments/suggested.ts'
import { useWho } from '../person/person.tsx'
import { ModalDialog } from '../ui/modal-dialog.tsx'
import { notify } from '../ui/toasts.tsx'
import type { Bench } from './bench.ts'
import { targetOf } from './suggestions-in-text.ts'
import { useTargetWords } from './use-comment-words.ts'

/** Suggests what a reviewer may not do to a unit as a whole, and says why. */
export function SuggestStructureDialog({ bench }: { readonly bench: Bench }) {
  const { t } = useMessages()
  const asked = useStore(bench.suggesting)
  if (asked === undefined) return null
  const title = asked === 'none' ? t('comments.suggest') : t(`suggest.ask.${deedOf(asked)}`)
  return (
    <ModalDialog title={title} closeLabel={t('common.close')} onClose={bench.dropSuggestion}>
      {asked === 'none' ? (
        <p className="dialog-form">{t('suggest.none')}</p>
      ) : (
        <SuggestForm bench={bench} asked={asked} />
      )}
    </ModalDialog>
  )
}

interface SuggestFormProps {
  readonly bench: Bench
  readonly asked: StructureProposal
}

function SuggestForm({ bench, asked }: SuggestFormProps) {
  const { t } = useMessages()
  const who = useWho()
  const whereWords = useTargetWords()
  const unit = asked.kind === 'insert' ? asked.unit : undefined
  const [label, setLabel] = useState(unit?.label ?? '')
  const [heading, setHeading] = useState(unit?.heading ?? '')
  const [text, setText] = useState('')
  const [why, setWhy] = useState('')
  const target = targetOf(asked, undefined, bench.placeOf)
  const lang = bench.summary.language
  const isEmpty = unit !== undefined && text.trim() === '' && heading.trim() === ''
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (isEmpty) return
    const written = unit && {
      label: label.trim() === '' ? null : label.trim(),
      heading: unit.heading === null ? null : heading.trim(),
      text,
    }
    who.named(() => {
      const done = bench.settleSuggestion(why.trim(), written)
      if (!done.ok) notify({ tone: 'problem', text: done.problem })
    })
  }
  return (
    <Form className="dialog-form suggest" onSubmit={handleSubmit}>
      <p className="comment-place">
        {[unit ? '' : asked.name, target?.place ? whereWords(target) : '']
          .filter((words) => words !== '')
          .join(' — ')}
      </p>
      {unit && (
        <>
          {unit.label !== null && (
            <TextField className="field" value={label} onChange={setLabel} maxLength={64}>
              <Label>{t('suggest.number')}</Label>
              <Input className="input" />
            </TextField>
          )}
          {unit.heading !== null && (
            <TextField
              className="field"
              value={heading}
              onChange={setHeading}
              lang={lang}
              autoFocus
            >
              <Label>{t('suggest.heading')}</Label>
              <Input className="input" />
            </TextField>
          )}
          <TextField
            className="field"
            value={text}
            onChange={setText}
            lang={lang}
            autoFocus={unit.heading === null}
          >
            <Label>{t('suggest.text')}</Label>
            <TextArea rows={6} />
            <Text slot="description" className="field-hint">
              {t('suggest.written')}
            </Text>
          </TextField>
        </>
      )}
      <TextField
        className="field"
        value={why}
        onChange={setWhy}
        maxLength={20_000}
        autoFocus={unit === undefined}
      >
        <Label>{t('comments.why')}</Label>
        <TextArea rows={2} />
      </TextField>
      <footer className="dialog-foot">
        <Button className="button" onPress={bench.dropSuggestion}>
          {t('common.cancel')}
        </Button>
        <Button className="button primary" type="submit" isDisabled={isEmpty}>
          {t('comments.suggest')}
        </Button>
      </footer>
    </Form>
  )
}
