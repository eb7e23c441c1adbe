import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { UnitId } from '#shared/schema/act.ts'
import { useStore } from '../host/store.ts'
import type { Bench } from '../workbench/bench.ts'
import type { LookedAt } from '../workbench/bench-changes.ts'
import { type FoundRow, rowOfChange, rowOfKey, rowOfUnit } from './find-row.ts'
import type { Row } from './rows.ts'

/** Where the eye is in the rows, and the ways to elsewhere. */
export interface Going {
  /** The rows as they stand in the page: those of unfolded folds among the others. */
  readonly shown: readonly Row[]
  /** The unit that the caret or the change gone to is in. */
  readonly here: UnitId | undefined
  /** The row to be brought into sight: another object each time. */
  readonly goal: { readonly key: string } | undefined
  /** The row whose link takes the focus, for who came by the link of the other place. */
  readonly reached: string | undefined
  unfold(fold: string): void
  /** Brings a row into sight, out of its fold. */
  see(key: string): void
  /** To the other place of a move. */
  follow(key: string): void
  endReached(): void
}

/** Follows the caret and the way from change to change, and unfolds what is gone to. */
export function useGoing(bench: Bench, rows: readonly Row[]): Going {
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set())
  const [goal, setGoal] = useState<{ readonly key: string }>()
  const [reached, setReached] = useState<string>()
  const shown = useMemo(
    () =>
      rows.flatMap((row): readonly Row[] =>
        row.kind === 'fold' && unfolded.has(row.key) ? row.rows : [row],
      ),
    [rows, unfolded],
  )
  const unfold = (fold: string) => setUnfolded((before) => new Set([...before, fold]))
  const go = ({ key, fold }: FoundRow) => {
    if (fold !== undefined) unfold(fold)
    setGoal({ key })
  }

  const caret = useStore(bench.caret).at(-1)
  const stepped = useStore(bench.lookedAt)
  const looked = stepped?.at === caret ? stepped : undefined
  const opened = useRef<Eye | undefined>({ caret, looked })
  const followed = useRef<Eye | undefined>(undefined)
  const follow = useEffectEvent((eye: Eye) => {
    const found = rowOf(rows, eye)
    if (!found) return
    followed.current = eye
    const isOpening = isSame(opened.current, eye)
    if (!isOpening) opened.current = undefined
    // What the drafter did not ask to see stays folded.
    if (isOpening && !looked) setGoal({ key: found.fold ?? found.key })
    else go(found)
  })
  // A unit just written has its row when the redline has come after it.
  useEffect(() => {
    const eye = { caret, looked }
    if (rows.length === 0) followed.current = undefined
    else if (!isSame(followed.current, eye)) follow(eye)
  }, [rows, caret, looked])

  return {
    shown,
    here: looked ? looked.change.units[0] : caret,
    goal,
    reached,
    unfold,
    see(key) {
      const found = rowOfKey(rows, key)
      if (found) go(found)
    },
    follow(key) {
      const found = rowOfKey(rows, key)
      if (!found) return
      go(found)
      setReached(key)
    },
    endReached: useCallback(() => setReached(undefined), []),
  }
}

/** What the drafter looks at: the unit at the caret, or the change gone to. */
interface Eye {
  readonly caret: UnitId | undefined
  readonly looked: LookedAt | undefined
}

function isSame(one: Eye | undefined, other: Eye): boolean {
  return one?.caret === other.caret && one?.looked === other.looked
}

function rowOf(rows: readonly Row[], { caret, looked }: Eye): FoundRow | undefined {
  const [unit] = looked?.change.units ?? []
  if (looked && unit !== undefined) return rowOfChange(rows, unit, looked.change.kind)
  return caret === undefined ? undefined : rowOfUnit(rows, caret)
}
