import type { BridgeEvent } from '#shared/bridge/contract.ts'
import { type Listeners, listeners } from '#shared/bridge/derive.ts'
import type { HeldFile } from './reading/file-steps.ts'

/** One window's end of the desk: what it hears, and the documents it has open. */
export interface Window {
  readonly events: Listeners
  readonly opened: Set<string>
  /** Files read and not yet in the library, by the job that read them. */
  readonly readings: Map<string, HeldFile>
  /** Aborted when the window has left: what was done for it alone ends. */
  readonly left: AbortController
}

/** The windows connected to a desk. */
export interface Windows {
  add(): Window
  remove(window: Window): void
  /** The windows that have the document open. */
  readers(document: string): readonly Window[]
  /** To every window. */
  tell(event: BridgeEvent): void
  /** To the windows that have the document open. */
  tellReaders(document: string, event: BridgeEvent): void
  /** To the windows that have the document open, but for the one it came from, if any. */
  tellOthers(from: Window | undefined, document: string, event: BridgeEvent): void
}

export function createWindows(): Windows {
  const all = new Set<Window>()
  return {
    add() {
      const window = {
        events: listeners(),
        opened: new Set<string>(),
        readings: new Map<string, HeldFile>(),
        left: new AbortController(),
      }
      all.add(window)
      return window
    },
    remove(window) {
      all.delete(window)
    },
    readers: (document) => [...all].filter(({ opened }) => opened.has(document)),
    tell(event) {
      for (const window of [...all]) window.events.emit(event)
    },
    tellReaders(document, event) {
      for (const window of [...all]) if (window.opened.has(document)) window.events.emit(event)
    },
    tellOthers(from, document, event) {
      for (const window of [...all])
        if (window !== from && window.opened.has(document)) window.events.emit(event)
    },
  }
}
