import type { MarkupSteps } from '#shared/akn/fill.ts'
import type { RedlineTexts } from '#shared/akn/redline/write-redline.ts'
import type { ExportAbout } from '#shared/export/about.ts'
import { packageOf } from '#shared/export/package.ts'
import { type AknText, expressionSteps, markedSteps } from '../akn-text.ts'
import type { UncheckedAkn } from './check-akn.ts'
import { safeName } from './file-name.ts'

/** One document that is the file. */
export function* oneDocument(steps: MarkupSteps<AknText>): MarkupSteps<UncheckedAkn> {
  return { documents: [yield* steps], bytes: ([text = '']) => utf8(text) }
}

/** Both texts in one document with the changes marked. */
export function markedDocument(texts: RedlineTexts): MarkupSteps<UncheckedAkn> {
  return oneDocument(markedSteps(texts))
}

/** Both texts as documents of their own, in one file. */
export function* expressionDocuments(
  texts: RedlineTexts,
  { title, date }: Pick<ExportAbout, 'title' | 'date'>,
): MarkupSteps<UncheckedAkn> {
  const { base, draft } = yield* expressionSteps(texts)
  const packed = (written: readonly string[]) =>
    (['base', 'draft'] as const).map((form, i) => {
      const name = `${safeName(title)}.${form}.xml`
      return { title, form, format: 'xml', name, bytes: utf8(written[i] ?? '') }
    })
  return {
    documents: [base, draft],
    bytes: (written) => packageOf(packed(written), Date.parse(date)),
  }
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
