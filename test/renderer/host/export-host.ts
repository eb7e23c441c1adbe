import type { Bridge, BridgeEvent, Input } from '#shared/bridge/contract.ts'
import { deriveBridge, listeners } from '#shared/bridge/derive.ts'

type Asked = Input<'exportDocument'>

export interface ExportHost {
  readonly bridge: Bridge
  readonly cancelled: readonly string[]
  emit(event: BridgeEvent): void
}

/** A host that starts a job for each export; `begun` makes of each what becomes of it. */
export function exportHost(begun: (asked: Asked, job: string) => void): ExportHost {
  const { emit, subscribe } = listeners()
  const cancelled: string[] = []
  let jobs = 0
  const bridge = deriveBridge(async (call, input) => {
    if (call === 'cancelJob') {
      const { job } = input as Input<'cancelJob'>
      cancelled.push(job)
      emit({ kind: 'job', job, state: { kind: 'cancelled' } })
      return { ok: true, value: undefined } as never
    }
    const job = `job ${++jobs}`
    begun(input as Asked, job)
    return { ok: true, value: { job } } as never
  }, subscribe)
  return { bridge, cancelled, emit }
}

export function written(name: string, words: string) {
  const bytes = new TextEncoder().encode(words)
  return { kind: 'written', name, mime: 'text/plain', bytes } as const
}
