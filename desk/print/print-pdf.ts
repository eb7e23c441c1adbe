import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Problem, problem } from '#shared/base/problem.ts'
import { fail, ok, type Result } from '#shared/base/result.ts'
import type { PrintDocument } from '#shared/export/print/print-document.ts'

/** What a PDF claims and was checked against: PDF/UA-1, accessible; PDF/A-2a, for archives too. */
export type PdfStandard = 'ua-1' | 'a-2a'

/** What the program for print is given, and what it tells. */
export interface PrintOrder {
  /** A {@link PrintDocument} as JSON, as its template reads it: a hundred thousand objects travel slowly. */
  readonly document: string
  /** ISO day. */
  readonly day: string
  readonly standard: PdfStandard
}

export type Printed = { readonly pdf: Uint8Array } | { readonly fault: string }

/** `begun`: it is at the pages now, and hears nothing until they are set. */
export type PrintTold = { readonly begun: true } | Printed

export interface PrintOptions {
  readonly standard?: PdfStandard | undefined
  readonly signal?: AbortSignal
  readonly onBegun?: () => void
}

/**
 * Sets a document as a tagged PDF in a program of its own: the compiler is native code, which a thread
 * cannot leave before its end, and keeps what it once worked out. Undefined: stopped by the signal,
 * and that program has ended. The document is made while that program starts.
 */
export async function printPdf(
  makeDocument: () => PrintDocument,
  { standard = 'ua-1', signal, onBegun }: PrintOptions = {},
): Promise<Result<Uint8Array> | undefined> {
  if (signal?.aborted) return undefined
  const program = fork(programFile(), {
    // In the desktop, the program that runs us is no plain Node unless it is told to be.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', GLIBC_TUNABLES: memoryOf(process.env) },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = endOf(program)
  const order = orderOf(makeDocument, standard, program)
  const printed = await new Promise<Result<Uint8Array> | undefined>((resolve) => {
    signal?.addEventListener('abort', () => resolve(undefined), { once: true })
    program.on('message', (told: PrintTold) => {
      if ('begun' in told) onBegun?.()
      else resolve('pdf' in told ? ok(told.pdf) : failed(told.fault))
    })
    void ended.then((why) => resolve(fail(why)))
    program.send(order)
  })
  program.kill('SIGKILL')
  // What a long print leaves is cleared away behind the reader's back.
  if (!printed) await ended
  return printed
}

/**
 * How glibc, where the system has it, fetches memory: in large pages and 256 MiB at a time, and more small
 * pieces kept for each thread. The program fills a gigabyte for a long act and then ends: fetched by 4 KiB,
 * that is a third of its work. What the host has set prevails, for it comes last.
 */
function memoryOf({ GLIBC_TUNABLES: set }: NodeJS.ProcessEnv): string {
  const own = ['hugetlb=1', 'tcache_count=127', `top_pad=${256 * 1024 * 1024}`]
  return [...own.map((tunable) => `glibc.malloc.${tunable}`), ...(set ? [set] : [])].join(':')
}

/** What the program is told; it ends where there is nothing to tell. */
function orderOf(
  makeDocument: () => PrintDocument,
  standard: PdfStandard,
  program: ChildProcess,
): PrintOrder {
  try {
    const document = makeDocument()
    return { document: JSON.stringify(document), day: document.day, standard }
  } catch (fault) {
    program.kill('SIGKILL')
    throw fault
  }
}

/** Why a program ended, or did not start. */
function endOf(program: ChildProcess): Promise<Problem> {
  return new Promise((resolve) => {
    program.on('error', (fault) => resolve(problem('desk/print', { reason: fault.message })))
    program.once('exit', () => resolve(problem('desk/print:ended')))
  })
}

function failed(reason: string): Result<Uint8Array> {
  return fail(problem('desk/print', { reason }))
}

/** Beside this file, under the ending that this file has: source or built. */
function programFile(): string {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return fileURLToPath(new URL(`./print-process.${ending}`, import.meta.url))
}
