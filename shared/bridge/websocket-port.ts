import { decodeMessage, encodeMessage, type Port, type PortState } from './wire.ts'

/** What the port needs of a browser's `WebSocket`. */
export interface SocketLike {
  binaryType: string
  send(data: Uint8Array<ArrayBuffer>): void
  close(): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  addEventListener(type: 'open' | 'close', listener: () => void): void
}

export interface SocketCarrier {
  /** A new socket on its way to the host. */
  connect(): SocketLike
  /** Runs `task` once after `delay` milliseconds; the result stops that. */
  schedule(task: () => void, delay: number): () => void
}

/** The first wait: a host that is restarted is back within it more often than not. */
const FIRST_DELAY_MS = 250
/** The longest wait: short enough that nobody reaches for the reload button. */
const LAST_DELAY_MS = 4000

/**
 * A port over a WebSocket that is opened again, after waits that double, whenever it closes. It sends
 * nothing twice: what became of a message whose answer is missing is the caller's to find out.
 */
export function webSocketPort({ connect, schedule }: SocketCarrier): Port {
  const onMessage: ((message: unknown) => void)[] = []
  const onState: ((state: PortState) => void)[] = []
  let state: PortState = 'connecting'
  let delay = FIRST_DELAY_MS
  let stopWaiting = () => {}
  let socket = begin()

  function begin(): SocketLike {
    const next = connect()
    next.binaryType = 'arraybuffer'
    next.addEventListener('open', () => {
      if (next !== socket || state === 'closed') return
      delay = FIRST_DELAY_MS
      enter('open')
    })
    next.addEventListener('message', ({ data }) => {
      if (next !== socket || !(data instanceof ArrayBuffer)) return
      const decoded = decodeMessage(new Uint8Array(data))
      if (decoded.ok) for (const listener of onMessage) listener(decoded.value)
    })
    next.addEventListener('close', () => {
      if (next === socket && state !== 'closed') retry()
    })
    return next
  }

  function retry(): void {
    enter('lost')
    stopWaiting = schedule(() => {
      socket = begin()
    }, delay)
    delay = Math.min(delay * 2, LAST_DELAY_MS)
  }

  function enter(next: PortState): void {
    if (state === next) return
    state = next
    for (const listener of onState) listener(next)
  }

  return {
    send(message) {
      if (state === 'open') socket.send(encodeMessage(message))
    },
    onMessage: (listener) => void onMessage.push(listener),
    onState(listener) {
      onState.push(listener)
      listener(state)
    },
    close() {
      stopWaiting()
      enter('closed')
      socket.close()
    },
  }
}
