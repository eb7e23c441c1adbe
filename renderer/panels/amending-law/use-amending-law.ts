import { useEffect, useState } from 'react'
import type { Problem } from '#shared/base/problem.ts'
import type { Input } from '#shared/bridge/contract.ts'
import type { Act } from '#shared/schema/act.ts'
import { useStore } from '../../host/store.ts'
import type { Bench } from '../../workbench/bench.ts'
import type { LawAnswer } from './model.ts'

export type LawWish = Omit<Input<'amendingLaw'>, 'document'>

export interface LiveLaw {
  readonly law: LawAnswer | undefined
  readonly problem: Problem | undefined
  /** Whether the draft has changed since the law was written. */
  readonly isStale: boolean
}

/** Milliseconds without a change after which the law is written anew: longer than a pause in a sentence. */
const QUIET = 500

/** The amending law of the draft, written anew whenever the drafter rests. */
export function useAmendingLaw(bench: Bench, wish: LawWish): LiveLaw {
  const act = useStore(bench.act)
  const key = JSON.stringify(wish)
  const [written, setWritten] = useState<Written>(NOTHING)
  useEffect(() => {
    let isCurrent = true
    const write = async () => {
      await bench.saves.settled()
      if (!isCurrent) return
      const asked: LawWish = JSON.parse(key)
      const answer = await bench.bridge.amendingLaw({ document: bench.summary.id, ...asked })
      if (!isCurrent) return
      const law = answer.ok ? answer.value : undefined
      setWritten({ act, key, law, problem: answer.ok ? undefined : answer.problem })
    }
    const timer = window.setTimeout(() => void write(), QUIET)
    return () => {
      isCurrent = false
      window.clearTimeout(timer)
    }
  }, [bench, act, key])
  const { law, problem } = written
  return { law, problem, isStale: written.act !== act || written.key !== key }
}

interface Written {
  /** What the law was written of. */
  readonly act: Act | undefined
  readonly key: string
  readonly law: LawAnswer | undefined
  readonly problem: Problem | undefined
}

const NOTHING: Written = { act: undefined, key: '', law: undefined, problem: undefined }
