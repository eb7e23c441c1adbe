import type { Problem } from '#shared/base/problem.ts'
import { formatOf, type NamedFile } from '#shared/open/file-format.ts'
import type { ProfileWish } from '#shared/read/choice.ts'
import { writeProblem } from '#store/problems.ts'
import { importCarried } from '../carried/import-carried.ts'
import type { DeskContext } from '../context.ts'
import type { JobWork } from '../jobs.ts'
import { keepDocument } from '../library.ts'
import { readFile } from './read-file.ts'

/** The job that reads a file into the library; several acts in one file become a document each. */
export function importFile(ctx: DeskContext, file: NamedFile, wish?: ProfileWish): JobWork {
  return async (signal, progress) => {
    const { newId, now, store, windows, references } = ctx
    const format = formatOf(file)
    if (format.ok && format.value === 'bapta') return carriedIn(ctx, file)
    const read = await readFile(file, { newId, wish, signal, progress })
    if (!read) return undefined
    if (!read.ok) return failed(read.problem)
    const { documents, problems, profile, format: found } = read.value
    try {
      for (const document of documents)
        keepDocument(store.db, document, { source: file.name, sample: 0, at: now() })
    } catch (fault) {
      const problem = writeProblem(fault)
      if (!problem) throw fault
      return failed(problem)
    }
    references.changed()
    windows.tell({ kind: 'library' })
    const document = documents[0]?.id ?? ''
    return { kind: 'done', document, problems: [...problems], profile, format: found }
  }
}

async function carriedIn(ctx: DeskContext, { bytes }: NamedFile) {
  const taken = await importCarried(ctx, bytes)
  if (!taken.ok) return failed(taken.problem)
  ctx.references.changed()
  ctx.windows.tell({ kind: 'library' })
  return { kind: 'done', ...taken.value, format: 'bapta' } as const
}

function failed({ code, message }: Problem) {
  return { kind: 'failed', code, message } as const
}
