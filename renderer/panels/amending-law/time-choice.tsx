import { useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import { type TimeOfForce, timeOfForce } from '#shared/schema/in-force.ts'
import { useMessages } from '../../messages/messages.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { CHOICES, type Choice, chosenTime, typedTime } from './times.ts'

interface TimeChoiceProps {
  readonly label: string
  /** What it means to choose none. */
  readonly none: string
  readonly time: TimeOfForce | null
  readonly isDisabled: boolean
  readonly onChoose: (time: TimeOfForce | null) => void
}

/** A time from which law is in force: on a day, with publication, or days after it. */
export function TimeChoice({ label, none, time, isDisabled, onChoose }: TimeChoiceProps) {
  const { t } = useMessages()
  const words = (choice: Choice) => (choice === 'none' ? none : t(`inForce.${choice}`))
  return (
    <div className="time-choice">
      <SelectField
        label={label}
        choices={CHOICES.map((key) => ({ key, words: words(key) }))}
        chosen={time?.kind ?? 'none'}
        isDisabled={isDisabled}
        onChoose={(choice) => onChoose(chosenTime(choice, new Date()))}
      />
      {time !== null && time.kind !== 'publication' && (
        <TimeField key={time.kind} time={time} isDisabled={isDisabled} onChoose={onChoose} />
      )}
    </div>
  )
}

interface TimeFieldProps extends Pick<TimeChoiceProps, 'isDisabled' | 'onChoose'> {
  readonly time: Exclude<TimeOfForce, { readonly kind: 'publication' }>
}

/** The day or the number of days; what is typed counts as soon as it is one. */
function TimeField({ time, isDisabled, onChoose }: TimeFieldProps) {
  const { t } = useMessages()
  const [typed, setTyped] = useState<string | null>(null)
  const isDate = time.kind === 'date'
  const kept = isDate ? time.date : String(time.days)
  const isWrong = typed !== null && timeOfForce(typedTime(time.kind, typed)) === undefined
  const handleChange = (value: string) => {
    setTyped(value)
    const chosen = timeOfForce(typedTime(time.kind, value))
    if (chosen) onChoose(chosen)
  }
  return (
    <TextField
      className="field"
      value={typed ?? kept}
      isDisabled={isDisabled}
      isInvalid={isWrong}
      onChange={handleChange}
      onBlur={() => setTyped(null)}
    >
      <Label>{t(isDate ? 'inForce.day' : 'inForce.count')}</Label>
      {isDate ? <Input type="date" /> : <Input type="number" min={1} step={1} />}
    </TextField>
  )
}
