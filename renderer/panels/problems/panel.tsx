import { CircleAlert, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import { useMemo } from 'react'
import { Button } from 'react-aria-components'
import type { Severity } from '#shared/base/problem.ts'
import { useStore } from '../../host/store.ts'
import { useMessages } from '../../messages/messages.tsx'
import type { Bench } from '../../workbench/bench.ts'
import { problemsView } from './model.ts'

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
  const { rows, errors, warnings } = useMemo(
    () => problemsView(problems, bench.placeOf),
    [bench, problems],
  )
  return (
    <>
      <p className="panel-context">{t('problems.counts', { errors, warnings })}</p>
      {rows.length === 0 && <p className="panel-empty">{t('problems.none')}</p>}
      <ul>
        {rows.slice(0, MOST_SHOWN).map(({ key, severity, message, place, unit }) => {
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
                <span className="problem-message">{message}</span>
              </Button>
            </li>
          )
        })}
      </ul>
      {rows.length > MOST_SHOWN && (
        <p className="panel-empty">{t('problems.more', { count: rows.length - MOST_SHOWN })}</p>
      )}
    </>
  )
}
