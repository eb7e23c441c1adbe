import { Button } from 'react-aria-components'
import { useMessages } from '../../messages/messages.tsx'
import { InPlace } from '../../ui/in-place.tsx'
import type { ImportProblem } from '../imports.ts'

interface ProblemLinesProps {
  readonly problems: readonly ImportProblem[]
  readonly onChoose: (problem: ImportProblem) => void
}

/** Problems drawn: a text that is no law has thousands. */
const MOST_DRAWN = 200

/** What the reader was unsure of; each leads to its place. */
export function ProblemLines({ problems, onChoose }: ProblemLinesProps) {
  const { t, say } = useMessages()
  if (problems.length === 0) return <p className="preview-clean">{t('preview.clean')}</p>
  return (
    <section className="preview-problems" aria-label={t('import.showProblems')}>
      <ol className="report">
        <InPlace
          items={problems.slice(0, MOST_DRAWN)}
          draw={(problem) => (
            <li data-severity={problem.severity}>
              <Button className="report-jump" onPress={() => onChoose(problem)}>
                <span className="report-line">
                  {problem.line === null
                    ? t('import.noLine')
                    : t('import.line', { line: problem.line })}
                </span>
                <span className="report-severity">{t(`severity.${problem.severity}`)}</span>
                <span>{say(problem)}</span>
              </Button>
            </li>
          )}
        />
        {problems.length > MOST_DRAWN && (
          <li>{t('preview.more', { count: problems.length - MOST_DRAWN })}</li>
        )}
      </ol>
    </section>
  )
}
