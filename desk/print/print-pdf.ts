import { Worker } from 'node:worker_threads'
import { fail, ok, type Result } from '#shared/base/result.ts'
import type { PrintDocument } from '#shared/export/print/print-document.ts'
import { deskProblem } from '../problems.ts'

/** What a PDF claims and was checked against: PDF/UA-1, accessible; PDF/A-2a, for archives too. */
export type PdfStandard = 'ua-1' | 'a-2a'

/** What the worker is given, and what it gives back. */
export interface PrintOrder {
  readonly document: PrintDocument
  readonly standard: PdfStandard
}

export type Printed = { readonly pdf: Uint8Array } | { readonly fault: string }

/** Sets a document as a tagged PDF, off this thread. */
export async function printPdf(
  document: PrintDocument,
  standard: PdfStandard = 'ua-1',
): Promise<Result<Uint8Array>> {
  const order: PrintOrder = { document, standard }
  const worker = new Worker(workerFile(), { workerData: order })
  try {
    return await new Promise((resolve) => {
      worker.once('message', (printed: Printed) =>
        resolve('pdf' in printed ? ok(printed.pdf) : failed(printed.fault)),
      )
      worker.once('error', (error) => resolve(failed(String(error))))
      worker.once('exit', () => resolve(failed('the program for print ended early')))
    })
  } finally {
    await worker.terminate()
  }
}

function failed(reason: string): Result<Uint8Array> {
  const remedy = 'Export the document as Word and print that.'
  return fail(deskProblem('print', `The PDF could not be made: ${reason}. ${remedy}`))
}

/** Beside this file, under the ending that this file has: source or built. */
function workerFile(): URL {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return new URL(`./print-worker.${ending}`, import.meta.url)
}
