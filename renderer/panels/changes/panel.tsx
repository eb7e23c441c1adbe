import {
  ArrowRightLeft,
  Ban,
  Hash,
  Heading as HeadingSign,
  Layers,
  type LucideIcon,
  Minus,
  Pencil,
  Plus,
  Type,
  Undo2,
} from 'lucide-react'
import { useMemo } from 'react'
import { Button, Heading } from 'react-aria-components'
import type { Change } from '#shared/diff/changes.ts'
import type { ChangeKind } from '#shared/structure/change-kind.ts'
import { changedBy } from '#shared/sync/changed-by.ts'
import { useStore } from '../../host/store.ts'
import { useMessages } from '../../messages/messages.tsx'
import { SignedBy } from '../../person/signed-by.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { MarkedWords } from '../../ui/marked-words.tsx'
import type { Bench } from '../../workbench/bench.ts'
import { ChangeFilters } from './filters.tsx'
import { countChanges } from './model.ts'

const SIGNS: Readonly<Record<ChangeKind, LucideIcon>> = {
  inserted: Plus,
  deleted: Minus,
  moved: ArrowRightLeft,
  renumbered: Hash,
  heading: HeadingSign,
  words: Pencil,
  formatting: Type,
  kind: Layers,
  repealed: Ban,
  state: Ban,
}

/** Cards drawn at once: a rewritten code has thousands, and the rest is a scroll and a press away. */
const MOST_SHOWN = 200

export function ChangesPanel({ bench }: { readonly bench: Bench }) {
  const { t } = useMessages()
  const all = useStore(bench.changes)
  const cards = useStore(bench.filtered)
  const caret = useStore(bench.caret)
  const counts = useMemo(() => countChanges(cards), [cards])
  const here = caret.at(-1)
  return (
    <>
      <p className="panel-context" aria-live="polite">
        {cards.length === all.length
          ? t('changes.count', { count: all.length })
          : t('changes.filtered', { count: cards.length, all: all.length })}
        {cards.length > 0 && (
          <span className="change-counts">{t('changes.counts', { ...counts })}</span>
        )}
      </p>
      <ChangeFilters bench={bench} />
      {all.length === 0 && <p className="panel-empty">{t('changes.none')}</p>}
      <ul className="cards">
        {cards.slice(0, MOST_SHOWN).map((card) => (
          <li key={card.id}>
            <Card card={card} bench={bench} isHere={here !== undefined && card.units[0] === here} />
          </li>
        ))}
      </ul>
      {cards.length > MOST_SHOWN && (
        <p className="panel-empty">{t('changes.more', { count: cards.length - MOST_SHOWN })}</p>
      )}
    </>
  )
}

interface CardProps {
  readonly card: Change
  readonly bench: Bench
  readonly isHere: boolean
}

function Card({ card, bench, isHere }: CardProps) {
  const { t } = useMessages()
  const Sign = SIGNS[card.kind]
  const [unit] = card.units
  const touches = unit === undefined ? [] : changedBy(bench.attribution, unit, card.kind)
  return (
    <article className="card" data-kind={card.kind} data-here={isHere || undefined}>
      <header className="card-head">
        <Sign size={14} aria-hidden />
        <Heading level={3} className="card-place">
          <Button className="card-jump" onPress={() => bench.jumpToChange(card)}>
            {card.place}
          </Button>
        </Heading>
        <span className="card-sort">{t(`change.${card.kind}`)}</span>
        {bench.readOnly === null && (
          <IconButton
            icon={Undo2}
            label={t('changes.revert', { place: card.place })}
            onPress={() => bench.revert(card)}
          />
        )}
      </header>
      <p className="card-words" lang={bench.summary.language}>
        <MarkedWords words={card.preview} />
      </p>
      <SignedBy touches={touches} />
    </article>
  )
}
