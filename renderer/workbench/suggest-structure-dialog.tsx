import { type FormEvent, useState } from 'react'
import { Button, Form, Input, Label, Text, TextArea, TextField } from 'react-aria-components'
import type { UnitProposal } from '#shared/review/structure.ts'
import type { ProposedPart } from '#shared/review/threads.ts'
import { profileOf } from '#shared/tradition/profiles.ts'
import { useStore } from '../host/store.ts'
import { type MessageKey, useMessages } from '../messages/messages.tsx'
import { PartPreview } from '../panels/comments/part-preview.tsx'
import { deedOf } from '../panels/comments/suggested.ts'
import { useWho } from '../person/person.tsx'
import { ModalDialog } from '../ui/modal-dialog.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { notify } from '../ui/toasts.tsx'
import type { Bench } from './bench.ts'
import type { Suggesting } from './bench-suggestions.ts'
import { SuggestDialog } from './suggest-dialog.tsx'
import { targetOf } from './suggestions-in-text.ts'
import { useTargetWords } from './use-comment-words.ts'

/** Suggests what a reviewer may not do to the text, and says why. */
export function SuggestStructureDialog({ bench }: { readonly bench: Bench }) {
  const { t } = useMessages()
  const asked = useStore(bench.suggesting)
  if (asked === undefined) return null
  if (asked !== 'none' && asked.kind === 'typed') {
    const { words } = asked
    return <SuggestDialog key={words} bench={bench} typed={words} onClose={bench.dropSuggestion} />
  }
  return (
    <ModalDialog
      title={t(titleOf(asked))}
      closeLabel={t('common.close')}
      onClose={bench.dropSuggestion}
    >
      <Asked bench={bench} asked={asked} />
    </ModalDialog>
  )
}

interface AskedProps {
  readonly bench: Bench
  readonly asked: Exclude<Suggesting, { kind: 'typed' }>
}

function Asked({ bench, asked }: AskedProps) {
  const { t } = useMessages()
  if (asked === 'none') return <p className="dialog-form">{t('suggest.none')}</p>
  if (asked.kind === 'change') return <ChangeForm bench={bench} parts={asked.parts} />
  return <SuggestForm bench={bench} asked={asked} />
}

function titleOf(asked: AskedProps['asked']): MessageKey {
  if (asked === 'none') return 'comments.suggest'
  return asked.kind === 'change' ? 'suggest.ask.change' : `suggest.ask.${deedOf(asked)}`
}

interface ChangeFormProps {
  readonly bench: Bench
  readonly parts: readonly ProposedPart[]
}

/** Shows what a change of the text is, part by part, and asks why. */
function ChangeForm({ bench, parts }: ChangeFormProps) {
  const { t } = useMessages()
  const who = useWho()
  const [why, setWhy] = useState('')
  const profile = profileOf(bench.act.get())
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    who.named(() => {
      const done = bench.settleSuggestion(why.trim(), undefined)
      if (!done.ok) notify({ tone: 'problem', text: done.problem })
    })
  }
  return (
    <Form className="dialog-form suggest" onSubmit={handleSubmit}>
      <ScrollRegion className="suggest-parts" label={t('suggest.parts')}>
        {parts.map((part, index) => (
          <PartPreview
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one change never change places
            key={index}
            part={part}
            profile={profile}
            language={bench.summary.language}
            place={bench.placeOf(part.anchor.unit)}
          />
        ))}
      </ScrollRegion>
      <Why why={why} onWhy={setWhy} autoFocus />
      <Foot bench={bench} isDisabled={false} />
    </Form>
  )
}

interface WhyProps {
  readonly why: string
  readonly onWhy: (why: string) => void
  readonly autoFocus: boolean
}

function Why({ why, onWhy, autoFocus }: WhyProps) {
  const { t } = useMessages()
  return (
    <TextField
      className="field"
      value={why}
      onChange={onWhy}
      maxLength={20_000}
      autoFocus={autoFocus}
    >
      <Label>{t('comments.why')}</Label>
      <TextArea rows={2} />
    </TextField>
  )
}

function Foot({ bench, isDisabled }: { readonly bench: Bench; readonly isDisabled: boolean }) {
  const { t } = useMessages()
  return (
    <footer className="dialog-foot">
      <Button className="button" onPress={bench.dropSuggestion}>
        {t('common.cancel')}
      </Button>
      <Button className="button primary" type="submit" isDisabled={isDisabled}>
        {t('comments.suggest')}
      </Button>
    </footer>
  )
}

interface SuggestFormProps {
  readonly bench: Bench
  readonly asked: UnitProposal
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
      <Why why={why} onWhy={setWhy} autoFocus={unit === undefined} />
      <Foot bench={bench} isDisabled={isEmpty} />
    </Form>
  )
}
