import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import type { Bench } from '../workbench/bench.ts'
import type { Going } from './going.ts'
import { Fold, Pair } from './pair.tsx'
import type { Row } from './rows.ts'

/** Pixels of a row that was not drawn yet: two lines of text. */
const GUESSED_HEIGHT = 48
/** Rows drawn above and below those in sight, so that Tab and the wheel find the next ones there. */
const AROUND = 12

interface RowListProps {
  readonly bench: Bench
  readonly going: Going
  readonly isFiltered: boolean
  readonly scroller: RefObject<HTMLElement | null>
  /** Into the text. */
  readonly onGo: () => void
}

/** The rows, of which those near the ones in sight stand in the page, in their order. */
export function RowList({ bench, going, isFiltered, scroller, onGo }: RowListProps) {
  const { shown, goal, here } = going
  const list = useRef<HTMLTableSectionElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0), [])
  const [held, setHeld] = useState<string>()
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => shown[index]?.key ?? index,
    estimateSize: () => GUESSED_HEIGHT,
    overscan: AROUND,
    scrollMargin: top,
    scrollPaddingStart: top,
    useFlushSync: false,
    // The row that has the focus stays, however far one scrolls: the keyboard goes on from there.
    rangeExtractor(range) {
      const near = defaultRangeExtractor(range)
      const focused = held === undefined ? -1 : shown.findIndex(({ key }) => key === held)
      return focused < 0 || near.includes(focused) ? near : [...near, focused].sort((a, b) => a - b)
    },
  })
  const scrollToGoal = useEffectEvent((key: string) => {
    const index = shown.findIndex((row) => row.key === key)
    if (index >= 0) virtualizer.scrollToIndex(index, { align: 'center' })
  })
  useEffect(() => {
    if (goal) scrollToGoal(goal.key)
  }, [goal])
  const drawn = (row: Row) => {
    if (row.kind === 'fold') {
      return <Fold fold={row} isFiltered={isFiltered} onUnfold={going.unfold} />
    }
    const handleGo = () => {
      onGo()
      bench.jump(row.unit)
    }
    return (
      <Pair
        pair={row}
        place={bench.placeOf(row.unit)}
        isReached={going.reached === row.key}
        onGo={handleGo}
        onFollow={going.follow}
        onReached={going.endReached}
      />
    )
  }
  return (
    <tbody
      className="side-by-side-rows redline-pages"
      ref={list}
      lang={bench.summary.language}
      style={{ height: virtualizer.getTotalSize() }}
      onFocus={({ target }) => setHeld(rowAround(target))}
      onBlur={() => setHeld(undefined)}
    >
      {virtualizer.getVirtualItems().map(({ index, key, start }) => {
        const row = shown[index]
        if (!row) return null
        const isPair = row.kind === 'pair'
        return (
          <tr
            key={key}
            ref={virtualizer.measureElement}
            className="side-row"
            aria-rowindex={index + 2}
            data-index={index}
            data-row={row.key}
            data-kind={row.kind}
            data-changed={(isPair && row.isChanged) || undefined}
            data-here={(isPair && row.unit === here) || undefined}
            style={{ transform: `translateY(${start - top}px)` }}
          >
            {drawn(row)}
          </tr>
        )
      })}
    </tbody>
  )
}

function rowAround(target: Element): string | undefined {
  return target.closest<HTMLElement>('[data-row]')?.dataset['row']
}
