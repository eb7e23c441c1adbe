import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { Input, SearchField } from 'react-aria-components'
import { findWords, nextFound } from '../editor/queries/find-words.ts'
import { useStore } from '../host/store.ts'
import { useMessages } from '../messages/messages.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import type { Bench } from './bench.ts'

interface FindBarProps {
  readonly bench: Bench
  readonly onClose: () => void
}

/** Finds words in the text; Enter goes to the next place, Shift-Enter to the one before. */
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
    <search
      className="find-bar"
      // Before the field, which would take the first Escape to empty itself.
      onKeyDownCapture={(event) => {
        if (event.key !== 'Escape') return
        handleClose()
        event.preventDefault()
        event.stopPropagation()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return
        step(event.shiftKey ? -1 : 1)
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      <SearchField
        className="search"
        aria-label={t('find.words')}
        value={query}
        onChange={handleQuery}
        autoFocus
      >
        <Input placeholder={t('find.words')} />
      </SearchField>
      <span className="find-count" role="status" aria-live="polite">
        {query.trim() !== '' &&
          (found.length === 0
            ? t('find.none')
            : t('find.count', { current: index + 1, count: found.length }))}
      </span>
      <IconButton icon={ChevronUp} label={t('find.previous')} onPress={() => step(-1)} />
      <IconButton icon={ChevronDown} label={t('find.next')} onPress={() => step(1)} />
      <IconButton icon={X} label={t('common.close')} onPress={handleClose} />
    </search>
  )
}
