import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { electronBinary } from './binary.ts'

/** Of these nothing can be asked of real Electron: they look at the stand-in itself. */
export const STAND_IN_ONLY = /desktop\.spec\.ts$/

/** Names the tests that wait for Electron's binary, so that nobody takes them for passed. */
// biome-ignore lint/style/noDefaultExport: a teardown of Playwright is a default export.
export default function nameLeftOut(): void {
  if (electronBinary()) return
  const specs = readdirSync(import.meta.dirname).filter(
    (name) => name.endsWith('.spec.ts') && !STAND_IN_ONLY.test(name),
  )
  for (const spec of specs) {
    const source = readFileSync(path.join(import.meta.dirname, spec), 'utf8')
    for (const [, title] of source.matchAll(/\btest\(\s*['"`]([^'"`]+)/g))
      process.stdout.write(`not run on real Electron, its binary is not here: ${spec}: ${title}\n`)
  }
}
