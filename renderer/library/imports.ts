import { sayingOf } from '#shared/base/problem.ts'
import { unreached } from '#shared/bridge/client.ts'
import type { Bridge, BridgeEvent, Input } from '#shared/bridge/contract.ts'
import { createStore, type Store } from '../host/store.ts'

type FileRead = Input<'readFile'>
type JobEvent = Extract<BridgeEvent, { kind: 'job' }>
/** Of a file that is read; others of a window's jobs write files. */
type JobState = Exclude<JobEvent['state'], { kind: 'written' }>
export type ReadState = Extract<JobState, { kind: 'read' }>
export type ImportProblem = ReadState['problems'][number]
/** Language, tradition and profile that a text is read under. */
export type ReadUnder = ReadState['profile']
/** What a person corrected of the acts in a file before they enter the library. */
export type Corrections = Input<'keepReading'>['corrections']

/** One file on its way into the library. */
export interface ImportJob {
  /** Of the file, however often it is read. */
  readonly id: string
  /** Of its last reading. */
  readonly job: string
  readonly name: string
  readonly state: JobState
}

/** A file that was read and is not in the library yet. */
export type ReadFile = ImportJob & { readonly state: ReadState }

export function isRead(file: ImportJob): file is ReadFile {
  return file.state.kind === 'read'
}

/** Of a draft that was carried by hand: who signed it and what came of it, not places to be checked. */
export function isCarried(problems: readonly ImportProblem[]): boolean {
  return problems.some(({ code }) => code.startsWith('carried/'))
}

/** Whether reading it once more may do what a lost connection ended. */
export function isCutOff({ state }: ImportJob): boolean {
  return state.kind === 'failed' && state.code === unreached('lost').code
}

export interface Imports {
  readonly jobs: Store<readonly ImportJob[]>
  /** The file that is looked at before it enters the library. */
  readonly looking: Store<string | undefined>
  /** Reads files; one alone is looked at as soon as it is read. */
  start(files: readonly File[]): Promise<void>
  look(id: string | undefined): void
  /** Reads a file that is not in the library yet once more, under another profile. */
  readAgain(id: string, wish: ReadUnder): Promise<void>
  /** Reads a file whose reading failed once more, as it was to be read. */
  tryAgain(id: string): Promise<void>
  /** Takes a file that was read into the library; gives its first document. */
  keep(id: string, corrections?: Corrections): Promise<string | undefined>
  cancel(id: string): void
  dismiss(id: string): void
  close(): void
}

/** Follows the files being read; a file stays listed until it is dismissed. */
export function createImports(bridge: Bridge): Imports {
  const jobs = createStore<readonly ImportJob[]>([])
  const looking = createStore<string | undefined>(undefined)
  const early = new Map<string, JobState>()
  /** Calls without an answer that start jobs: only their jobs can be unknown here. */
  let asking = 0
  /** What was read, as long as it is listed: to be read again. */
  const files = new Map<string, FileRead>()
  let listed = 0
  const unsubscribe = bridge.subscribe((event) => {
    if (event.kind === 'job' && event.state.kind !== 'written') handleState(event.job, event.state)
    if (event.kind === 'connection' && event.state !== 'restored') handleLoss(event.state)
  })
  return {
    jobs,
    looking,
    async start(chosen) {
      for (const file of chosen) {
        const id = `file ${++listed}`
        files.set(id, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
        await read(id)
        if (chosen.length === 1) looking.set(id)
      }
    },
    look: looking.set,
    async readAgain(id, wish) {
      const before = found(id)
      const file = files.get(id)
      if (before?.state.kind !== 'read' || !file) return
      files.set(id, { ...file, wish })
      await read(id)
      await bridge.dropReading({ job: before.job })
    },
    async tryAgain(id) {
      if (found(id)?.state.kind === 'failed') await read(id)
    },
    async keep(id, corrections = []) {
      const before = found(id)
      if (before?.state.kind !== 'read') return undefined
      const { units: _, ...outcome } = before.state
      const kept = await bridge.keepReading({ job: before.job, corrections: [...corrections] })
      if (looking.get() === id) looking.set(undefined)
      put(
        id,
        kept.ok
          ? { ...outcome, kind: 'done', document: kept.value.document }
          : { kind: 'failed', ...sayingOf(kept.problem) },
      )
      return kept.ok ? kept.value.document : undefined
    },
    cancel(id) {
      const known = found(id)
      if (known) void bridge.cancelJob({ job: known.job })
    },
    dismiss(id) {
      const known = found(id)
      if (known?.state.kind === 'read') void bridge.dropReading({ job: known.job })
      files.delete(id)
      if (looking.get() === id) looking.set(undefined)
      jobs.set(jobs.get().filter((one) => one.id !== id))
    },
    close: unsubscribe,
  }

  async function read(id: string): Promise<void> {
    const file = files.get(id)
    if (!file) return
    asking++
    const answer = await bridge.readFile(file)
    asking--
    const job = answer.ok ? answer.value.job : id
    const state: JobState = answer.ok
      ? (early.get(job) ?? { kind: 'progress', done: 0, total: 0 })
      : { kind: 'failed', ...sayingOf(answer.problem) }
    if (asking === 0) early.clear()
    else early.delete(job)
    const row = { id, job, name: file.name, state }
    jobs.set(
      found(id) ? jobs.get().map((one) => (one.id === id ? row : one)) : [...jobs.get(), row],
    )
  }

  function found(id: string): ImportJob | undefined {
    return jobs.get().find((one) => one.id === id)
  }

  function put(id: string, state: JobState): void {
    jobs.set(jobs.get().map((one) => (one.id === id ? { ...one, state } : one)))
  }

  /** A job may report before the call that started it has answered. */
  function handleState(job: string, state: JobState): void {
    const known = jobs.get().find((one) => one.job === job)
    if (known) put(known.id, state)
    else if (asking > 0) early.set(job, state)
  }

  /** With the connection the desk lets go of what it reads and holds for this window. */
  function handleLoss(how: 'lost' | 'closed'): void {
    const cut = sayingOf(unreached(how))
    for (const { id, state } of jobs.get())
      if (state.kind === 'progress' || state.kind === 'read') put(id, { kind: 'failed', ...cut })
  }
}
