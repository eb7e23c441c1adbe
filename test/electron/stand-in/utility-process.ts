import { EventEmitter } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { StandInPort } from './main-ports.ts'
import { KILL } from './worker-port.ts'

/** A utility process as a Node worker of its own. */
class StandInUtility extends EventEmitter {
  readonly worker: Worker
  readonly ended: Promise<void>

  constructor(file: string, args: readonly string[]) {
    super()
    const hooks = new URL('./hooks.ts', import.meta.url).href
    this.worker = new Worker(file, { argv: [...args], execArgv: ['--import', hooks] })
    this.worker.on('message', (message) => this.emit('message', message))
    this.worker.on('error', (error) => process.stderr.write(`${error.stack}\n`))
    this.worker.on('exit', (code) => this.emit('exit', code))
    this.ended = new Promise((resolve) => this.worker.once('exit', () => resolve()))
  }

  postMessage(data: unknown, ports: readonly StandInPort[] = []): void {
    const carriers = ports.map(({ carrier }) => carrier)
    this.worker.postMessage({ data, ports: carriers }, carriers)
  }

  /** Ends the thread between two of its turns, and once it has started. */
  kill(): boolean {
    this.worker.postMessage(KILL)
    return true
  }
}

/** Every process forked, in order; a test ends the last to see it replaced. */
export const forked: StandInUtility[] = []

/** Ends them all. A program that ends amid a thread's work, or while it starts, may fall. */
export async function endForked(): Promise<void> {
  for (const process of forked) process.kill()
  await Promise.all(forked.map(({ ended }) => ended))
}

export const utilityProcess = {
  fork(file: string, args: readonly string[] = []) {
    const process = new StandInUtility(file, args)
    forked.push(process)
    return process
  },
}
