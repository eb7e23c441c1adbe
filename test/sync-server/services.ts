import { spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'

/** Postgres and Redis of a test's own, from Debian's packages. */
export interface Services {
  readonly postgres: string
  readonly redis: string
  /** `stop postgres`, `start redis` and the like; ends when it is done. */
  order(line: string): Promise<void>
  end(): Promise<void>
}

const SCRIPT = path.resolve(import.meta.dirname, '../../scripts/services.mjs')

export async function startServices(): Promise<Services> {
  const child = spawn(process.execPath, [SCRIPT], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const said = async (): Promise<Record<string, string>> => {
    const line = await lines.next()
    if (line.done) throw new Error('Postgres and Redis did not start')
    return JSON.parse(line.value)
  }
  const { postgres = '', redis = '' } = await said()
  return {
    postgres,
    redis,
    async order(line) {
      child.stdin.write(`${line}\n`)
      await said()
    },
    end() {
      child.stdin.end()
      return new Promise((resolve) => child.once('exit', () => resolve()))
    },
  }
}
