import { fail, ok, type Result } from '#shared/base/result.ts'
import type { Input, Output } from '#shared/bridge/contract.ts'
import { compareActs } from '#shared/diff/compare.ts'
import { aboutAct, type ExportAbout } from '#shared/export/about.ts'
import { docxClean, docxRedline } from '#shared/export/docx/docx.ts'
import { htmlClean, htmlRedline } from '#shared/export/html/html.ts'
import { printClean, printRedline } from '#shared/export/print/print.ts'
import { textClean } from '#shared/export/text.ts'
import { ownBytes } from '#store/connection.ts'
import { type Texts, textsOf } from './acts.ts'
import type { DeskContext } from './context.ts'
import { standing } from './library.ts'
import { printPdf } from './print/print-pdf.ts'
import { deskProblem } from './problems.ts'

type Form = Input<'exportDocument'>['form']
type Format = Input<'exportDocument'>['format']

const MIME: Readonly<Record<Format, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  txt: 'text/plain; charset=utf-8',
}

/** The draft as a file: against the law in force, or alone. */
export async function exportDocument(
  ctx: DeskContext,
  { document, form, format }: Input<'exportDocument'>,
): Promise<Result<Output<'exportDocument'>>> {
  const found = standing(ctx.store.db, document)
  if (!found.ok) return found
  if (form === 'redline' && format === 'txt')
    return fail(
      deskProblem(
        'no-such-export',
        'Plain text cannot show changes: export the redline as Word, PDF or HTML.',
      ),
    )
  const texts = textsOf(ctx.store.db, found.value.key)
  if (!texts.ok) return texts
  const by = { author: ctx.author, date: new Date(ctx.now()).toISOString() }
  const about = { ...aboutAct(texts.value.draft, by), title: found.value.title }
  const bytes = await fileBytes(texts.value, form, format, about)
  if (!bytes.ok) return bytes
  return ok({
    name: fileName(found.value.title, form, format),
    mime: MIME[format],
    bytes: ownBytes(bytes.value),
  })
}

async function fileBytes(
  { base, draft }: Texts,
  form: Form,
  format: Format,
  about: ExportAbout,
): Promise<Result<Uint8Array>> {
  const isRedline = form === 'redline'
  switch (format) {
    case 'docx':
      return ok(isRedline ? docxRedline(compareActs(base, draft), about) : docxClean(draft, about))
    case 'html':
      return ok(
        utf8(isRedline ? htmlRedline(compareActs(base, draft), about) : htmlClean(draft, about)),
      )
    case 'pdf':
      return printPdf(
        isRedline ? printRedline(compareActs(base, draft), about) : printClean(draft, about),
      )
    case 'txt':
      return ok(utf8(textClean(draft)))
  }
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** UTF-8 bytes of a title in a file name: file systems take 255, and a form and an ending follow. */
const LONGEST_NAME = 180

/** Names that Windows keeps for devices, whatever ending they have. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** A name that Windows, macOS and Linux take: `Title (redline).docx`. */
export function fileName(title: string, form: Form, format: Format): string {
  const plain = [
    ...title
      .normalize('NFC')
      .replaceAll(/[\p{C}\p{Z}\\/:*?"<>|]+/gu, ' ')
      .trim(),
  ]
  let kept = ''
  for (const character of plain) {
    if (utf8(kept + character).byteLength > LONGEST_NAME) break
    kept += character
  }
  const stem = kept.replace(/^[. ]+/, '').replace(/[. ]+$/, '')
  const safe = stem === '' || DEVICE.test(stem) ? `Bapta ${stem}`.trim() : stem
  return `${safe}${form === 'redline' ? ' (redline)' : ''}.${format}`
}
