import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { problem } from '#shared/base/problem.ts'
import { fail, ok, type Result } from '#shared/base/result.ts'
import type { Invitation } from '#shared/sync/invitation.ts'
import type { Writer } from '#store/connection.ts'
import { readSetting, writeSetting } from '#store/settings.ts'

/** A sync server of this desk for the people in its network, in a process of its own. */
export interface NetworkServer {
  /** Starts it, if it does not run; gives the invitation of its owner. */
  start(): Promise<Result<Invitation>>
  stop(): Promise<void>
}

export interface NetworkServerParts {
  readonly db: Writer
  /** Where the server keeps its data. */
  readonly dir: string
  readonly log: (where: string, fault: unknown) => void
}

const NAME = 'network-server'

/** What a desk keeps of its server: with the same port, invitations hold after the next start. */
const kept = z.object({ token: z.string(), port: z.number() })

/** What the process says when it serves, or cannot. */
const told = z.union([
  z.object({ address: z.string(), port: z.number(), token: z.string().nullable() }),
  z.object({ fault: z.string() }),
  z.object({ ended: z.string() }),
])

/** A server that was started once is started with the desk: others work against it. */
export function createNetworkServer(parts: NetworkServerParts): NetworkServer {
  const { db, dir, log } = parts
  let child: ChildProcess | undefined
  let starting: Promise<Result<Invitation>> | undefined
  if (kept.safeParse(readSetting(db, NAME)).success) void start()

  return {
    start,
    async stop() {
      const ending = child
      child = undefined
      if (!ending || ending.exitCode !== null) return
      await new Promise<void>((resolve) => {
        ending.once('exit', () => resolve())
        ending.disconnect()
      })
    },
  }

  function start(): Promise<Result<Invitation>> {
    starting ??= run()
    return starting
  }

  async function run(): Promise<Result<Invitation>> {
    const before = kept.safeParse(readSetting(db, NAME))
    const port = before.success ? [`--port=${before.data.port}`] : []
    const made = fork(programFile(), [`--data=${dir}`, ...port], {
      // In the desktop, the program that runs us is no plain Node unless it is told to be.
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    child = made
    const message = await new Promise<unknown>((resolve) => {
      made.once('message', resolve)
      made.once('error', (fault) => resolve({ fault: fault.message }))
      made.once('exit', (code) => resolve({ ended: String(code) }))
    })
    made.once('exit', () => {
      starting = undefined
    })
    const said = told.parse(message)
    if (!('address' in said)) {
      starting = undefined
      const why =
        'fault' in said
          ? problem('desk/network-server', { reason: said.fault })
          : problem('desk/network-server:ended', { code: said.ended })
      log('network server', why.message)
      return fail(why)
    }
    const token = said.token ?? (before.success ? before.data.token : '')
    writeSetting(db, NAME, { token, port: said.port })
    return ok({ address: said.address, token })
  }
}

function programFile(): string {
  const program = import.meta.url.endsWith('.ts')
    ? '../../server/sync/network-process.ts'
    : './network-process.js'
  return fileURLToPath(new URL(program, import.meta.url))
}
