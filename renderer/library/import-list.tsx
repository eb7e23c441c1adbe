import { useState } from 'react'
import { Button, Label, ProgressBar } from 'react-aria-components'
import { type Translate, useMessages } from '../messages/messages.tsx'
import { InPlace } from '../ui/in-place.tsx'
import { ModalDialog } from '../ui/modal-dialog.tsx'
import type { ImportJob, ImportProblem, Imports, ReadUnder } from './imports.ts'
import { ReadAs } from './read-as.tsx'

interface ImportListProps {
  readonly jobs: readonly ImportJob[]
  readonly imports: Imports
  readonly onOpen: (document: string) => void
}

/** The files being read, and what became of those that were. */
export function ImportList({ jobs, imports, onOpen }: ImportListProps) {
  const { t } = useMessages()
  const [shown, setShown] = useState<string>()
  const report = jobs.find(({ job }) => job === shown)
  const problems = report?.state.kind === 'done' ? report.state.problems : undefined
  if (jobs.length === 0) return null
  return (
    <section className="imports" aria-label={t('import.files')} aria-live="polite">
      {jobs.map((job) => (
        <article key={job.job} className="import" data-state={job.state.kind}>
          <span className="import-name">{job.name}</span>
          <Outcome job={job} />
          <span className="import-actions">
            {job.state.kind === 'progress' ? (
              <Button className="button quiet" onPress={() => imports.cancel(job.job)}>
                {t('common.cancel')}
              </Button>
            ) : (
              <EndActions
                job={job}
                onOpen={onOpen}
                onShow={() => setShown(job.job)}
                onReadAs={(wish) => void imports.readAgain(job.job, wish)}
                onDismiss={() => imports.dismiss(job.job)}
              />
            )}
          </span>
        </article>
      ))}
      {report && problems && (
        <ModalDialog
          size="large"
          title={t('import.problemsIn', { name: report.name })}
          closeLabel={t('common.close')}
          onClose={() => setShown(undefined)}
        >
          <ProblemList problems={problems} t={t} />
        </ModalDialog>
      )}
    </section>
  )
}

function Outcome({ job }: { readonly job: ImportJob }) {
  const { t } = useMessages()
  const { state } = job
  switch (state.kind) {
    case 'progress':
      return (
        <ProgressBar
          className="progress"
          value={state.total === 0 ? 0 : (100 * state.done) / state.total}
          isIndeterminate={state.total === 0}
        >
          {({ percentage, valueText }) => (
            <>
              <Label>{t('import.reading')}</Label>
              <span className="progress-track">
                <span className="progress-fill" style={{ width: `${percentage ?? 10}%` }} />
              </span>
              <span className="figure">{valueText}</span>
            </>
          )}
        </ProgressBar>
      )
    case 'done':
      return <span>{t('import.done', { problems: state.problems.length })}</span>
    case 'cancelled':
      return <span>{t('import.cancelled')}</span>
    case 'failed':
      return <span className="import-failure">{state.message}</span>
  }
}

function EndActions(props: {
  readonly job: ImportJob
  readonly onOpen: (document: string) => void
  readonly onShow: () => void
  readonly onReadAs: (wish: ReadUnder) => void
  readonly onDismiss: () => void
}) {
  const { t } = useMessages()
  const { state } = props.job
  return (
    <>
      {state.kind === 'done' && <ReadAs profile={state.profile} onReadAs={props.onReadAs} />}
      {state.kind === 'done' && state.problems.length > 0 && (
        <Button className="button quiet" onPress={props.onShow}>
          {t('import.showProblems')}
        </Button>
      )}
      {state.kind === 'done' && (
        <Button className="button" onPress={() => props.onOpen(state.document)}>
          {t('library.open')}
        </Button>
      )}
      <Button className="button quiet" onPress={props.onDismiss}>
        {t('common.dismiss')}
      </Button>
    </>
  )
}

function ProblemList(props: {
  readonly problems: readonly ImportProblem[]
  readonly t: Translate
}) {
  const { t } = props
  return (
    <ol className="report" tabIndex={-1}>
      <InPlace
        items={props.problems}
        draw={({ line, severity, message }) => (
          <li data-severity={severity}>
            <span className="report-line">
              {line === null ? t('import.noLine') : t('import.line', { line })}
            </span>
            <span className="report-severity">{t(`severity.${severity}`)}</span>
            <span>{message}</span>
          </li>
        )}
      />
    </ol>
  )
}
