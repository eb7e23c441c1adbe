import { CircleAlert, GitMerge, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import { useMemo } from 'react'
import { Button, Heading } from 'react-aria-components'
import type { Severity } from '#shared/base/problem.ts'
import type { Remedy } from '#shared/check/remedy.ts'
import { useStore } from '../../host/store.ts'
import { type Translate, useMessages } from '../../messages/messages.tsx'
import type { Bench } from '../../workbench/bench.ts'
import { type ConflictRow, conflictRows, findingWords, problemsView } from './model.ts'

const SIGNS: Readonly<Record<Severity, LucideIcon>> = {
  error: CircleAlert,
  warning: TriangleAlert,
  info: Info,
}

/** Problems drawn at once: a text read badly has thousands, and nobody reads past the first hundreds. */
const MOST_SHOWN = 300

export function ProblemsPanel({ bench }: { readonly bench: Bench }) {
  const { t } = useMessages()
  const problems = useStore(bench.problems)
  const { rows, more, errors, warnings } = useMemo(
    () => problemsView(problems, MOST_SHOWN, bench.placeOf),
    [bench, problems],
  )
  return (
    <>
      <Conflicts bench={bench} />
      <p className="panel-context">{t('problems.counts', { errors, warnings })}</p>
      {rows.length === 0 && <p className="panel-empty">{t('problems.none')}</p>}
      <ul>
        {rows.map(({ key, severity, finding, facts, place, unit, remedy }) => {
          const Sign = SIGNS[severity]
          return (
            <li key={key}>
              <Button
                className="problem-row"
                data-severity={severity}
                isDisabled={unit === undefined}
                onPress={() => unit !== undefined && bench.jump(unit)}
              >
                <Sign size={14} aria-hidden />
                <span className="problem-severity">{t(`severity.${severity}`)}</span>
                <span className="problem-place">{place}</span>
                <span className="problem-message">{findingWords(t, finding, facts)}</span>
              </Button>
              {remedy && bench.readOnly === null && (
                <Button
                  className="button quiet problem-remedy"
                  onPress={() => bench.edit(remedy.edits)}
                >
                  {remedyWords(remedy, t)}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {more > 0 && <p className="panel-empty">{t('problems.more', { count: more })}</p>}
    </>
  )
}

/** What merging the work of several drafters left for a person to look at. */
function Conflicts({ bench }: { readonly bench: Bench }) {
  const { t } = useMessages()
  const conflicts = useStore(bench.conflicts)
  const rows = useMemo(() => conflictRows(conflicts, bench.placeOf), [bench, conflicts])
  if (rows.length === 0) return null
  const handlePress = ({ does, unit }: ConflictRow) => {
    if (does === 'restore') bench.edit([{ kind: 'restore', unit }])
    else bench.jump(unit)
  }
  return (
    <section className="panel-section">
      <Heading level={3}>
        {t('merge.title')} <span className="count">{rows.length}</span>
      </Heading>
      <ul>
        {rows.map((row) => (
          <li key={row.key}>
            <Button
              className="problem-row"
              data-severity="warning"
              isDisabled={row.does === 'restore' && bench.readOnly !== null}
              onPress={() => handlePress(row)}
            >
              <GitMerge size={14} aria-hidden />
              <span className="problem-severity">
                {row.does === 'restore' ? t('merge.restore') : ''}
              </span>
              <span className="problem-place">{row.place || t('merge.gone')}</span>
              <span className="problem-message">
                {t(`merge.${row.kind}`)} {row.words && <q>{row.words}</q>}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function remedyWords(remedy: Remedy, t: Translate): string {
  switch (remedy.kind) {
    case 'renumber':
      return t('problems.renumber', { to: remedy.to })
    case 'setKind':
      return t('problems.setKind', { word: remedy.word })
    case 'dropHeading':
      return t('problems.dropHeading')
  }
}
