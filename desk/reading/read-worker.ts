import { performance } from 'node:perf_hooks'
import { parentPort, workerData } from 'node:worker_threads'
import { fileSteps } from './file-steps.ts'
import type { ReadOrder, ReadTold } from './read-file.ts'

/** Milliseconds between two reports. */
const REPORT_EVERY = 100

read(workerData)

function read({ file, idPrefix, wish, at }: ReadOrder): void {
  let given = 0
  const steps = fileSteps(file, { newId: () => `${idPrefix}-${given++}`, wish, at })
  let reported = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done) {
      tell({ read: step.value })
      return
    }
    if (performance.now() - reported < REPORT_EVERY) continue
    reported = performance.now()
    tell({ progress: step.value })
  }
}

function tell(message: ReadTold): void {
  parentPort?.postMessage(message)
}
