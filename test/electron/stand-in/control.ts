import { isMainThread } from 'node:worker_threads'
import { endProgram } from './end.ts'

interface Question {
  readonly id: number
  /** The source of a function of `electron` and `input`. */
  readonly source: string
  readonly input: unknown
}

/** Evaluates what the tests ask of the main process, as Playwright's `electronApp.evaluate` does. */
export function answerTests(electron: object): void {
  if (!isMainThread) return
  process.on('message', async ({ id, source, input }: Question) => {
    try {
      const ask = new Function(`return (${source})`)() as (on: object, input: unknown) => unknown
      process.send?.({ id, value: await ask(electron, input) })
    } catch (error) {
      process.send?.({ id, error: error instanceof Error ? error.stack : String(error) })
    }
  })
  // The tests are gone: nobody is left to quit for.
  process.on('disconnect', () => void endProgram())
}
