import { useEffect, useMemo, useState } from 'react'
import { Button, Input, TextField } from 'react-aria-components'
import { type Found, findWords, nextFound } from '../editor/queries/find-words.ts'
import { useStore } from '../host/store.ts'
import { useMessages } from '../messages/messages.tsx'
import { notify } from '../ui/toasts.tsx'
import type { Bench } from './bench.ts'
import { FindField } from './find-field.tsx'

interface FindBarProps {
  readonly bench: Bench
  /** Whether words are written in the place of those found. */
  readonly replaces: boolean
  readonly onClose: () => void
}

/** Finds words in the text, and puts others in their place. */
export function FindBar({ bench, replaces, onClose }: FindBarProps) {
  const { t } = useMessages()
  const act = useStore(bench.act)
  const [query, setQuery] = useState('')
  const [current, setCurrent] = useState(0)
  const found = useMemo(() => findWords(act, query), [act, query])
  const index = Math.min(current, Math.max(0, found.length - 1))
  useEffect(() => bench.showFound(found, index), [bench, found, index])
  useEffect(() => () => bench.showFound([], 0), [bench])

  const goTo = (places: readonly Found[], next: number) => {
    setCurrent(next)
    const place = places[next]
    if (place) bench.select(place)
  }
  const step = (by: 1 | -1) => goTo(found, (index + by + found.length) % Math.max(1, found.length))
  const goFrom = (wanted: string, position: number) => {
    const places = findWords(bench.view.state.doc, wanted)
    goTo(places, nextFound(places, position))
  }
  const handleQuery = (wanted: string) => {
    setQuery(wanted)
    goFrom(wanted, bench.view.state.selection.from)
  }
  const handleReplace = (words: string) => {
    const place = found[index]
    if (!place) return
    const before = bench.view.state.doc.content.size
    const { left } = bench.replaceFound([place], words)
    if (left > 0) notify({ tone: 'plain', text: t('find.left', { count: left }) })
    goFrom(query, place.to + bench.view.state.doc.content.size - before)
  }
  const handleReplaceAll = (words: string) => {
    const { replaced, left } = bench.replaceFound(found, words)
    const told = [t('find.replaced', { count: replaced })]
    if (left > 0) told.push(t('find.left', { count: left }))
    notify({ tone: 'plain', text: told.join(' ') })
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
    >
      {replaces && (
        <ReplaceField
          hasFound={found.length > 0}
          onReplace={handleReplace}
          onReplaceAll={handleReplaceAll}
        />
      )}
    </FindField>
  )
}

interface ReplaceFieldProps {
  readonly hasFound: boolean
  readonly onReplace: (words: string) => void
  readonly onReplaceAll: (words: string) => void
}

/** The words that come in the place of those found; Enter replaces the place that is shown. */
function ReplaceField({ hasFound, onReplace, onReplaceAll }: ReplaceFieldProps) {
  const { t } = useMessages()
  const [words, setWords] = useState('')
  return (
    <div className="find-row">
      <TextField
        className="search"
        aria-label={t('find.replaceWith')}
        value={words}
        onChange={setWords}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onReplace(words)
          else event.continuePropagation()
        }}
      >
        <Input placeholder={t('find.replaceWith')} />
      </TextField>
      <Button className="button" isDisabled={!hasFound} onPress={() => onReplace(words)}>
        {t('find.replace')}
      </Button>
      <Button className="button" isDisabled={!hasFound} onPress={() => onReplaceAll(words)}>
        {t('find.replaceAll')}
      </Button>
    </div>
  )
}
