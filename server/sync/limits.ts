import type { WebSocket } from 'ws'
import type { Metrics } from './metrics.ts'

/** The largest message: a draft of some 100,000 units sent whole is below it. */
export const MAX_MESSAGE_BYTES = 64 * 1024 * 1024

/** The largest base text: the longest code in force, marked up, is a tenth of it. */
export const MAX_BASE_BYTES = 64 * 1024 * 1024

/** Sockets of one process: each is a desk. */
export const MAX_SOCKETS = 1000

/** Sockets of one member: desk and laptop, each once more while a connection is renewed. */
export const MAX_SOCKETS_A_MEMBER = 20

/** Messages a socket may send a second, and in a burst: a person types 20 a second at most. */
const RATE = 300
const BURST = 3000

/** Bytes that may wait for a socket that does not read: then it is cut off, and comes again. */
const MAX_BUFFERED = 64 * 1024 * 1024

/** Milliseconds between two looks at a socket, and within which it must answer a ping. */
const HEARTBEAT = 15_000

/** Holds a socket that sends too much back, and cuts one off that hears nothing. Gives the count of a message. */
export function limitSocket(socket: WebSocket, metrics: Metrics, now: () => number): () => void {
  let allowance = BURST
  let counted = now()
  let isAlive = true
  socket.on('pong', () => {
    isAlive = true
  })
  const heart = setInterval(() => {
    if (!isAlive || socket.bufferedAmount > MAX_BUFFERED) {
      socket.terminate()
      return
    }
    isAlive = false
    socket.ping()
  }, HEARTBEAT)
  socket.on('close', () => clearInterval(heart))
  return () => {
    const at = now()
    allowance = Math.min(BURST, allowance + ((at - counted) * RATE) / 1000) - 1
    counted = at
    if (allowance >= 0 || socket.isPaused) return
    metrics.throttled()
    socket.pause()
    setTimeout(() => socket.resume(), (-allowance * 1000) / RATE + 100)
  }
}
