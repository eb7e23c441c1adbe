import { Worker } from 'node:worker_threads'
import { type Problem, problem } from '#shared/base/problem.ts'
import { fail, ok, type Result } from '#shared/base/result.ts'
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
  /** Stopped by the signal it ends as a problem, and the thread is at it no more. */
  derive(order: DeriveOrder, signal?: AbortSignal): Promise<Result<DerivedAnswer>>
  apply(order: ApplyOrder): Promise<Result<AppliedAnswer>>
  /** Ends the thread; orders without an answer end as a problem. */
  stop(): Promise<void>
}

/** An order without an answer, packed for whichever thread takes it. */
interface Waiting {
  readonly orderFor: (packer: ActPacker) => LawOrder
  readonly answer: (answer: LawAnswer) => void
}

export function createLawClerk(): LawClerk {
  let worker: { readonly thread: Worker; readonly packer: ActPacker } | undefined
  let last = 0
  const waiting = new Map<number, Waiting>()
  const endAll = (why: Problem) => {
    worker = undefined
    for (const { answer } of waiting.values()) answer({ kind: 'problem', problem: why })
    waiting.clear()
  }
  const started = () => {
    if (worker) return worker
    const made = new Worker(workerFile())
    made.on('message', ({ id, answer }: { readonly id: number; readonly answer: LawAnswer }) => {
      waiting.get(id)?.answer(answer)
      waiting.delete(id)
    })
    const endIts = (why: Problem) => made === worker?.thread && endAll(why)
    made.on('error', (fault) => endIts(problem('desk/law-clerk', { reason: String(fault) })))
    made.on('exit', () => endIts(problem('desk/law-clerk:ended')))
    // The thread alone keeps no program running.
    made.unref()
    worker = { thread: made, packer: createActPacker() }
    return worker
  }
  const send = (id: number, { orderFor }: Waiting) => {
    const { thread, packer } = started()
    thread.postMessage({ id, order: orderFor(packer) })
  }
  /** A thread leaves an order only by ending; what else waits goes to the next one. */
  const giveUp = (id: number) => {
    const given = waiting.get(id)
    if (!given) return
    waiting.delete(id)
    given.answer({ kind: 'problem', problem: problem('desk/law-clerk:cancelled') })
    void worker?.thread.terminate()
    worker = undefined
    for (const [left, order] of waiting) send(left, order)
  }
  const ask = (orderFor: Waiting['orderFor'], signal?: AbortSignal) =>
    new Promise<LawAnswer>((answer) => {
      const id = last++
      const order = { orderFor, answer }
      waiting.set(id, order)
      if (signal?.aborted) return giveUp(id)
      signal?.addEventListener('abort', () => giveUp(id), { once: true })
      send(id, order)
    })
  return {
    async derive({ base, draft, ...order }, signal) {
      const answer = await ask((packer) => {
        const acts = packer.pack([base, draft])
        return { kind: 'derive', acts, ...order }
      }, signal)
      return answer.kind === 'derived' ? ok(answer) : fail(problemIn(answer))
    },
    async apply(order) {
      const answer = await ask(() => order)
      return answer.kind === 'applied' ? ok(answer) : fail(problemIn(answer))
    },
    async stop() {
      const ending = worker
      endAll(problem('desk/law-clerk:closed'))
      await ending?.thread.terminate()
    },
  }
}

function problemIn(answer: LawAnswer) {
  return answer.kind === 'problem' ? answer.problem : problem('desk/law-clerk:ended')
}

/** Beside this file, under the ending that this file has: source or built. */
function workerFile(): URL {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return new URL(`./law-worker.${ending}`, import.meta.url)
}
