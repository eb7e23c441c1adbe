import type { Problem } from '#shared/base/problem.ts'
import type { NamedFile } from '#shared/open/file-format.ts'
import { openFileSteps } from '#shared/open/open.ts'
import { unitsOf } from '#shared/schema/act.ts'
import { writeProblem } from '#store/problems.ts'
import type { DeskContext } from './context.ts'
import type { JobWork } from './jobs.ts'
import { addDocument } from './library.ts'
import { lineOf, lineStarts } from './lines.ts'
import { deskProblem } from './problems.ts'
import { inSlices } from './turn.ts'

/** The job that reads a file into the library; several acts in one file become a document each. */
export function importFile(ctx: DeskContext, file: NamedFile): JobWork {
  return async (signal, progress) => {
    const { newId, now, store, windows, references } = ctx
    const opened = await inSlices(openFileSteps(file, { newId }), signal, ({ done, total }) =>
      progress(done, total),
    )
    if (!opened) return undefined
    if (!opened.ok) return failed(opened.problem)
    const acts = opened.value.acts.filter(({ act }) => unitsOf(act).length > 0)
    const [first] = acts
    if (!first) return failed(deskProblem('no-text', `“${file.name}” holds no words to read.`))
    try {
      for (const { act, draft } of acts)
        addDocument(store.db, { act, draft, source: file.name, sample: 0, at: now() })
    } catch (fault) {
      const problem = writeProblem(fault)
      if (!problem) throw fault
      return failed(problem)
    }
    references.changed()
    windows.tell({ kind: 'library' })
    const starts = lineStarts(opened.value.source ?? '')
    const problems = acts
      .flatMap(({ problems }) => problems)
      .map(({ code, severity, message, source: range, unit }) => ({
        code,
        severity,
        message,
        line: range && opened.value.source ? lineOf(starts, range.start) : null,
        unit: unit ?? null,
      }))
    return { kind: 'done', document: String(first.act.attrs['id']), problems }
  }
}

function failed({ code, message }: Problem) {
  return { kind: 'failed', code, message } as const
}
