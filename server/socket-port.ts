import type { RawData, WebSocket } from 'ws'
import { decodeMessage, encodeMessage, type Port } from '#shared/bridge/wire.ts'

/** Close codes of RFC 6455, section 7.4.1. */
const UNSUPPORTED_DATA = 1003
const INVALID_PAYLOAD = 1007

/** The host's end of one WebSocket: binary frames, a message each; anything else ends the connection. */
export function socketPort(socket: WebSocket): Port {
  socket.binaryType = 'arraybuffer'
  // A broken frame or reset is followed by `close`, which is all that the port tells.
  socket.on('error', () => {})
  return {
    send(message) {
      if (socket.readyState === socket.OPEN) socket.send(encodeMessage(message))
    },
    onMessage(listener) {
      socket.on('message', (data: RawData, isBinary: boolean) => {
        if (!isBinary || !(data instanceof ArrayBuffer)) return socket.close(UNSUPPORTED_DATA)
        const decoded = decodeMessage(new Uint8Array(data))
        if (decoded.ok) listener(decoded.value)
        else socket.close(INVALID_PAYLOAD)
      })
    },
    onState(listener) {
      listener(socket.readyState === socket.OPEN ? 'open' : 'closed')
      socket.on('close', () => listener('closed'))
    },
    close: () => socket.close(),
  }
}
