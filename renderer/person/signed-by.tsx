import type { Touch } from '#shared/sync/attribution.ts'
import { useMessages } from '../messages/messages.tsx'
import { PersonDot } from './person-dot.tsx'
import { useTime } from './time.ts'

/** Who changed something and when, the last first; how many others did is told in words. */
export function SignedBy({ touches }: { readonly touches: readonly Touch[] }) {
  const { t } = useMessages()
  const time = useTime()
  const known = touches.filter(({ person }) => person !== undefined)
  const [last] = known
  if (!last?.person) return null
  const others = known.length - 1
  return (
    <p className="signed-by">
      <PersonDot id={last.person.id} />
      <span>{last.person.name === '' ? t('person.unnamed') : last.person.name}</span>
      {last.at !== undefined && (
        <time dateTime={new Date(last.at).toISOString()}>{time(last.at)}</time>
      )}
      {others > 0 && <span>{t('person.others', { count: others })}</span>}
    </p>
  )
}
