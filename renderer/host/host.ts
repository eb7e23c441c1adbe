import { bridgeOver } from '#shared/bridge/client.ts'
import type { Bridge } from '#shared/bridge/contract.ts'
import { webSocketPort } from '#shared/bridge/websocket-port.ts'
import { createStore, type Store } from './store.ts'

export type Connection = 'connected' | 'lost' | 'closed'

/** The host as the window sees it: its bridge, and whether it can be reached now. */
export interface Host {
  readonly bridge: Bridge
  readonly connection: Store<Connection>
}

declare global {
  interface Window {
    /** Given by the preload script where the window runs in Electron. */
    readonly bridge?: Bridge
  }
}

/** The preload's bridge, or one over the WebSocket of the page's own origin. */
export function connectHost(): Host {
  const bridge = window.bridge ?? bridgeOver(socketPort())
  const connection = createStore<Connection>('connected')
  bridge.subscribe((event) => {
    if (event.kind !== 'connection') return
    connection.set(event.state === 'restored' ? 'connected' : event.state)
  })
  return { bridge, connection }
}

function socketPort() {
  const url = new URL('/bridge', window.location.href)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  return webSocketPort({
    connect: () => new WebSocket(url),
    schedule(task, delay) {
      const timer = window.setTimeout(task, delay)
      return () => window.clearTimeout(timer)
    },
  })
}
