import { FileUp, MessageSquarePlus, Replace } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { useStore } from '../../host/store.ts'
import { useMessages } from '../../messages/messages.tsx'
import { useWho } from '../../person/person.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import type { Bench } from '../../workbench/bench.ts'
import type { Shell } from '../../workbench/shell.ts'
import { COMMENT_FILTERS, type CommentFilter, filterThreads } from './model.ts'
import { ThreadCard } from './thread-card.tsx'

interface CommentsPanelProps {
  readonly bench: Bench
  readonly shell: Shell
}

/** Cards drawn at once; the filters lead to the rest. */
const MOST_SHOWN = 200

/** What people say of the draft, in the order of the text. */
export function CommentsPanel({ bench, shell }: CommentsPanelProps) {
  const { t, say } = useMessages()
  const { person } = useWho()
  const [filter, setFilter] = useState<CommentFilter>('open')
  const threads = filterThreads(useStore(bench.threads), person)
  const readOnly = useStore(bench.commentsReadOnly)
  const shown = useStore(bench.shownThread)
  const wanted = shown?.at === 'panel' ? shown.id : undefined
  const handled = useRef(shown)
  useEffect(() => {
    if (handled.current === shown) return
    handled.current = shown
    // A thread that was gone to is shown whatever the filter.
    const isHidden = threads[filter].every(({ thread }) => thread.id !== wanted)
    if (wanted !== undefined && isHidden) setFilter('all')
  })
  const list = threads[filter]
  return (
    <>
      <div className="comment-tools">
        <SelectField
          label={t('comments.filter')}
          choices={COMMENT_FILTERS.map((key) => ({
            key,
            words: t(`comments.filter.${key}`),
            count: threads[key].length,
          }))}
          chosen={filter}
          isRow
          onChoose={setFilter}
        />
        {readOnly === null && (
          <>
            <Button className="button" onPress={() => shell.show('comment')}>
              <MessageSquarePlus size={14} aria-hidden /> {t('command.comment')}
            </Button>
            <Button className="button" onPress={() => shell.show('suggest')}>
              <Replace size={14} aria-hidden /> {t('command.suggest')}
            </Button>
            <Button className="button" onPress={() => shell.show('takeComments')}>
              <FileUp size={14} aria-hidden /> {t('command.takeComments')}
            </Button>
          </>
        )}
      </div>
      {readOnly && <p className="panel-context">{say(readOnly)}</p>}
      {list.length === 0 && <p className="panel-empty">{t(`comments.none.${filter}`)}</p>}
      <ul className="cards" aria-label={t('comments.title')}>
        {list.slice(0, MOST_SHOWN).map((placed) => (
          <li key={placed.thread.id}>
            <ThreadCard bench={bench} placed={placed} isHere={placed.thread.id === wanted} />
          </li>
        ))}
      </ul>
      {list.length > MOST_SHOWN && (
        <p className="panel-empty">{t('comments.more', { count: list.length - MOST_SHOWN })}</p>
      )}
    </>
  )
}
