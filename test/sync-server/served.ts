import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'vite'

/** Sync servers in a process that a test may kill. */
export interface Served {
  /** Serves; gives the addresses, one for each place. */
  start(): Promise<readonly string[]>
  /** `kill -9`. */
  kill(): Promise<void>
}

const OUT = path.resolve(import.meta.dirname, '../../out/test')

const SYNC = path.resolve(import.meta.dirname, '../../server/sync')

/** Bundles the servers, and the thread that they start beside them, which loads in half the time: a test loads it fifty times. */
export async function buildServers(): Promise<string> {
  const name = `serve-node-${process.pid}`
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: path.join(OUT, name),
      rollupOptions: {
        input: {
          serve: path.join(import.meta.dirname, 'serve-node.ts'),
          'snapshot-worker': path.join(SYNC, 'snapshot-worker.ts'),
        },
        output: { entryFileNames: '[name].js' },
      },
    },
    ssr: { noExternal: true, external: ['better-sqlite3', 'pg-native'] },
  })
  return path.join(OUT, name, 'serve.js')
}

/** Loads a process of sync servers, which serve when asked to. */
export function loadServers(program: string, places: number, args: readonly string[]): Served {
  const child: ChildProcess = spawn(process.execPath, [program, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  return {
    async start() {
      const { stdin, stdout } = child
      if (!stdin || !stdout) throw new Error('the server has no pipes')
      const addresses: string[] = []
      const lines = createInterface({ input: stdout })
      stdin.write('go\n')
      for await (const line of lines) {
        addresses.push(line)
        if (addresses.length === places) return addresses
      }
      throw new Error('the server did not start')
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const exited = once(child, 'exit')
      child.kill('SIGKILL')
      await exited
    },
  }
}
