import { CornerDownRight, UnfoldVertical } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { useLateStore, useStore } from '../host/store.ts'
import { useMessages } from '../messages/messages.tsx'
import { RedlineBlock } from '../panels/history/redline-pages.tsx'
import { useEarlierTexts } from '../panels/history/texts.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import type { Bench } from '../workbench/bench.ts'
import { type FoldRow, type PairRow, type Row, rowsOf } from './rows.ts'

/** Rows that a press unfolds: a whole code would take seconds to draw. */
const UNFOLDED_AT_ONCE = 200

interface SideBySideProps {
  readonly bench: Bench
  /** Shows the text again, with the caret where the drafter chose. */
  readonly onGo: () => void
}

/**
 * The text that changes are told from, and the draft as it is now, block beside block in one scroll.
 * It follows the caret, so that going from change to change goes through it too.
 */
export function SideBySide({ bench, onGo }: SideBySideProps) {
  const { t } = useMessages()
  const redline = useLateStore(bench.redline)
  const against = useStore(bench.againstKey)
  const name = useEarlierTexts(bench).find(({ key }) => key === against)?.words
  const rows = useMemo(() => (redline ? rowsOf(redline) : undefined), [redline])
  const list = useRef<HTMLDivElement>(null)
  const caret = useStore(bench.caret)
  const here = caret.at(-1)
  useEffect(() => {
    const row = [...(list.current?.querySelectorAll<HTMLElement>('[data-unit]') ?? [])].find(
      ({ dataset }) => dataset['unit'] === here,
    )
    row?.scrollIntoView({ block: 'center' })
  }, [here])
  return (
    <ScrollRegion className="side-by-side" label={t('sideBySide.title')}>
      <div className="side-by-side-head">
        <span>{name ?? t('sideBySide.before')}</span>
        <span>{t('sideBySide.after')}</span>
      </div>
      <div className="side-by-side-rows redline-pages" ref={list} lang={bench.summary.language}>
        {rows?.map((row) => (
          <Drawn
            key={row.key}
            row={row}
            bench={bench}
            isHere={row.kind === 'pair' && row.unit === here}
            onGo={onGo}
          />
        ))}
      </div>
      {rows?.every(({ kind }) => kind === 'fold') && (
        <p className="panel-empty">{t('sideBySide.none')}</p>
      )}
    </ScrollRegion>
  )
}

interface DrawnProps extends SideBySideProps {
  readonly row: Row
  readonly isHere: boolean
}

function Drawn({ row, ...rest }: DrawnProps) {
  return row.kind === 'fold' ? <Fold fold={row} {...rest} /> : <Pair pair={row} {...rest} />
}

interface PairProps extends SideBySideProps {
  readonly pair: PairRow
  readonly isHere: boolean
}

function Pair({ pair, bench, isHere, onGo }: PairProps) {
  const { t } = useMessages()
  const { unit, before, after, isChanged } = pair
  const handleGo = () => {
    onGo()
    bench.jump(unit)
  }
  return (
    <div
      className="pair"
      data-unit={unit}
      data-changed={isChanged || undefined}
      data-here={isHere || undefined}
    >
      <div className="pair-side">{before && <RedlineBlock block={before} side="A" />}</div>
      <div className="pair-side">{after && <RedlineBlock block={after} side="B" />}</div>
      {isChanged && after && (
        <IconButton
          icon={CornerDownRight}
          className="pair-go"
          label={t('sideBySide.go', { place: bench.placeOf(unit) })}
          onPress={handleGo}
        />
      )}
    </div>
  )
}

interface FoldProps extends SideBySideProps {
  readonly fold: FoldRow
  readonly isHere: boolean
}

function Fold({ fold, ...rest }: FoldProps) {
  const { t } = useMessages()
  const [shown, setShown] = useState(0)
  return (
    <>
      {fold.rows.slice(0, shown).map((pair) => (
        <Pair key={pair.key} {...rest} pair={pair} />
      ))}
      {shown < fold.rows.length && (
        <Button className="fold" onPress={() => setShown(shown + UNFOLDED_AT_ONCE)}>
          <UnfoldVertical size={14} aria-hidden />
          {shown === 0 ? t('sideBySide.fold', { count: fold.count }) : t('sideBySide.more')}
        </Button>
      )}
    </>
  )
}
