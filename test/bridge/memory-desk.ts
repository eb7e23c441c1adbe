import { fail, ok } from '#shared/base/result.ts'
import type { Bridge, Output } from '#shared/bridge/contract.ts'
import { deriveBridge, listeners } from '#shared/bridge/derive.ts'

/** A desk of one answer: it knows its settings, and counts who is connected. */
export interface MemoryDesk {
  connect(): Bridge & { close(): void }
  /** Connections made and not closed. */
  open(): number
}

export function memoryDesk(): MemoryDesk {
  let settings: Output<'readSettings'> = {
    theme: 'system',
    person: { id: 'p', name: '' },
    pdf: 'ua-1',
  }
  let open = 0
  return {
    open: () => open,
    connect() {
      open++
      const { subscribe, emit } = listeners()
      const rest = deriveBridge(
        async (call) =>
          fail({ code: 'memory/absent', severity: 'error', message: `${call} is not here` }),
        subscribe,
      )
      return {
        ...rest,
        async readSettings() {
          return ok(settings)
        },
        async writeSettings(next) {
          settings = next
          emit({ kind: 'library' })
          return ok(undefined)
        },
        close() {
          open--
        },
      }
    },
  }
}
