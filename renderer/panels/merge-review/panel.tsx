import { Check, GitMerge, UserPen } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button, Heading } from 'react-aria-components'
import type { UnitId } from '#shared/schema/act.ts'
import { useLateStore, useStore } from '../../host/store.ts'
import { useMessages } from '../../messages/messages.tsx'
import { SignedBy } from '../../person/signed-by.tsx'
import { useTime } from '../../person/time.ts'
import { InPlace } from '../../ui/in-place.tsx'
import { MarkedWords } from '../../ui/marked-words.tsx'
import type { Bench } from '../../workbench/bench.ts'
import {
  isClash,
  type OpenMerge,
  type ReviewCard,
  type SideText,
  toReview,
  unitToShow,
} from './model.ts'

export function MergeReviewPanel({ bench }: { readonly bench: Bench }) {
  const merges = useStore(bench.merges)
  useEffect(() => bench.leaveReview, [bench])
  return merges.map((merge) => <Review key={merge.id} bench={bench} merge={merge} />)
}

function Review({ bench, merge }: { readonly bench: Bench; readonly merge: OpenMerge }) {
  const { t } = useMessages()
  const time = useTime()
  const left = toReview([merge], useStore(bench.reviewed))
  const all = merge.cards.length
  const name = merge.from === '' ? t('review.fromUnnamed') : t('review.from', { name: merge.from })
  return (
    <section className="merge-review" aria-label={name}>
      <header className="merge-review-head">
        <Heading level={2}>
          {name} <time dateTime={new Date(merge.at).toISOString()}>{time(merge.at)}</time>
        </Heading>
        <p aria-live="polite">{t('review.left', { done: all - left, all })}</p>
        <Button className="button" onPress={() => bench.endReview(merge.id)}>
          {t('review.close')}
        </Button>
      </header>
      <Cards bench={bench} title={t('review.conflicts')} cards={merge.cards.filter(isClash)} />
      <Cards
        bench={bench}
        title={t('review.others')}
        cards={merge.cards.filter((card) => !isClash(card))}
      />
    </section>
  )
}

interface CardsProps {
  readonly bench: Bench
  readonly title: string
  readonly cards: readonly ReviewCard[]
}

function Cards({ bench, title, cards }: CardsProps) {
  if (cards.length === 0) return null
  return (
    <section className="panel-section" aria-label={title}>
      <Heading level={3}>
        {title} <span className="count">{cards.length}</span>
      </Heading>
      <ul className="cards">
        {cards.map((card) => (
          <li key={card.key}>
            <Card bench={bench} card={card} />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface CardProps {
  readonly bench: Bench
  readonly card: ReviewCard
}

function Card({ bench, card }: CardProps) {
  const { t } = useMessages()
  const { entry, texts } = card
  const isDone = useStore(bench.reviewed).has(card.key)
  const reviewing = useStore(bench.reviewing)
  const isHere = reviewing?.key === card.key
  useLateStore(bench.act)
  const stands = (one: UnitId) => bench.places.positionOf(one) !== undefined
  const shown = unitToShow(entry, stands)
  const place = (entry.mine ?? entry.theirs ?? entry.common)?.place ?? ''
  const how = isClash(card)
    ? entry.clashes.map((clash) => t(`clash.${clash}`))
    : entry.theirsDid.map((deed) => t(`deed.${deed}`))
  const Sign = isClash(card) ? GitMerge : UserPen
  const jump = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (reviewing?.key === card.key) jump.current?.focus()
  }, [reviewing, card.key])
  return (
    <article className="card" data-here={isHere || undefined} data-done={isDone || undefined}>
      <header className="card-head">
        <Sign size={14} aria-hidden />
        <Heading level={4} className="card-place">
          <Button
            ref={jump}
            className="card-jump"
            onPress={() => shown !== undefined && bench.jump(shown)}
          >
            {place}
          </Button>
        </Heading>
        {isDone && (
          <span className="card-sort merge-done">
            <Check size={14} aria-hidden /> {t('review.done')}
          </span>
        )}
      </header>
      <p className="card-sort">{how.join(' · ')}</p>
      <dl className="merge-texts">
        {texts.map((text) => (
          <Side key={text.side} bench={bench} card={card} text={text} />
        ))}
      </dl>
      {bench.readOnly === null && (
        <Acts bench={bench} card={card} isDone={isDone} isGone={!stands(entry.unit)} />
      )}
    </article>
  )
}

function Side({ bench, card, text }: CardProps & { readonly text: SideText }) {
  const { t } = useMessages()
  const { mineBy, theirsBy } = card.entry
  return (
    <>
      <dt>
        {t(`side.${text.side}`)}
        {text.side === 'mine' && <SignedBy touches={mineBy} />}
        {text.side === 'theirs' && <SignedBy touches={theirsBy} />}
      </dt>
      <dd>
        {text.blocks === undefined && <p className="merge-none">{t('review.none')}</p>}
        <InPlace
          items={text.blocks ?? []}
          draw={(words) => (
            <p className="card-words" lang={bench.summary.language}>
              <MarkedWords words={words} />
            </p>
          )}
        />
      </dd>
    </>
  )
}

interface ActsProps extends CardProps {
  readonly isDone: boolean
  readonly isGone: boolean
}

function Acts({ bench, card, isDone, isGone }: ActsProps) {
  const { t } = useMessages()
  return (
    <div className="merge-acts">
      <Button className="button" onPress={() => bench.setReviewed(card, isDone ? 'open' : 'done')}>
        {t(isDone ? 'review.again' : 'review.accept')}
      </Button>
      <Button className="button" onPress={() => bench.take(card, 'mine')}>
        {t('review.takeMine')}
      </Button>
      {isClash(card) && (
        <Button className="button" onPress={() => bench.take(card, 'theirs')}>
          {t('review.takeTheirs')}
        </Button>
      )}
      {isGone && (
        <Button className="button" onPress={() => bench.restore(card)}>
          {t('review.restore')}
        </Button>
      )}
    </div>
  )
}
