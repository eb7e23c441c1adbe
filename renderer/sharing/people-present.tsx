import { useStore } from '../host/store.ts'
import { useMessages } from '../messages/messages.tsx'
import { PersonDot } from '../person/person-dot.tsx'
import type { Bench } from '../workbench/bench.ts'

/** Who else has the draft open, above the text. */
export function PeoplePresent({ bench }: { readonly bench: Bench }) {
  const { t } = useMessages()
  const people = useStore(bench.people).filter(({ isOwn }) => !isOwn)
  if (people.length === 0) return null
  return (
    <ul className="people-present" aria-label={t('presence.title')}>
      {people.map(({ id, name }) => (
        <li key={id}>
          <PersonDot id={id} />
          {name}
        </li>
      ))}
    </ul>
  )
}
