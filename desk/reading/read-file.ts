import { Worker } from 'node:worker_threads'
import type { Result } from '#shared/base/result.ts'
import type { NamedFile } from '#shared/open/file-format.ts'
import type { ProfileWish } from '#shared/read/choice.ts'
import type { ReadProgress } from '#shared/read/structured.ts'
import { inSlices } from '../turn.ts'
import { type FileRead, type FileStepsOptions, fileSteps } from './file-steps.ts'

/** What the worker is given, and what it tells. */
export interface ReadOrder {
  readonly file: NamedFile
  /** Opens every id that the worker gives. */
  readonly idPrefix: string
  readonly wish: ProfileWish | undefined
  readonly at: number
}

export type ReadTold = { readonly progress: ReadProgress } | { readonly read: Result<FileRead> }

export interface ReadingOptions extends FileStepsOptions {
  readonly signal: AbortSignal
  readonly progress: (done: number, total: number) => void
}

/** Bytes up to which a file is read between other work: its longest single step takes some 50 ms. */
const SMALL = 500_000

/** Reads a file while the desk goes on answering. Undefined: stopped by the signal. */
export function readFile(
  file: NamedFile,
  options: ReadingOptions,
): Promise<Result<FileRead> | undefined> {
  const { signal, progress } = options
  if (file.bytes.byteLength > SMALL) return readOffThread(file, options)
  return inSlices(fileSteps(file, options), signal, ({ done, total }) => progress(done, total))
}

async function readOffThread(
  file: NamedFile,
  { newId, wish, at, signal, progress }: ReadingOptions,
): Promise<Result<FileRead> | undefined> {
  const order: ReadOrder = { file, idPrefix: newId(), wish, at }
  const worker = new Worker(workerFile(), { workerData: order })
  try {
    return await new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => resolve(undefined), { once: true })
      if (signal.aborted) resolve(undefined)
      worker.on('message', (message: ReadTold) => {
        if ('read' in message) resolve(message.read)
        else progress(message.progress.done, message.progress.total)
      })
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('the reading ended early')))
    })
  } finally {
    await worker.terminate()
  }
}

/** Beside this file, under the ending that this file has: source or built. */
function workerFile(): URL {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return new URL(`./read-worker.${ending}`, import.meta.url)
}
