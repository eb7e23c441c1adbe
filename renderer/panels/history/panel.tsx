import { useMemo, useState } from 'react'
import { Button, Heading, ToggleButton } from 'react-aria-components'
import { useLateStore, useStore } from '../../host/store.ts'
import { useMessages } from '../../messages/messages.tsx'
import { PersonDot } from '../../person/person-dot.tsx'
import { useTime } from '../../person/time.ts'
import type { Bench } from '../../workbench/bench.ts'
import type { Shell } from '../../workbench/shell.ts'
import { type HistoryRow, historyView } from './model.ts'
import { Versions } from './versions.tsx'

interface HistoryPanelProps {
  readonly bench: Bench
  readonly shell: Shell
}

/** Who changed the unit at the caret, and what was done to the draft. */
export function HistoryPanel({ bench, shell }: HistoryPanelProps) {
  return (
    <>
      <Writers bench={bench} shell={shell} />
      <Versions bench={bench} shell={shell} />
      <Journal bench={bench} />
    </>
  )
}

function Writers({ bench, shell }: HistoryPanelProps) {
  const { t } = useMessages()
  const time = useTime()
  const { writers } = useStore(shell.state)
  const here = useStore(bench.caret).at(-1)
  useLateStore(bench.attributed)
  const touches = here === undefined ? [] : bench.attribution.touches(here)
  return (
    <section className="panel-section" aria-labelledby="writers-title">
      <Heading level={2} id="writers-title">
        {t('history.writers')}
      </Heading>
      <p className="history-place">{here === undefined ? '' : bench.placeOf(here)}</p>
      {touches.length === 0 && <p className="panel-empty">{t('history.noWriters')}</p>}
      <ul className="writers">
        {touches.map(({ person, at }) => (
          <li key={person?.id ?? ''} className="signed-by">
            <PersonDot id={person?.id ?? ''} />
            <span>{nameOf(person, t('person.unknown'), t('person.unnamed'))}</span>
            {at !== undefined && <time dateTime={new Date(at).toISOString()}>{time(at)}</time>}
          </li>
        ))}
      </ul>
      <ToggleButton
        className="button history-toggle"
        isSelected={writers}
        onChange={() => shell.toggle('writers')}
      >
        {t('command.writers')}
      </ToggleButton>
    </section>
  )
}

/** Rows drawn at once: the rest of a long history is told in number. */
const MOST_SHOWN = 200

function Journal({ bench }: { readonly bench: Bench }) {
  const { t } = useMessages()
  const [of, setOf] = useState<'all' | 'unit'>('all')
  const journal = useLateStore(bench.journal)
  const caret = useStore(bench.caret)
  const { rows, more } = useMemo(
    () =>
      historyView(
        journal,
        bench,
        MOST_SHOWN,
        of === 'unit' ? new Set(bench.unitsWithin(caret)) : undefined,
      ),
    [bench, journal, caret, of],
  )
  return (
    <section className="panel-section" aria-labelledby="journal-title">
      <Heading level={2} id="journal-title">
        {t('history.journal')}
      </Heading>
      <ToggleButton
        className="button quiet history-toggle"
        isSelected={of === 'unit'}
        onChange={(isSelected) => setOf(isSelected ? 'unit' : 'all')}
      >
        {t('history.ofUnit')}
      </ToggleButton>
      {rows.length === 0 && <p className="panel-empty">{t('history.none')}</p>}
      <ol className="history">
        {rows.map((row) => (
          <li key={row.key}>
            <Row row={row} bench={bench} />
          </li>
        ))}
      </ol>
      {more > 0 && <p className="panel-empty">{t('history.more', { count: more })}</p>}
    </section>
  )
}

function Row({ row, bench }: { readonly row: HistoryRow; readonly bench: Bench }) {
  const { t } = useMessages()
  const time = useTime()
  const { unit, person, at } = row
  return (
    <article className="history-row" data-edit={row.edit}>
      <p>
        {t(`history.${row.edit}`, { name: row.name ?? '' })}
        {row.times > 1 && ` ${t('history.times', { count: row.times })}`}{' '}
        {unit !== undefined &&
          (row.stands ? (
            <Button className="card-jump" onPress={() => bench.jump(unit)}>
              {row.place}
            </Button>
          ) : (
            <span className="history-gone">{row.place}</span>
          ))}
      </p>
      <p className="signed-by">
        <PersonDot id={person?.id ?? ''} />
        <span>{nameOf(person, t('person.unknown'), t('person.unnamed'))}</span>
        {at !== null && <time dateTime={new Date(at).toISOString()}>{time(at)}</time>}
      </p>
    </article>
  )
}

function nameOf(
  person: { readonly name: string } | undefined,
  unknown: string,
  unnamed: string,
): string {
  if (!person) return unknown
  return person.name === '' ? unnamed : person.name
}
