import { Check, CheckCheck, MessageSquare, Pencil, Replace, Trash2, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button, Heading } from 'react-aria-components'
import type { Comment, Thread } from '#shared/review/threads.ts'
import { mentionsIn } from '#shared/review/unread.ts'
import { useStore } from '../../host/store.ts'
import { useMessages } from '../../messages/messages.tsx'
import { useWho } from '../../person/person.tsx'
import { SignedBy } from '../../person/signed-by.tsx'
import { useTime } from '../../person/time.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { notify } from '../../ui/toasts.tsx'
import type { Bench } from '../../workbench/bench.ts'
import { CommentField } from './comment-field.tsx'
import { isOpen, type PlacedThread, partsWith } from './model.ts'
import { ThreadSubject } from './thread-subject.tsx'

interface ThreadCardProps {
  readonly bench: Bench
  readonly placed: PlacedThread
  /** Whether it was gone to: it takes the focus. */
  readonly isHere: boolean
}

/** What was said of one place: the words, each comment, and what one may do. */
export function ThreadCard({ bench, placed, isHere }: ThreadCardProps) {
  const { t } = useMessages()
  const { thread, place, isUnread } = placed
  const mayComment = useStore(bench.commentsReadOnly) === null
  const shown = useStore(bench.shownThread)
  const jump = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isHere && shown) jump.current?.focus()
  }, [isHere, shown])
  const Sign = thread.proposal ? Replace : MessageSquare
  const stands = placed.located.kind !== 'unit-removed'
  return (
    <article
      className="card thread"
      data-here={isHere || undefined}
      data-resolved={thread.resolved ? true : undefined}
      onFocus={() => bench.seeThread(thread.id)}
    >
      <header className="card-head">
        <Sign size={14} aria-hidden />
        <Heading level={2} className="card-place">
          <Button
            ref={jump}
            className="card-jump"
            onPress={() => {
              if (stands) bench.jumpToThread(placed)
            }}
          >
            {place}
          </Button>
        </Heading>
        {isUnread && <span className="thread-unread">{t('comments.new')}</span>}
      </header>
      <ThreadSubject bench={bench} placed={placed} />
      <ol className="comments">
        {thread.comments.map((comment) => (
          <li key={comment.id}>
            <Said bench={bench} thread={thread} comment={comment} mayComment={mayComment} />
          </li>
        ))}
      </ol>
      <Decided placed={placed} />
      <Resolved placed={placed} />
      <Deciding bench={bench} placed={placed} />
      {mayComment && <Answer bench={bench} placed={placed} />}
    </article>
  )
}

interface SaidProps {
  readonly bench: Bench
  readonly thread: Thread
  readonly comment: Comment
  readonly mayComment: boolean
}

function Said({ bench, thread, comment, mayComment }: SaidProps) {
  const { t } = useMessages()
  const { person } = useWho()
  const [isEditing, setEditing] = useState(false)
  const { id, author, at, words, editedAt } = comment
  const isSuggestion = thread.proposal !== undefined && id === thread.id
  const isOwn = mayComment && author.id === person.id && words !== undefined
  if (isEditing)
    return (
      <CommentField
        label={t('comments.edit')}
        submitLabel={t('comments.save')}
        words={words ?? ''}
        people={bench.knownPeople()}
        onCancel={() => setEditing(false)}
        onSubmit={(next) => {
          const done = bench.editComment(thread.id, id, next)
          if (done.ok) setEditing(false)
          else notify({ tone: 'problem', text: done.problem })
        }}
      />
    )
  return (
    <div className="comment">
      <div className="comment-head">
        <SignedBy touches={[{ person: author, at }]} />
        {editedAt !== undefined && words !== undefined && (
          <span className="comment-edited">{t('comments.edited')}</span>
        )}
        {isOwn && (
          <span className="comment-own">
            <IconButton icon={Pencil} label={t('comments.edit')} onPress={() => setEditing(true)} />
            <IconButton
              icon={Trash2}
              label={t(isSuggestion ? 'suggest.withdraw' : 'comments.withdraw')}
              onPress={() => bench.withdrawComment(thread.id, id)}
            />
          </span>
        )}
      </div>
      {words === undefined ? (
        <p className="comment-none">{t('comments.withdrawn')}</p>
      ) : (
        <p className="comment-words">
          <Mentioning words={words} bench={bench} />
        </p>
      )}
    </div>
  )
}

/** Words with the names that they mention in bold. */
function Mentioning({ words, bench }: { readonly words: string; readonly bench: Bench }) {
  const { person } = useWho()
  const names = mentionsIn(words, [...bench.knownPeople(), person])
    .map(({ name }) => name.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
    .sort((a, b) => b.length - a.length)
  if (names.length === 0) return words
  const parts = words.split(new RegExp(`(@(?:${names.join('|')}))`, 'iu'))
  let at = 0
  return parts.map((part, index) => {
    at += part.length
    return index % 2 === 1 ? <strong key={at}>{part}</strong> : part
  })
}

function Decided({ placed: { decision } }: Pick<ThreadCardProps, 'placed'>) {
  const { t } = useMessages()
  const time = useTime()
  if (!decision) return null
  const { kind, person, at } = decision
  const Sign = kind === 'accepted' ? Check : X
  return (
    <p className="thread-resolved">
      <Sign size={14} aria-hidden />{' '}
      {t(`comments.${kind}By`, { name: person.name, time: time(at) })}
    </p>
  )
}

/** What a drafter may do with what somebody suggests, alone and with the other parts of its change. */
function Deciding({ bench, placed }: Omit<ThreadCardProps, 'isHere'>) {
  const { t } = useMessages()
  const parts = partsWith(useStore(bench.threads), placed)
  const { proposal } = placed.thread
  const open = parts.filter(isOpen)
  const mayDecide = proposal && proposal.kind !== 'newer' && bench.readOnly === null
  const part = parts.findIndex(({ thread }) => thread.id === placed.thread.id) + 1
  return (
    <>
      {parts.length > 1 && proposal && (
        <p className="thread-part">{t('suggest.part', { part, all: parts.length })}</p>
      )}
      {mayDecide && isOpen(placed) && (
        <Decide
          bench={bench}
          parts={[placed]}
          accept={t('comments.accept')}
          reject={t('comments.reject')}
        />
      )}
      {mayDecide && isOpen(placed) && open.length > 1 && (
        <Decide
          bench={bench}
          parts={open}
          accept={t('suggest.acceptAll', { count: open.length })}
          reject={t('suggest.rejectAll', { count: open.length })}
        />
      )}
    </>
  )
}

interface DecideProps {
  readonly bench: Bench
  readonly parts: readonly PlacedThread[]
  readonly accept: string
  readonly reject: string
}

function Decide({ bench, parts, accept, reject }: DecideProps) {
  const who = useWho()
  const threads = parts.map(({ thread }) => thread)
  return (
    <div className="comment-acts">
      <Button
        className={parts.length > 1 ? 'button' : 'button primary'}
        isDisabled={!parts.every(({ isTimely }) => isTimely)}
        onPress={() => who.named(() => bench.accept(threads))}
      >
        {accept}
      </Button>
      <Button className="button" onPress={() => who.named(() => bench.reject(threads))}>
        {reject}
      </Button>
    </div>
  )
}

function Resolved({ placed: { thread } }: Pick<ThreadCardProps, 'placed'>) {
  const { t } = useMessages()
  const time = useTime()
  if (!thread.resolved) return null
  const { person, at } = thread.resolved
  return (
    <p className="thread-resolved">
      <CheckCheck size={14} aria-hidden />{' '}
      {t('comments.resolvedBy', { name: person.name, time: time(at) })}
    </p>
  )
}

function Answer({ bench, placed: { thread } }: Omit<ThreadCardProps, 'isHere'>) {
  const { t } = useMessages()
  const who = useWho()
  const [isAnswering, setAnswering] = useState(false)
  if (isAnswering)
    return (
      <CommentField
        label={t('comments.reply')}
        submitLabel={t('comments.send')}
        people={bench.knownPeople()}
        onCancel={() => setAnswering(false)}
        onSubmit={(words) =>
          who.named(() => {
            const done = bench.reply(thread.id, words)
            if (done.ok) setAnswering(false)
            else notify({ tone: 'problem', text: done.problem })
          })
        }
      />
    )
  return (
    <div className="comment-acts">
      <Button className="button" onPress={() => setAnswering(true)}>
        {t('comments.reply')}
      </Button>
      {thread.resolved ? (
        <Button className="button" onPress={() => bench.reopenThread(thread.id)}>
          {t('comments.reopen')}
        </Button>
      ) : (
        <Button className="button" onPress={() => who.named(() => bench.resolveThread(thread.id))}>
          {t('comments.resolve')}
        </Button>
      )}
    </div>
  )
}
