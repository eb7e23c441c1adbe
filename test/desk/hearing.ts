import type { BridgeEvent } from '#shared/bridge/contract.ts'

/** The events that a window hears, and the wait for one of them. */
export function hearing(window: { subscribe(listen: (event: BridgeEvent) => void): unknown }) {
  const heard: BridgeEvent[] = []
  const waiting = new Set<() => void>()
  window.subscribe((event) => {
    heard.push(event)
    for (const check of [...waiting]) check()
  })
  const until = (wanted: (event: BridgeEvent) => boolean) =>
    new Promise<BridgeEvent>((resolve) => {
      const check = () => {
        const found = heard.find(wanted)
        if (!found) return
        waiting.delete(check)
        resolve(found)
      }
      waiting.add(check)
      check()
    })
  return { heard, until }
}

/** Whether a job came to its end, whatever became of it. */
export const ended = (event: BridgeEvent) => event.kind === 'job' && event.state.kind !== 'progress'
