import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { fail, ok, type Result } from '#shared/base/result.ts'
import type { AknFile } from '../akn-export.ts'
import type { AknText } from '../akn-text.ts'

/** Documents as written, and the bytes of the file that they make up. */
export interface UncheckedAkn {
  readonly documents: readonly AknText[]
  readonly bytes: (texts: readonly string[]) => Uint8Array
}

/**
 * The file of documents that the schema has been held against, in a program that is ended with the
 * signal: the schema takes a second to compile, a document is checked in one step, and a thread that
 * runs such code is not ended safely. Undefined: stopped by the signal, and that program has ended.
 */
export async function checkedBytes(
  { documents, bytes }: UncheckedAkn,
  signal: AbortSignal,
): Promise<Result<Uint8Array> | undefined> {
  if (signal.aborted) return undefined
  const program = fork(programFile(), {
    // In the desktop, the program that runs us is no plain Node unless it is told to be.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = endOf(program)
  const files = await new Promise<readonly Result<AknFile>[] | undefined>((resolve, reject) => {
    signal.addEventListener('abort', () => resolve(undefined), { once: true })
    program.once('message', resolve)
    void ended.then((reason) => reject(new Error(reason)))
    program.send(documents)
  }).finally(() => program.kill('SIGKILL'))
  await ended
  if (!files) return undefined
  const texts: string[] = []
  for (const file of files) {
    if (!file.ok) return fail(file.problem)
    texts.push(file.value.text)
  }
  return ok(bytes(texts))
}

/** Why a program ended, or did not start. */
function endOf(program: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    program.on('error', (fault) => resolve(fault.message))
    program.once('exit', () => resolve('the check ended early'))
  })
}

/** Beside this file, under the ending that this file has: source or built. */
function programFile(): string {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return fileURLToPath(new URL(`./check-process.${ending}`, import.meta.url))
}
