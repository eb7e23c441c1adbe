import { EventEmitter } from 'node:events'
import { MessageChannel, type MessagePort } from 'node:worker_threads'

/** Electron's `MessagePortMain` over a Node port: messages wait until `start`. */
export class StandInPort extends EventEmitter {
  readonly carrier: MessagePort

  constructor(carrier: MessagePort) {
    super()
    this.carrier = carrier
    carrier.on('close', () => this.emit('close'))
  }

  start(): void {
    if (this.carrier.listenerCount('message') > 0) return
    this.carrier.on('message', (data) => this.emit('message', { data, ports: [] }))
  }

  postMessage(message: unknown): void {
    this.carrier.postMessage(message)
  }

  close(): void {
    this.carrier.close()
  }
}

export class StandInChannel {
  readonly port1: StandInPort
  readonly port2: StandInPort

  constructor() {
    const { port1, port2 } = new MessageChannel()
    this.port1 = new StandInPort(port1)
    this.port2 = new StandInPort(port2)
  }
}
