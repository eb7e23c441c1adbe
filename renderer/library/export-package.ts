import type { Bridge, DocumentSummary } from '#shared/bridge/contract.ts'
import { type PackedFile, packageOf } from '#shared/export/package.ts'
import type { MadeFile } from '../host/download.ts'
import type { ExportChoice } from '../workbench/export-choices.ts'

interface PackageOptions {
  readonly documents: readonly Pick<DocumentSummary, 'id' | 'title'>[]
  readonly choices: readonly Pick<ExportChoice, 'form' | 'format'>[]
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly signal: AbortSignal
  readonly onProgress: (done: number, total: number) => void
}

export interface MadePackage {
  readonly file: MadeFile
  /** Files that could not be written; the manifest says why. */
  readonly missing: number
}

/** Each document in each form as one zip; undefined when it was cancelled, which ends it behind the file under way. */
export async function exportPackage(
  bridge: Pick<Bridge, 'exportDocument'>,
  { documents, choices, at, signal, onProgress }: PackageOptions,
): Promise<MadePackage | undefined> {
  const files: PackedFile[] = []
  const total = documents.length * choices.length
  for (const { id: document, title } of documents) {
    for (const { form, format } of choices) {
      if (signal.aborted) return undefined
      onProgress(files.length, total)
      const answer = await bridge.exportDocument({ document, form, format })
      const made = answer.ok ? answer.value : { problem: answer.problem.message }
      files.push({ title, form, format, ...made })
    }
  }
  if (signal.aborted) return undefined
  const day = new Date(at).toISOString().slice(0, 10)
  const bytes = packageOf(files, at)
  return {
    file: { name: `Bapta ${day}.zip`, mime: 'application/zip', bytes },
    missing: files.filter((file) => 'problem' in file).length,
  }
}
