import { EventEmitter } from 'node:events'
import type { MessagePort } from 'node:worker_threads'
import { StandInPort } from './main-ports.ts'

/** Ends the worker that hears it, as the system ends a process. */
export const KILL = 'kill'

/** `process.parentPort` of a utility process, over that of a Node worker. */
export function standInParentPort(carrier: MessagePort) {
  const port = new EventEmitter()
  // As in Electron, messages wait until somebody listens; without a listener the process may end.
  port.on('newListener', (event) => {
    if (event === 'message' && port.listenerCount(event) === 0) carrier.on('message', hear)
  })
  port.on('removeListener', (event) => {
    if (event === 'message' && port.listenerCount(event) === 0) carrier.off('message', hear)
  })
  function hear(message: typeof KILL | { data: unknown; ports: MessagePort[] }): void {
    if (message === KILL) process.exit(1)
    const { data, ports } = message
    port.emit('message', { data, ports: ports.map((own) => new StandInPort(own)) })
  }
  return Object.assign(port, { postMessage: (message: unknown) => carrier.postMessage(message) })
}
