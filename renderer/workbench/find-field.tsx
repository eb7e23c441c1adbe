import { ChevronDown, ChevronUp, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Input, SearchField } from 'react-aria-components'
import { useMessages } from '../messages/messages.tsx'
import { IconButton } from '../ui/icon-button.tsx'

interface FindFieldProps {
  readonly query: string
  readonly onQuery: (query: string) => void
  /** How many places there are and which is shown, in words; heard as they change. */
  readonly status: string
  readonly onStep: (by: 1 | -1) => void
  readonly onClose: () => void
  /** What is done with the places found, in rows below. */
  readonly children?: ReactNode
}

/** A bar to find words with; Enter goes to the next place, Shift-Enter to the one before. */
export function FindField(props: FindFieldProps) {
  const { query, onQuery, status, onStep, onClose, children } = props
  const { t } = useMessages()
  return (
    <search
      className="find-bar"
      // Before the field, which would take the first Escape to empty itself.
      onKeyDownCapture={(event) => {
        if (event.key !== 'Escape') return
        onClose()
        event.preventDefault()
        event.stopPropagation()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return
        onStep(event.shiftKey ? -1 : 1)
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      <div className="find-row">
        <SearchField
          className="search"
          aria-label={t('find.words')}
          value={query}
          onChange={onQuery}
          autoFocus
        >
          <Input placeholder={t('find.words')} />
        </SearchField>
        <span className="find-count" role="status" aria-live="polite">
          {query.trim() !== '' && status}
        </span>
        <IconButton icon={ChevronUp} label={t('find.previous')} onPress={() => onStep(-1)} />
        <IconButton icon={ChevronDown} label={t('find.next')} onPress={() => onStep(1)} />
        <IconButton icon={X} label={t('common.close')} onPress={onClose} />
      </div>
      {children}
    </search>
  )
}
