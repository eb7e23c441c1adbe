import { useStore } from '../host/store.ts'
import { useMessages } from '../messages/messages.tsx'
import { PersonDot } from '../person/person-dot.tsx'
import type { Bench } from '../workbench/bench.ts'
import { nameOf } from './model.ts'

/** Who else has the draft open, above the text. */
export function PeoplePresent({ bench }: { readonly bench: Bench }) {
  const { t } = useMessages()
  const people = useStore(bench.people).filter(({ isOwn }) => !isOwn)
  if (people.length === 0) return null
  return (
    <ul className="people-present" aria-label={t('presence.title')}>
      {people.map((person) => (
        <li key={person.id}>
          <PersonDot id={person.id} />
          {nameOf(person, t)}
        </li>
      ))}
    </ul>
  )
}
