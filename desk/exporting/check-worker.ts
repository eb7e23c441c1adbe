import { parentPort, workerData } from 'node:worker_threads'
import { type AknText, checked } from '../akn-export.ts'

check(workerData)

function check(documents: readonly AknText[]): void {
  parentPort?.postMessage(documents.map(checked))
}
