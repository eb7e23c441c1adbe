import { isFinal } from '#shared/sync/refusal-reason.ts'
import { type Heard, readMessage } from './wire.ts'

/** A WebSocket, as the platform has it. */
export type Socket = Pick<WebSocket, 'send' | 'close' | 'readyState' | 'binaryType'> & {
  addEventListener(type: 'open' | 'error', listener: () => void): void
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
  addEventListener(type: 'close', listener: (event: { code: number; reason: string }) => void): void
}

/** How a desk reaches the network; tests give their own. */
export interface Network {
  readonly socket: (url: string) => Socket
  readonly fetch: typeof fetch
  /** Milliseconds before the first new try; the wait doubles up to `longestWait`. */
  readonly firstWait: number
  readonly longestWait: number
  /** Milliseconds of silence after which a connection counts as lost: presence is renewed every 15 s. */
  readonly silence: number
}

export const NETWORK: Network = {
  socket: (url) => new WebSocket(url),
  fetch: (...asked) => fetch(...asked),
  firstWait: 500,
  longestWait: 30_000,
  silence: 40_000,
}

/** The connection of one shared draft to its server, renewed until it is closed or refused for good. */
export interface ServerLink {
  send(message: Uint8Array): void
  /** Tries now, if it waits to. */
  retry(): void
  close(): void
}

export interface ServerLinkOptions {
  readonly network: Network
  readonly url: () => string
  opened(): void
  lost(): void
  hear(room: string, heard: Heard): void
  /** The server turned us away for good. */
  ended(reason: string): void
}

const OPEN = 1

export function createServerLink(options: ServerLinkOptions): ServerLink {
  const { network, opened, lost, hear, ended } = options
  let socket: Socket | undefined
  let wait = network.firstWait
  let waiting: ReturnType<typeof setTimeout> | undefined
  let silence: ReturnType<typeof setTimeout> | undefined
  let closed = false
  connect()

  return {
    send(message) {
      if (socket?.readyState === OPEN) socket.send(new Uint8Array(message))
    },
    retry() {
      if (waiting === undefined) return
      clearTimeout(waiting)
      connect()
    },
    close,
  }

  function connect(): void {
    waiting = undefined
    if (closed) return
    const made = network.socket(options.url())
    socket = made
    made.binaryType = 'arraybuffer'
    made.addEventListener('open', () => {
      if (made !== socket) return
      listen()
      opened()
    })
    made.addEventListener('message', ({ data }) => {
      if (made !== socket || !(data instanceof ArrayBuffer)) return
      listen()
      const read = readMessage(new Uint8Array(data))
      if (read) take(read.room, read.heard)
    })
    made.addEventListener('close', ({ reason }) => {
      if (made === socket) leave(reason)
    })
    // It is followed by `close`, which is all that counts.
    made.addEventListener('error', () => {})
    listen()
  }

  function take(room: string, heard: Heard): void {
    if (heard.kind === 'refused' || heard.kind === 'closed') leave(heard.reason)
    else {
      if (heard.kind === 'answer' || heard.kind === 'step1') wait = network.firstWait
      hear(room, heard)
    }
  }

  /** A half-open connection tells nothing of its end. */
  function listen(): void {
    clearTimeout(silence)
    silence = setTimeout(() => leave('silence'), network.silence)
  }

  function leave(reason: string): void {
    clearTimeout(silence)
    const left = socket
    socket = undefined
    left?.close()
    if (closed) return
    lost()
    if (isFinal(reason)) {
      closed = true
      ended(reason)
      return
    }
    waiting = setTimeout(connect, wait)
    wait = Math.min(wait * 2, network.longestWait)
  }

  function close(): void {
    closed = true
    clearTimeout(waiting)
    clearTimeout(silence)
    const left = socket
    socket = undefined
    left?.close()
  }
}
