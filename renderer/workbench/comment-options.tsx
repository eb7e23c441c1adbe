import { Checkbox, CheckboxGroup, Label } from 'react-aria-components'
import type { Input } from '#shared/bridge/contract.ts'
import { useMessages } from '../messages/messages.tsx'

/** What was said of the draft that a Word file shows as comments. */
export type SaidInFile = NonNullable<Input<'exportDocument'>['comments']>[number]

const SAID: readonly SaidInFile[] = ['open', 'resolved', 'justifications']

interface CommentOptionsProps {
  readonly chosen: readonly SaidInFile[]
  readonly onChoose: (chosen: readonly SaidInFile[]) => void
}

/** Nothing that was said leaves the house unless somebody ticks it. */
export function CommentOptions({ chosen, onChoose }: CommentOptionsProps) {
  const { t } = useMessages()
  return (
    <CheckboxGroup
      className="comment-options"
      value={[...chosen]}
      onChange={(keys) => onChoose(SAID.filter((one) => keys.includes(one)))}
    >
      <Label>{t('export.comments')}</Label>
      {SAID.map((one) => (
        <Checkbox key={one} className="checkbox" value={one}>
          <span className="checkbox-box" aria-hidden />
          {t(`export.comments.${one}`)}
        </Checkbox>
      ))}
    </CheckboxGroup>
  )
}
