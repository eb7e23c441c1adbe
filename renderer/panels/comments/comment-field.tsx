import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { Button, Label, TextArea, TextField } from 'react-aria-components'
import type { Person } from '#shared/sync/person.ts'
import { useMessages } from '../../messages/messages.tsx'
import { PersonDot } from '../../person/person-dot.tsx'
import { completeMention, mentionAt, type OpenMention } from './model.ts'

interface CommentFieldProps {
  readonly label: string
  readonly submitLabel: string
  readonly words?: string
  /** Whom one may mention. */
  readonly people: readonly Person[]
  readonly onSubmit: (words: string) => void
  readonly onCancel: () => void
}

/** Where a comment is written: Ctrl+Enter sends it, Escape leaves it, `@` offers names. */
export function CommentField(props: CommentFieldProps) {
  const { label, submitLabel, people, onSubmit, onCancel } = props
  const { t } = useMessages()
  const [words, setWords] = useState(props.words ?? '')
  const [mention, setMention] = useState<OpenMention>()
  const [chosen, setChosen] = useState(0)
  const field = useRef<HTMLTextAreaElement>(null)
  const list = useId()
  const isBlank = words.trim() === ''
  const look = () => {
    const { value, selectionStart } = field.current ?? { value: '', selectionStart: 0 }
    setMention(mentionAt(value, selectionStart, people))
    setChosen(0)
  }
  const handleChoose = (person: Person) => {
    if (!mention || !field.current) return
    const done = completeMention(words, field.current.selectionStart, mention, person)
    setWords(done.words)
    setMention(undefined)
    field.current.focus()
    requestAnimationFrame(() => field.current?.setSelectionRange(done.caret, done.caret))
  }
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      if (!isBlank) onSubmit(words.trim())
    } else if (mention && handleMentionKey(event.key)) {
      event.preventDefault()
      event.stopPropagation()
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      onCancel()
    }
  }
  const handleMentionKey = (key: string): boolean => {
    const count = mention?.people.length ?? 0
    const person = mention?.people[chosen]
    if (key === 'ArrowDown') setChosen((chosen + 1) % count)
    else if (key === 'ArrowUp') setChosen((chosen + count - 1) % count)
    else if (key === 'Escape') setMention(undefined)
    else if ((key === 'Enter' || key === 'Tab') && person) handleChoose(person)
    else return false
    return true
  }
  return (
    <div className="comment-field">
      <TextField
        className="field"
        value={words}
        onChange={(value) => {
          setWords(value)
          look()
        }}
        autoFocus
        maxLength={20_000}
      >
        <Label>{label}</Label>
        <TextArea
          ref={field}
          rows={3}
          onKeyDown={handleKeyDown}
          aria-autocomplete="list"
          aria-controls={mention ? list : undefined}
          aria-activedescendant={mention ? `${list}-${chosen}` : undefined}
        />
      </TextField>
      {mention && (
        <div id={list} role="listbox" className="mentions" aria-label={t('comments.people')}>
          {mention.people.map((person, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and its keys choose
            <div
              key={person.id}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              className="menu-item"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => handleChoose(person)}
            >
              <PersonDot id={person.id} /> {person.name}
            </div>
          ))}
        </div>
      )}
      <div className="comment-acts">
        <Button
          className="button primary"
          isDisabled={isBlank}
          onPress={() => onSubmit(words.trim())}
        >
          {submitLabel}
        </Button>
        <Button className="button" onPress={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </div>
  )
}
