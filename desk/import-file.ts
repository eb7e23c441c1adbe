import type { Problem } from '#shared/base/problem.ts'
import { decodeText } from '#shared/read/decode.ts'
import { readTextSteps } from '#shared/read/read.ts'
import { unitsOf } from '#shared/schema/act.ts'
import { writeProblem } from '#store/problems.ts'
import type { DeskContext } from './context.ts'
import { refusedFile } from './file-kind.ts'
import type { JobWork } from './jobs.ts'
import { addDocument } from './library.ts'
import { lineOf, lineStarts } from './lines.ts'
import { deskProblem } from './problems.ts'
import { inSlices } from './turn.ts'

export interface ImportedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The job that reads a file into the library. */
export function importFile(ctx: DeskContext, { name, bytes }: ImportedFile): JobWork {
  return async (signal, progress) => {
    const refused = refusedFile(name, bytes)
    if (refused) return failed(refused)
    const source = decodeText(bytes)
    if (!source.ok) return failed(source.problem)
    const { newId, now, store, windows } = ctx
    const read = await inSlices(readTextSteps(source.value, { newId }), signal, ({ done, total }) =>
      progress(done, total),
    )
    if (!read) return undefined
    if (unitsOf(read.act).length === 0)
      return failed(deskProblem('no-text', `“${name}” holds no words to read.`))
    try {
      addDocument(store.db, { act: read.act, source: name, sample: 0, at: now() })
    } catch (fault) {
      const problem = writeProblem(fault)
      if (!problem) throw fault
      return failed(problem)
    }
    windows.tell({ kind: 'library' })
    const starts = lineStarts(source.value)
    const problems = read.problems.map(({ code, severity, message, source: range, unit }) => ({
      code,
      severity,
      message,
      line: range ? lineOf(starts, range.start) : null,
      unit: unit ?? null,
    }))
    return { kind: 'done', document: String(read.act.attrs['id']), problems }
  }
}

function failed({ code, message }: Problem) {
  return { kind: 'failed', code, message } as const
}
