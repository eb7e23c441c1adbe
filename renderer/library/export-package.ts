import type { Bridge, DocumentSummary, Settings } from '#shared/bridge/contract.ts'
import { type PackedFile, packageOf } from '#shared/export/package.ts'
import type { MadeFile } from '../host/download.ts'
import { exportFile } from '../host/export-file.ts'
import type { ExportChoice } from '../workbench/export-choices.ts'

type PackedDocument = Pick<DocumentSummary, 'id' | 'title'>
type PackedForm = Pick<ExportChoice, 'form' | 'format' | 'title'>

/** The file of a package that is being written. */
export interface PackageProgress {
  /** Files behind it. */
  readonly done: number
  readonly total: number
  readonly document: PackedDocument
  readonly choice: PackedForm
}

interface PackageOptions {
  readonly documents: readonly PackedDocument[]
  readonly choices: readonly PackedForm[]
  /** Of the PDFs among them. */
  readonly standard: Settings['pdf']
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly signal: AbortSignal
  readonly onProgress: (progress: PackageProgress) => void
}

export interface MadePackage {
  readonly file: MadeFile
  /** Files that could not be written; the manifest says why. */
  readonly missing: number
}

/** Each document in each form as one zip; undefined when it was cancelled, which ends the file under way. */
export async function exportPackage(
  bridge: Pick<Bridge, 'exportDocument' | 'cancelJob' | 'subscribe'>,
  { documents, choices, standard, at, signal, onProgress }: PackageOptions,
): Promise<MadePackage | undefined> {
  const files: PackedFile[] = []
  const total = documents.length * choices.length
  for (const document of documents) {
    for (const choice of choices) {
      onProgress({ done: files.length, total, document, choice })
      const { form, format } = choice
      const asked = { document: document.id, form, format, standard }
      const answer = await exportFile(bridge, asked, { signal })
      if (!answer) return undefined
      const made = answer.ok ? answer.value : { problem: answer.problem.message }
      files.push({ title: document.title, form, format, ...made })
    }
  }
  const day = new Date(at).toISOString().slice(0, 10)
  const bytes = packageOf(files, at)
  return {
    file: { name: `Bapta ${day}.zip`, mime: 'application/zip', bytes },
    missing: files.filter((file) => 'problem' in file).length,
  }
}
