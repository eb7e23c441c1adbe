import { fail, ok, type Result } from '#shared/base/result.ts'
import { unreached } from '#shared/bridge/client.ts'
import type { Bridge, BridgeEvent, Input } from '#shared/bridge/contract.ts'
import type { MadeFile } from './download.ts'

type JobEvent = Extract<BridgeEvent, { kind: 'job' }>

export interface ExportOptions {
  /** Cancels the work, at the host too. */
  readonly signal: AbortSignal
  readonly onProgress?: (done: number, total: number) => void
}

/** What a host writes; undefined when it was cancelled. */
export function exportFile(
  bridge: Pick<Bridge, 'exportDocument' | 'cancelJob' | 'subscribe'>,
  asked: Input<'exportDocument'>,
  { signal, onProgress }: ExportOptions,
): Promise<Result<MadeFile> | undefined> {
  return new Promise((resolve) => {
    let job: string | undefined
    /** A job may report before the call that started it has answered. */
    const early: JobEvent[] = []
    const stop = bridge.subscribe((event) => {
      if (event.kind === 'connection' && event.state !== 'restored') {
        end(fail(unreached(event.state)))
      } else if (event.kind === 'job') {
        if (job === undefined) early.push(event)
        else hear(event)
      }
    })
    signal.addEventListener('abort', cancel)
    if (signal.aborted) return end(undefined)
    void bridge.exportDocument(asked).then((answer) => {
      if (!answer.ok) return end(answer)
      job = answer.value.job
      if (signal.aborted) return cancel()
      early.forEach(hear)
    })

    function hear({ job: id, state }: JobEvent): void {
      if (id !== job) return
      if (state.kind === 'progress') onProgress?.(state.done, state.total)
      if (state.kind === 'cancelled') end(undefined)
      if (state.kind === 'written') {
        const { kind: _, ...file } = state
        end(ok(file))
      }
      if (state.kind === 'failed') {
        const { kind: _, ...said } = state
        end(fail({ ...said, severity: 'error' }))
      }
    }

    function cancel(): void {
      if (job !== undefined) void bridge.cancelJob({ job })
      end(undefined)
    }

    function end(result: Result<MadeFile> | undefined): void {
      stop()
      signal.removeEventListener('abort', cancel)
      resolve(result)
    }
  })
}
