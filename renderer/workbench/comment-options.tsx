import { Checkbox, CheckboxGroup, Label } from 'react-aria-components'
import type { Input } from '#shared/bridge/contract.ts'
import { useStore } from '../host/store.ts'
import { useMessages } from '../messages/messages.tsx'
import type { Bench } from './bench.ts'
import { countSaid } from './previewed.ts'

/** What was said of the draft that a Word file shows as comments. */
export type SaidInFile = NonNullable<Input<'exportDocument'>['comments']>[number]

const SAID: readonly SaidInFile[] = ['open', 'resolved', 'justifications']

interface CommentOptionsProps {
  readonly bench: Bench
  readonly chosen: readonly SaidInFile[]
  readonly onChoose: (chosen: readonly SaidInFile[]) => void
}

/** Nothing that was said leaves the house unless somebody ticks it; how much that is, is said beside it. */
export function CommentOptions({ bench, chosen, onChoose }: CommentOptionsProps) {
  const { t } = useMessages()
  const threads = useStore(bench.threads).map(({ thread }) => thread)
  const justifications = useStore(bench.justifications).size
  const counts = { ...countSaid(threads), justifications }
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
          {t('export.counted', { words: t(`export.comments.${one}`), count: counts[one] })}
        </Checkbox>
      ))}
    </CheckboxGroup>
  )
}
