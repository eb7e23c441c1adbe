import { useEffect, useState } from 'react'
import type { Problem } from '#shared/base/problem.ts'
import type { Input, Output } from '#shared/bridge/contract.ts'
import type { Act } from '#shared/schema/act.ts'
import type { InForce } from '#shared/schema/in-force.ts'
import type { Wordings } from '#shared/schema/wordings.ts'
import { useStore } from '../../host/store.ts'
import type { Bench } from '../../workbench/bench.ts'

export interface LiveLaw {
  readonly law: LawAnswer | undefined
  readonly problem: Problem | undefined
  /** Whether the draft has changed since the law was written. */
  readonly isStale: boolean
}

/** Milliseconds without a change after which the law is written anew: longer than a pause in a sentence. */
const QUIET = 500

/** The amending law of the draft, written anew whenever the drafter rests or chooses another wording. */
export function useAmendingLaw(
  bench: Bench,
  language: Input<'amendingLaw'>['language'],
  { wordings, inForce }: Choices,
): LiveLaw {
  const act = useStore(bench.act)
  const [written, setWritten] = useState<Written>(NOTHING)
  useEffect(() => {
    let isCurrent = true
    const write = async () => {
      await bench.saves.settled()
      if (!isCurrent) return
      const answer = await bench.bridge.amendingLaw({ document: bench.summary.id, language })
      if (!isCurrent) return
      const law = answer.ok ? answer.value : undefined
      setWritten({ act, wordings, inForce, law, problem: answer.ok ? undefined : answer.problem })
    }
    const timer = window.setTimeout(() => void write(), QUIET)
    return () => {
      isCurrent = false
      window.clearTimeout(timer)
    }
  }, [bench, act, language, wordings, inForce])
  const { law, problem } = written
  const isOfThese =
    written.act === act && written.wordings === wordings && written.inForce === inForce
  return { law, problem, isStale: !isOfThese }
}

interface Choices {
  readonly wordings: Wordings
  readonly inForce: InForce
}

interface Written {
  /** What the law was written of. */
  readonly act: Act | undefined
  readonly wordings: Wordings | undefined
  readonly inForce: InForce | undefined
  readonly law: LawAnswer | undefined
  readonly problem: Problem | undefined
}

const NOTHING: Written = {
  act: undefined,
  wordings: undefined,
  inForce: undefined,
  law: undefined,
  problem: undefined,
}

export type LawAnswer = Output<'amendingLaw'>
