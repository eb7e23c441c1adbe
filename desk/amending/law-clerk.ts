import { Worker } from 'node:worker_threads'
import { fail, ok, type Result } from '#shared/base/result.ts'
import { deskProblem } from '../problems.ts'
import { type ActPacker, createActPacker } from './act-parcel.ts'
import type {
  AppliedAnswer,
  ApplyOrder,
  DerivedAnswer,
  DeriveOrder,
  LawAnswer,
  LawOrder,
} from './order.ts'

/** Writes and applies amending laws in a thread of its own, which starts with the first order. */
export interface LawClerk {
  derive(order: DeriveOrder): Promise<Result<DerivedAnswer>>
  apply(order: ApplyOrder): Promise<Result<AppliedAnswer>>
  /** Ends the thread; orders without an answer end as a problem. */
  stop(): Promise<void>
}

export function createLawClerk(): LawClerk {
  let worker: { readonly thread: Worker; readonly packer: ActPacker } | undefined
  let last = 0
  const waiting = new Map<number, (answer: LawAnswer) => void>()
  const endAll = (reason: string) => {
    worker = undefined
    for (const answer of waiting.values()) answer({ kind: 'problem', problem: ended(reason) })
    waiting.clear()
  }
  const started = () => {
    if (worker) return worker
    const made = new Worker(workerFile())
    made.on('message', ({ id, answer }: { readonly id: number; readonly answer: LawAnswer }) => {
      waiting.get(id)?.(answer)
      waiting.delete(id)
    })
    made.on('error', (fault) => endAll(String(fault)))
    made.on('exit', () => made === worker?.thread && endAll('it ended early'))
    // The thread alone keeps no program running.
    made.unref()
    worker = { thread: made, packer: createActPacker() }
    return worker
  }
  const ask = (orderFor: (packer: ActPacker) => LawOrder) =>
    new Promise<LawAnswer>((resolve) => {
      const id = last++
      waiting.set(id, resolve)
      const { thread, packer } = started()
      thread.postMessage({ id, order: orderFor(packer) })
    })
  return {
    async derive({ base, draft, ...order }) {
      const answer = await ask((packer) => {
        const acts = packer.pack([base, draft])
        return { kind: 'derive', acts, ...order }
      })
      return answer.kind === 'derived' ? ok(answer) : fail(problemIn(answer))
    },
    async apply(order) {
      const answer = await ask(() => order)
      return answer.kind === 'applied' ? ok(answer) : fail(problemIn(answer))
    },
    async stop() {
      const ending = worker
      endAll('the desk was closed')
      await ending?.thread.terminate()
    },
  }
}

function problemIn(answer: LawAnswer) {
  return answer.kind === 'problem' ? answer.problem : ended('it answered what was not asked')
}

function ended(reason: string) {
  return deskProblem(
    'law-clerk',
    `The amending law could not be worked on: ${reason}. The draft is as it was; try again.`,
  )
}

/** Beside this file, under the ending that this file has: source or built. */
function workerFile(): URL {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return new URL(`./law-worker.${ending}`, import.meta.url)
}
