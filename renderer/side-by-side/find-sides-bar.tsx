import { type RefObject, useEffect, useMemo, useState } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { FindField } from '../workbench/find-field.tsx'
import { findInSides, firstFrom, type SideFound } from './find-sides.ts'
import { clearFound, highlightFound } from './found-highlights.ts'
import type { Going } from './going.ts'
import type { Row } from './rows.ts'

interface FindSidesBarProps {
  readonly rows: readonly Row[]
  readonly going: Going
  readonly names: Record<'before' | 'after', string>
  readonly scroller: RefObject<HTMLElement | null>
  readonly onClose: () => void
}

/** Finds words in both texts and says in which; what is folded there unfolds. */
export function FindSidesBar({ rows, going, names, scroller, onClose }: FindSidesBarProps) {
  const { t } = useMessages()
  const [query, setQuery] = useState('')
  const [current, setCurrent] = useState(0)
  const found = useMemo(() => findInSides(rows, query), [rows, query])
  const index = Math.min(current, Math.max(0, found.length - 1))
  const place = found[index]
  useHighlights(scroller, query, place)

  const show = (places: readonly SideFound[], next: number) => {
    setCurrent(next)
    const sought = places[next]
    if (sought) going.see(sought.row)
  }
  const handleQuery = (wanted: string) => {
    setQuery(wanted)
    const places = findInSides(rows, wanted)
    show(places, firstFrom(rows, places, place?.row ?? going.goal?.key))
  }
  const side = place && { A: names.before, B: names.after, both: t('find.both') }[place.in]
  return (
    <FindField
      query={query}
      onQuery={handleQuery}
      status={
        side === undefined
          ? t('find.none')
          : t('find.countIn', { current: index + 1, count: found.length, side })
      }
      onStep={(by) => show(found, (index + by + found.length) % Math.max(1, found.length))}
      onClose={() => {
        onClose()
        scroller.current?.focus()
      }}
    />
  )
}

/** Highlights what is found in the rows that are drawn, as others come into sight too. */
function useHighlights(
  scroller: RefObject<HTMLElement | null>,
  query: string,
  place: SideFound | undefined,
): void {
  useEffect(() => {
    const list = scroller.current?.querySelector('.side-by-side-rows')
    if (!list) return
    let isShown = false
    const draw = () => {
      const range = highlightFound(list, query, place)
      if (!range || isShown) return
      isShown = true
      // Behind the way to the row, in which the words may stand far down.
      requestAnimationFrame(() =>
        range.startContainer.parentElement?.scrollIntoView({ block: 'nearest' }),
      )
    }
    draw()
    const drawn = new MutationObserver(draw)
    drawn.observe(list, { childList: true, subtree: true, characterData: true })
    return () => drawn.disconnect()
  }, [scroller, query, place])
  useEffect(() => clearFound, [])
}
