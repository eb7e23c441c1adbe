import {
  CornerDownRight,
  type LucideIcon,
  MoveDownLeft,
  MoveUpRight,
  UnfoldVertical,
} from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from 'react-aria-components'
import { useMessages } from '../messages/messages.tsx'
import { RedlineBlock } from '../panels/history/redline-pages.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import type { FoldRow, MoveLink, PairRow } from './rows.ts'

interface PairProps {
  readonly pair: PairRow
  /** Where the unit stands in the draft, in words. */
  readonly place: string
  /** Whether the keyboard comes to the row from the other place of its move. */
  readonly isReached: boolean
  /** Into the text. */
  readonly onGo: () => void
  /** To the other place of the move. */
  readonly onFollow: (key: string) => void
  readonly onReached: () => void
}

/** A block as both texts have it, as two cells of a row. */
export function Pair({ pair, place, isReached, onGo, onFollow, onReached }: PairProps) {
  const { t } = useMessages()
  const { before, after, isChanged, became, move } = pair
  const link = (here: MoveLink['here']) =>
    move?.here === here && (
      <Move move={move} isReached={isReached} onFollow={onFollow} onReached={onReached} />
    )
  return (
    <>
      <td className="pair-side">
        {link('left')}
        {before && <RedlineBlock block={before} side="A" moves="unsaid" />}
      </td>
      <td className="pair-side">
        {link('reached')}
        {became && <p className="pair-became">{t(`change.${became}`)}</p>}
        {after && <RedlineBlock block={after} side="B" moves="unsaid" />}
        {isChanged && after && (
          <IconButton
            icon={CornerDownRight}
            className="pair-go"
            label={t('sideBySide.go', { place })}
            onPress={onGo}
          />
        )}
      </td>
    </>
  )
}

const MOVES: Readonly<Record<MoveLink['here'], LucideIcon>> = {
  left: MoveUpRight,
  reached: MoveDownLeft,
}

interface MoveProps {
  readonly move: MoveLink
  readonly isReached: boolean
  readonly onFollow: (key: string) => void
  readonly onReached: () => void
}

/** Says where a moved unit went or came from, and leads there. */
function Move({ move, isReached, onFollow, onReached }: MoveProps) {
  const { t } = useMessages()
  const Sign = MOVES[move.here]
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!isReached) return
    button.current?.focus({ preventScroll: true })
    onReached()
  }, [isReached, onReached])
  const words = { place: move.place }
  return (
    <Button ref={button} className="pair-move" onPress={() => onFollow(move.other)}>
      <Sign size={13} aria-hidden />
      {move.here === 'left' ? t('sideBySide.movedTo', words) : t('sideBySide.movedFrom', words)}
    </Button>
  )
}

interface FoldProps {
  readonly fold: FoldRow
  /** Whether some of what is folded are changes that the filter leaves out. */
  readonly isFiltered: boolean
  readonly onUnfold: (key: string) => void
}

/** Units folded away, as one cell. */
export function Fold({ fold: { key, count }, isFiltered, onUnfold }: FoldProps) {
  const { t } = useMessages()
  return (
    <td className="fold-cell" colSpan={2}>
      <Button className="fold" onPress={() => onUnfold(key)}>
        <UnfoldVertical size={14} aria-hidden />
        {isFiltered ? t('sideBySide.foldFiltered', { count }) : t('sideBySide.fold', { count })}
      </Button>
    </td>
  )
}
