import { useEffect, useMemo, useState } from 'react'
import { findWords, nextFound } from '../editor/queries/find-words.ts'
import { useStore } from '../host/store.ts'
import { useMessages } from '../messages/messages.tsx'
import type { Bench } from './bench.ts'
import { FindField } from './find-field.tsx'

interface FindBarProps {
  readonly bench: Bench
  readonly onClose: () => void
}

/** Finds words in the text. */
export function FindBar({ bench, onClose }: FindBarProps) {
  const { t } = useMessages()
  const act = useStore(bench.act)
  const [query, setQuery] = useState('')
  const [current, setCurrent] = useState(0)
  const found = useMemo(() => findWords(act, query), [act, query])
  const index = Math.min(current, Math.max(0, found.length - 1))
  useEffect(() => bench.showFound(found, index), [bench, found, index])
  useEffect(() => () => bench.showFound([], 0), [bench])

  const step = (by: 1 | -1) => {
    const next = (index + by + found.length) % Math.max(1, found.length)
    setCurrent(next)
    const place = found[next]
    if (place) bench.select(place)
  }
  const handleQuery = (wanted: string) => {
    setQuery(wanted)
    const places = findWords(act, wanted)
    const first = nextFound(places, bench.view.state.selection.from)
    setCurrent(first)
    const place = places[first]
    if (place) bench.select(place)
  }
  const handleClose = () => {
    onClose()
    bench.view.focus()
  }
  return (
    <FindField
      query={query}
      onQuery={handleQuery}
      status={
        found.length === 0
          ? t('find.none')
          : t('find.count', { current: index + 1, count: found.length })
      }
      onStep={step}
      onClose={handleClose}
    />
  )
}
