import { problem } from '#shared/base/problem.ts'
import { fail, ok, type Result } from '#shared/base/result.ts'
import type { Input, Output } from '#shared/bridge/contract.ts'
import { ownBytes } from '#store/connection.ts'
import type { DeskContext } from '../context.ts'
import { failed } from '../jobs.ts'
import { standing } from '../library.ts'
import type { Window } from '../windows.ts'
import { fileBytes } from './file-bytes.ts'
import { type Form, type Format, fileName } from './file-name.ts'

const MIME: Readonly<Record<Format, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xml: 'application/akn+xml; charset=utf-8',
  zip: 'application/zip',
  bapta: 'application/vnd.bapta+zip',
}

/** Which formats each form is written in. */
const FORMATS: Readonly<Record<Form, readonly Format[]>> = {
  redline: ['docx', 'html', 'pdf', 'xml', 'zip'],
  clean: ['docx', 'html', 'pdf', 'txt', 'xml'],
  law: ['docx', 'html', 'pdf', 'txt', 'xml'],
  table: ['docx', 'html', 'pdf', 'csv'],
  carry: ['bapta'],
}

/**
 * Starts the job that writes the draft as a file: against the law in force, alone, or as the law that
 * makes it. Nobody but its window waits for the file, so the job ends with the window.
 */
export function exportDocument(
  ctx: DeskContext,
  window: Window,
  asked: Input<'exportDocument'>,
): Result<Output<'exportDocument'>> {
  const { document, form, format } = asked
  ctx.commits.flush()
  const found = standing(ctx.store.db, document)
  if (!found.ok) return found
  if (!FORMATS[form].includes(format))
    return fail(
      problem('desk/no-such-export:format', { format, formats: FORMATS[form].join(', ') }),
    )
  if (form === 'law' && asked.between) return fail(problem('desk/no-such-export:law'))
  const job = ctx.jobs.start(
    async (signal, progress) => {
      const bytes = await fileBytes(ctx, found.value, asked, { signal, progress })
      if (!bytes || signal.aborted) return undefined
      if (!bytes.ok) return failed(bytes.problem)
      const name = fileName(found.value, form, format)
      return { kind: 'written', name, mime: MIME[format], bytes: ownBytes(bytes.value) }
    },
    window.events.emit,
    window.left.signal,
  )
  return ok({ job })
}
