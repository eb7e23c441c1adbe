import type { UnitId } from '#shared/schema/act.ts'
import { useStore } from '../host/store.ts'
import { useMessages } from '../messages/messages.tsx'
import { PersonDot } from '../person/person-dot.tsx'
import type { Bench } from '../workbench/bench.ts'
import { nameOf } from './model.ts'

interface PeopleHereProps {
  readonly bench: Bench
  readonly unit: UnitId
  /** Of a line that is closed, those in the units below it too. */
  readonly count: 'at' | 'within'
}

/** Who else is in a line of the outline. */
export function PeopleHere({ bench, unit, count }: PeopleHereProps) {
  const { t } = useMessages()
  const people = useStore(bench.whoIsWhere)[count].get(unit)
  if (!people) return null
  const names = people.map((person) => nameOf(person, t)).join(', ')
  const words = t('presence.here', { names })
  return (
    <span className="people-here" role="img" aria-label={words} title={words}>
      {people.map(({ id }) => (
        <PersonDot key={id} id={id} />
      ))}
    </span>
  )
}
