import { Worker } from 'node:worker_threads'
import { fail, ok, type Result } from '#shared/base/result.ts'
import type { AknFile, AknText } from '../akn-export.ts'

/** Documents as written, and the bytes of the file that they make up. */
export interface UncheckedAkn {
  readonly documents: readonly AknText[]
  readonly bytes: (texts: readonly string[]) => Uint8Array
}

/**
 * The file of documents that the schema has been held against, in a thread that is ended with the
 * signal: the schema takes a second to compile, and a document is checked in one step. Undefined:
 * stopped by the signal.
 */
export async function checkedBytes(
  { documents, bytes }: UncheckedAkn,
  signal: AbortSignal,
): Promise<Result<Uint8Array> | undefined> {
  const worker = new Worker(workerFile(), { workerData: documents })
  try {
    const files = await new Promise<readonly Result<AknFile>[] | undefined>((resolve, reject) => {
      signal.addEventListener('abort', () => resolve(undefined), { once: true })
      if (signal.aborted) resolve(undefined)
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('the check ended early')))
    })
    if (!files) return undefined
    const texts: string[] = []
    for (const file of files) {
      if (!file.ok) return fail(file.problem)
      texts.push(file.value.text)
    }
    return ok(bytes(texts))
  } finally {
    await worker.terminate()
  }
}

/** Beside this file, under the ending that this file has: source or built. */
function workerFile(): URL {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return new URL(`./check-worker.${ending}`, import.meta.url)
}
