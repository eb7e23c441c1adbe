import { useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { Button } from 'react-aria-components'
import type { UnitId } from '#shared/schema/act.ts'
import type { Store } from '../../host/store.ts'
import { type Translate, useMessages } from '../../messages/messages.tsx'
import { PeopleHere } from '../../sharing/people-here.tsx'
import type { Bench } from '../../workbench/bench.ts'
import { LineRow } from './line-row.tsx'
import type { OutlineLine } from './model.ts'

/** The lines as they read now, by unit. */
export type LinesNow = Store<ReadonlyMap<UnitId, OutlineLine>>

interface LiveRowProps {
  readonly bench: Bench
  readonly now: LinesNow
  /** As the tree has it, whose words may be older. */
  readonly line: OutlineLine
  readonly level: number
  readonly hasChildItems: boolean
  readonly isExpanded: boolean
}

/** A row that tells the words of its line as they are now: when they change, it alone is drawn again. */
export function LiveRow({ bench, now, line, level, hasChildItems, isExpanded }: LiveRowProps) {
  const { t } = useMessages()
  const { name, changed } = useSyncExternalStore(
    now.subscribe,
    () => now.get().get(line.id) ?? line,
  )
  const spoken = spokenLine({ name, changed }, t)
  const row = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    row.current?.closest('[role="row"]')?.setAttribute('aria-label', spoken)
  }, [spoken])
  return (
    <LineRow ref={row} name={name} level={level} hasChildItems={hasChildItems}>
      <PeopleHere bench={bench} unit={line.id} count={isExpanded ? 'at' : 'within'} />
      {changed && <span className="outline-mark" title={t('outline.changed')} aria-hidden />}
      <Button slot="drag" className="outline-grip" aria-label={t('outline.drag')} />
    </LineRow>
  )
}

/** What a screen reader says of a line. */
export function spokenLine({ name, changed }: Pick<OutlineLine, 'name' | 'changed'>, t: Translate) {
  const words = [name.num, name.words].filter(Boolean).join(' ')
  return changed ? `${words} (${t('outline.changed')})` : words
}
