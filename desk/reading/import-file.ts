import { fail, ok, type Result } from '#shared/base/result.ts'
import { formatOf, type NamedFile } from '#shared/open/file-format.ts'
import type { ProfileWish } from '#shared/read/choice.ts'
import { transact } from '#store/connection.ts'
import { writeProblem } from '#store/problems.ts'
import { importCarried } from '../carried/import-carried.ts'
import type { DeskContext } from '../context.ts'
import { failed, type JobWork } from '../jobs.ts'
import { keepDocument } from '../library.ts'
import type { PreparedDocument } from './prepared.ts'
import { readFile } from './read-file.ts'

/** The job that reads a file into the library; several acts in one file become a document each. */
export function importFile(ctx: DeskContext, file: NamedFile, wish?: ProfileWish): JobWork {
  return async (signal, progress) => {
    if (isCarried(file)) return carriedIn(ctx, file)
    const read = await readFile(file, { newId: ctx.newId, wish, at: ctx.now(), signal, progress })
    if (!read) return undefined
    if (!read.ok) return failed(read.problem)
    const kept = keepDocuments(ctx, file.name, read.value.documents)
    if (!kept.ok) return failed(kept.problem)
    const { problems, profile, format } = read.value
    return { kind: 'done', document: kept.value, problems: [...problems], profile, format }
  }
}

/** Puts what was read into the library, all of it or nothing, and gives the first document. */
export function keepDocuments(
  { store, now, references, windows }: DeskContext,
  source: string,
  documents: readonly PreparedDocument[],
): Result<string> {
  try {
    transact(store.db, () => {
      for (const document of documents)
        keepDocument(store.db, document, { source, sample: 0, at: now() })
    })
  } catch (fault) {
    const problem = writeProblem(fault)
    if (!problem) throw fault
    return fail(problem)
  }
  references.changed()
  windows.tell({ kind: 'library' })
  return ok(documents[0]?.id ?? '')
}

export function isCarried(file: NamedFile): boolean {
  const format = formatOf(file)
  return format.ok && format.value === 'bapta'
}

async function carriedIn(ctx: DeskContext, { bytes }: NamedFile) {
  const taken = await importCarried(ctx, bytes)
  if (!taken.ok) return failed(taken.problem)
  ctx.references.changed()
  ctx.windows.tell({ kind: 'library' })
  return { kind: 'done', ...taken.value, format: 'bapta' } as const
}
