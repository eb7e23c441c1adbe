import type { RedlineTexts } from '#shared/akn/redline/write-redline.ts'
import { ok, type Result } from '#shared/base/result.ts'
import type { ExportAbout } from '#shared/export/about.ts'
import { packageOf } from '#shared/export/package.ts'
import { expressionFiles, markedFile } from '../akn-export.ts'
import { safeName } from './file-name.ts'

/** Both texts in one document with the changes marked. */
export function markedBytes(texts: RedlineTexts): Result<Uint8Array> {
  const file = markedFile(texts)
  return file.ok ? ok(utf8(file.value.text)) : file
}

/** Both texts as documents of their own, in one file. */
export function expressionBytes(
  texts: RedlineTexts,
  { title, date }: Pick<ExportAbout, 'title' | 'date'>,
): Result<Uint8Array> {
  const files = expressionFiles(texts)
  if (!files.ok) return files
  const packed = (['base', 'draft'] as const).map((form) => {
    const name = `${safeName(title)}.${form}.xml`
    return { title, form, format: 'xml', name, bytes: utf8(files.value[form].text) }
  })
  return ok(packageOf(packed, Date.parse(date)))
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
