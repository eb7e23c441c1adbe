import { run } from '../../cli/run.ts'

/** What a command line leaves behind. */
export interface Ended {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command line in this process, as cli/main.ts runs it in its own; files are named whole. */
export async function bapta(...args: readonly string[]): Promise<Ended> {
  const printed: string[] = []
  const told: string[] = []
  const status = await run(args, {
    print: (text) => void printed.push(text),
    tell: (message) => void told.push(`bapta: ${message}\n`),
  })
  return { status, stdout: printed.join(''), stderr: told.join('') }
}
