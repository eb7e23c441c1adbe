import { closeChromium } from './browser.ts'
import { endForked } from './utility-process.ts'

/** Ends the program with all that it began, the threads last: the app replaces one that ended. */
export async function endProgram(): Promise<void> {
  await closeChromium()
  await endForked()
  process.exit(0)
}
