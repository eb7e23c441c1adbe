import type { Bridge, BridgeEvent } from '#shared/bridge/contract.ts'
import { createStore, type Store } from '../host/store.ts'

type JobEvent = Extract<BridgeEvent, { kind: 'job' }>
type JobState = JobEvent['state']
export type ImportProblem = Extract<JobState, { kind: 'done' }>['problems'][number]

/** One file on its way into the library. */
export interface ImportJob {
  readonly job: string
  readonly name: string
  readonly state: JobState
}

export interface Imports {
  readonly jobs: Store<readonly ImportJob[]>
  start(files: readonly File[]): Promise<void>
  cancel(job: string): void
  dismiss(job: string): void
  close(): void
}

/** Follows the files being read; a job's end stays listed until it is dismissed. */
export function createImports(bridge: Bridge): Imports {
  const jobs = createStore<readonly ImportJob[]>([])
  const early = new Map<string, JobState>()
  const unsubscribe = bridge.subscribe((event) => {
    if (event.kind === 'job') handleState(event.job, event.state)
  })
  return {
    jobs,
    async start(files) {
      for (const file of files) await startOne(file)
    },
    cancel(job) {
      void bridge.cancelJob({ job })
    },
    dismiss(job) {
      jobs.set(jobs.get().filter((known) => known.job !== job))
    },
    close: unsubscribe,
  }

  async function startOne(file: File): Promise<void> {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const answer = await bridge.importFile({ name: file.name, bytes })
    const job = answer.ok ? answer.value.job : `refused ${jobs.get().length} ${file.name}`
    const state: JobState = answer.ok
      ? (early.get(job) ?? { kind: 'progress', done: 0, total: 0 })
      : { kind: 'failed', code: answer.problem.code, message: answer.problem.message }
    early.delete(job)
    jobs.set([...jobs.get(), { job, name: file.name, state }])
  }

  /** A job may report before the call that started it has answered. */
  function handleState(job: string, state: JobState): void {
    if (!jobs.get().some((known) => known.job === job)) {
      early.set(job, state)
      return
    }
    jobs.set(jobs.get().map((known) => (known.job === job ? { ...known, state } : known)))
  }
}
