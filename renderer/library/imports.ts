import type { Result } from '#shared/base/result.ts'
import type { Bridge, BridgeEvent, Input } from '#shared/bridge/contract.ts'
import { createStore, type Store } from '../host/store.ts'

type FileRead = Input<'importFile'>
type JobEvent = Extract<BridgeEvent, { kind: 'job' }>
type JobState = JobEvent['state']
type Done = Extract<JobState, { kind: 'done' }>
export type ImportProblem = Done['problems'][number]
/** Language, tradition and profile that a text is read under. */
export type ReadUnder = Done['profile']

/** One file on its way into the library. */
export interface ImportJob {
  readonly job: string
  readonly name: string
  readonly state: JobState
}

export interface Imports {
  readonly jobs: Store<readonly ImportJob[]>
  start(files: readonly File[]): Promise<void>
  /** Reads a file once more under another profile; the document of the first reading makes room. */
  readAgain(job: string, wish: ReadUnder): Promise<void>
  cancel(job: string): void
  dismiss(job: string): void
  close(): void
}

/** Follows the files being read; a job's end stays listed until it is dismissed. */
export function createImports(bridge: Bridge): Imports {
  const jobs = createStore<readonly ImportJob[]>([])
  const early = new Map<string, JobState>()
  /** What was read, as long as it is listed: to be read again. */
  const read = new Map<string, FileRead>()
  const unsubscribe = bridge.subscribe((event) => {
    if (event.kind === 'job') handleState(event.job, event.state)
  })
  return {
    jobs,
    async start(files) {
      for (const file of files)
        await startOne({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    },
    async readAgain(job, wish) {
      const file = read.get(job)
      const before = jobs.get().find((known) => known.job === job)
      if (!file || before?.state.kind !== 'done') return
      const { document } = before.state
      forget(job)
      if ((await startOne({ ...file, wish })).ok) await bridge.removeDocument({ document })
    },
    cancel(job) {
      void bridge.cancelJob({ job })
    },
    dismiss: forget,
    close: unsubscribe,
  }

  async function startOne(file: FileRead): Promise<Result<unknown>> {
    const answer = await bridge.importFile(file)
    const job = answer.ok ? answer.value.job : `refused ${jobs.get().length} ${file.name}`
    const state: JobState = answer.ok
      ? (early.get(job) ?? { kind: 'progress', done: 0, total: 0 })
      : { kind: 'failed', code: answer.problem.code, message: answer.problem.message }
    early.delete(job)
    read.set(job, file)
    jobs.set([...jobs.get(), { job, name: file.name, state }])
    return answer
  }

  function forget(job: string): void {
    read.delete(job)
    jobs.set(jobs.get().filter((known) => known.job !== job))
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
