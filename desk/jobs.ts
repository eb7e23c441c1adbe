import { type Problem, problem, sayingOf } from '#shared/base/problem.ts'
import type { BridgeEvent } from '#shared/bridge/contract.ts'
import { nextTurn } from './turn.ts'

type JobState = Extract<BridgeEvent, { kind: 'job' }>['state']

/** Work that takes longer than an answer: it tells how far it is, and can be cancelled. */
export interface Jobs {
  /**
   * Starts a job and gives its id; `work` begins after the caller has it. `until` cancels it too: it is
   * of use to nobody after that.
   */
  start(work: JobWork, tell: (event: BridgeEvent) => void, until?: AbortSignal): string
  /** False: there is no such job, or it has ended. */
  cancel(job: string): boolean
  /** Cancels all jobs and waits for their end. */
  stop(): Promise<void>
}

/** What the work of a job is given. */
export interface JobOptions {
  readonly signal: AbortSignal
  readonly progress: (done: number, total: number) => void
}

/** The last state of the job; undefined when it was cancelled. */
export type JobWork = (
  signal: JobOptions['signal'],
  progress: JobOptions['progress'],
) => Promise<JobState | undefined>

/** How a job ends that met a problem. */
export function failed(problem: Problem) {
  return { kind: 'failed', ...sayingOf(problem) } as const
}

/** Milliseconds between two reports of progress: more often than the eye can follow is load for nothing. */
const REPORT_EVERY = 50

export function createJobs(
  newId: () => string,
  log: (where: string, fault: unknown) => void,
): Jobs {
  const running = new Map<string, { cancel: AbortController; ended: Promise<void> }>()
  return {
    start(work, tell, until) {
      const job = newId()
      const cancel = new AbortController()
      const signal = until ? AbortSignal.any([cancel.signal, until]) : cancel.signal
      const ended = run(job, work, signal, (state) => tell({ kind: 'job', job, state }))
      running.set(job, { cancel, ended })
      return job
    },
    cancel(job) {
      const found = running.get(job)
      found?.cancel.abort()
      return found !== undefined
    },
    async stop() {
      for (const { cancel } of running.values()) cancel.abort()
      await Promise.all([...running.values()].map(({ ended }) => ended))
    },
  }

  async function run(
    job: string,
    work: JobWork,
    signal: AbortSignal,
    tell: (state: JobState) => void,
  ): Promise<void> {
    await nextTurn()
    let last = Number.NEGATIVE_INFINITY
    const progress = (done: number, total: number) => {
      const time = performance.now()
      if (time - last < REPORT_EVERY) return
      last = time
      tell({ kind: 'progress', done, total })
    }
    try {
      tell((await work(signal, progress)) ?? { kind: 'cancelled' })
    } catch (fault) {
      log('job', fault)
      tell(failed(problem('desk/fault:job')))
    } finally {
      running.delete(job)
    }
  }
}
