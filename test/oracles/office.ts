import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A paragraph, or a table with the blocks of each of its cells, as LibreOffice sees it. */
export type OfficeBlock =
  | { readonly text: string; readonly style: string }
  | { readonly rows: number; readonly cells: readonly (readonly OfficeBlock[])[] }

export interface Office {
  read(path: string, mode: 'accept' | 'reject' | 'plain'): Promise<readonly OfficeBlock[]>
  close(): Promise<void>
}

/** One LibreOffice for many documents; answers come in the order of the questions. */
export async function openOffice(): Promise<Office> {
  const script = fileURLToPath(new URL('office.py', import.meta.url))
  const process = spawn('/usr/bin/python3', [script])
  const answers = lines(process)
  await answers()
  return {
    async read(path, mode) {
      process.stdin.write(`${JSON.stringify({ path, mode })}\n`)
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
    if (done) throw new Error(`LibreOffice ended: ${errors}`)
    return value
  }
}
