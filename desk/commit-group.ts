import type { Problem } from '#shared/base/problem.ts'
import { fail, ok, type Result } from '#shared/base/result.ts'
import { transact, type Writer } from '#store/connection.ts'
import type { DocumentKey } from '#store/documents.ts'
import { writeProblem } from '#store/problems.ts'
import { appendUpdate } from '#store/updates.ts'

/** Updates that arrive together are committed together: one sync of the disk for all of them. */
export interface CommitGroup {
  /** Answers with the update's place in the log once it is on disk. */
  save(update: PendingUpdate): Promise<Result<{ readonly seq: number }>>
  /** Commits what waits, now. */
  flush(): void
}

export interface PendingUpdate {
  readonly document: DocumentKey
  readonly bytes: Uint8Array
  readonly origin: 'window' | 'remote'
  /** Called after the commit, before the answer goes out. */
  committed(): void
}

interface Waiting extends PendingUpdate {
  answer(result: Result<{ readonly seq: number }>): void
}

export function createCommitGroup(
  db: Writer,
  now: () => number,
  /** Told of each update on the disk, before its answer goes out. */
  committed: (update: PendingUpdate) => void = () => {},
): CommitGroup {
  let waiting: Waiting[] = []

  return {
    save(update) {
      return new Promise((answer) => {
        waiting.push({ ...update, answer })
        if (waiting.length === 1) setImmediate(flush)
      })
    },
    flush,
  }

  function flush(): void {
    const group = waiting
    waiting = []
    if (group.length === 0) return
    const problem = commit(group)
    if (!problem) return
    // One update too large for the disk must not hold back those that fit.
    for (const update of group) {
      const own = group.length === 1 ? problem : commit([update])
      if (own) update.answer(fail(own))
    }
  }

  function commit(group: readonly Waiting[]): Problem | undefined {
    let seqs: readonly number[]
    try {
      const at = now()
      seqs = transact(db, () =>
        group.map(({ document, bytes, origin }) =>
          appendUpdate(db, document, { bytes, at, origin }),
        ),
      )
    } catch (fault) {
      const problem = writeProblem(fault)
      if (problem) return problem
      throw fault
    }
    for (const [i, update] of group.entries()) {
      update.committed()
      committed(update)
      update.answer(ok({ seq: seqs[i] ?? 0 }))
    }
    return undefined
  }
}
