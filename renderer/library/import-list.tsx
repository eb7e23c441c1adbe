import { Button } from 'react-aria-components'
import { useMessages } from '../messages/messages.tsx'
import { Progress } from '../ui/progress.tsx'
import { type ImportJob, type Imports, isCarried, isCutOff } from './imports.ts'

interface ImportListProps {
  readonly jobs: readonly ImportJob[]
  readonly imports: Imports
  readonly onOpen: (document: string) => void
}

/** The files being read, those that wait for a look, and what became of the others. */
export function ImportList({ jobs, imports, onOpen }: ImportListProps) {
  const { t } = useMessages()
  if (jobs.length === 0) return null
  const waiting = jobs.filter(({ state }) => state.kind === 'read')
  return (
    <section className="imports" aria-label={t('import.files')} aria-live="polite">
      {waiting.length > 1 && (
        <p className="imports-all">
          <Button
            className="button"
            onPress={async () => {
              for (const { id } of waiting) await imports.keep(id)
            }}
          >
            {t('import.keepAll', { count: waiting.length })}
          </Button>
        </p>
      )}
      {jobs.map((job) => (
        <article key={job.id} className="import" data-state={job.state.kind}>
          <span className="import-name">{job.name}</span>
          <Outcome job={job} />
          <span className="import-actions">
            <Actions job={job} imports={imports} onOpen={onOpen} />
          </span>
        </article>
      ))}
    </section>
  )
}

function Outcome({ job }: { readonly job: ImportJob }) {
  const { t, say } = useMessages()
  const { state } = job
  switch (state.kind) {
    case 'progress':
      return <Progress label={t('import.reading')} done={state.done} total={state.total} />
    case 'read':
      return (
        <span>{t('import.read', { units: state.units, problems: state.problems.length })}</span>
      )
    case 'done':
      return isCarried(state.problems) ? (
        <div className="import-told">
          {state.problems.map((told) => (
            <p key={told.code}>{say(told)}</p>
          ))}
        </div>
      ) : (
        <span>{t('import.done', { problems: state.problems.length })}</span>
      )
    case 'cancelled':
      return <span>{t('import.cancelled')}</span>
    case 'failed':
      return (
        <span className="import-failure">{isCutOff(job) ? t('import.cutOff') : say(state)}</span>
      )
  }
}

function Actions({
  job,
  imports,
  onOpen,
}: {
  readonly job: ImportJob
  readonly imports: Imports
  readonly onOpen: (document: string) => void
}) {
  const { t } = useMessages()
  const { id, state } = job
  if (state.kind === 'progress') {
    return (
      <Button className="button quiet" onPress={() => imports.cancel(id)}>
        {t('common.cancel')}
      </Button>
    )
  }
  return (
    <>
      {state.kind === 'read' && (
        <>
          <Button className="button quiet" onPress={() => imports.look(id)}>
            {t('import.look')}
          </Button>
          <Button className="button" onPress={() => void imports.keep(id)}>
            {t('preview.keep')}
          </Button>
        </>
      )}
      {state.kind === 'done' && (
        <Button className="button" onPress={() => onOpen(state.document)}>
          {t('library.open')}
        </Button>
      )}
      {isCutOff(job) && (
        <Button className="button" onPress={() => void imports.tryAgain(id)}>
          {t('import.tryAgain')}
        </Button>
      )}
      <Button className="button quiet" onPress={() => imports.dismiss(id)}>
        {t('common.dismiss')}
      </Button>
    </>
  )
}
