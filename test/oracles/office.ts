import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { TextBlock } from './expected.ts'

export interface Office {
  /** The blocks as LibreOffice has them, those without words too. */
  read(path: string, mode: 'accept' | 'reject' | 'plain'): Promise<readonly TextBlock[]>
  close(): Promise<void>
}

/**
 * One LibreOffice for many documents. It dies now and then in a long run, of no document in
 * particular: a new one is then asked the same once more, and a second death is a failure.
 */
export async function openOffice(): Promise<Office> {
  let session = openSession()
  await session
  return {
    async read(file, mode) {
      const asked = session
      try {
        return await (await asked).read(file, mode)
      } catch (error) {
        if (!(error instanceof OfficeDied)) throw error
        if (session === asked) session = openSession()
        await rm(lockOf(file), { force: true })
        return (await session).read(file, mode)
      }
    },
    close: async () => (await session).close(),
  }
}

/** What a dead office leaves beside the file, and a new one would not open it for. */
function lockOf(file: string): string {
  return path.join(path.dirname(file), `.~lock.${path.basename(file)}#`)
}

/** LibreOffice ended at a file, and at the next try of it as well. */
export class OfficeDied extends Error {}

/** Answers come in the order of the questions. */
async function openSession(): Promise<Office> {
  const script = fileURLToPath(new URL('office.py', import.meta.url))
  const process = spawn('/usr/bin/python3', [script])
  // A write to a dead office fails here; the answer that does not come tells of it.
  process.stdin.on('error', () => undefined)
  const answers = lines(process)
  await answers()
  return {
    async read(file, mode) {
      process.stdin.write(`${JSON.stringify({ path: file, mode })}\n`)
      return JSON.parse(await answers())
    },
    close() {
      const closed = new Promise<void>((resolve) => process.once('close', () => resolve()))
      process.stdin.end()
      return closed
    },
  }
}

function lines(process: ChildProcessWithoutNullStreams): () => Promise<string> {
  let errors = ''
  process.stderr.on('data', (data) => {
    errors += data
  })
  const reader = createInterface({ input: process.stdout })[Symbol.asyncIterator]()
  return async () => {
    const { value, done } = await reader.next()
    if (done) throw new OfficeDied(`LibreOffice ended: ${errors}`)
    return value
  }
}
