import type { Port, PortState } from '../../shared/bridge/wire.ts'

/** A port that outlives its carriers: each time the desk's process is replaced it gets a new one. */
export interface RenewedPort extends Port {
  renew(carrier: Port): void
}

export function renewedPort(): RenewedPort {
  const onMessage: ((message: unknown) => void)[] = []
  const onState: ((state: PortState) => void)[] = []
  let state: PortState = 'connecting'
  let current: Port | undefined

  function enter(next: PortState): void {
    if (state === next || state === 'closed') return
    state = next
    for (const listener of onState) listener(next)
  }

  return {
    send: (message) => current?.send(message),
    onMessage: (listener) => void onMessage.push(listener),
    onState(listener) {
      onState.push(listener)
      listener(state)
    },
    close() {
      enter('closed')
      current?.close()
    },
    renew(carrier) {
      const before = current
      current = carrier
      if (before) enter('lost')
      before?.close()
      carrier.onMessage((message) => {
        if (carrier !== current) return
        for (const listener of onMessage) listener(message)
      })
      carrier.onState((next) => {
        if (carrier === current) enter(next === 'closed' ? 'lost' : next)
      })
    },
  }
}
