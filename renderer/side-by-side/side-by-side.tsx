import { useMemo, useRef } from 'react'
import { useLateStore, useStore } from '../host/store.ts'
import { useMessages } from '../messages/messages.tsx'
import { useEarlierTexts } from '../panels/history/texts.ts'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import type { Bench } from '../workbench/bench.ts'
import { FindSidesBar } from './find-sides-bar.tsx'
import { useGoing } from './going.ts'
import { RowList } from './row-list.tsx'
import { rowsOf } from './rows.ts'

interface SideBySideProps {
  readonly bench: Bench
  /** Shows the text again, with the caret where the drafter chose. */
  readonly onGo: () => void
  readonly isFinding: boolean
  readonly onFound: () => void
}

/**
 * The text that changes are told from, and the draft as it is now, block beside block in one scroll:
 * the changes that the filter of the list lets through, the rest folded. It follows the caret and the
 * way from change to change.
 */
export function SideBySide({ bench, onGo, isFinding, onFound }: SideBySideProps) {
  const { t } = useMessages()
  const against = useStore(bench.againstKey)
  const name = useEarlierTexts(bench).find(({ key }) => key === against)?.words
  const redline = useLateStore(bench.redline)
  const marks = useLateStore(bench.marks)
  const rows = useMemo(() => (redline ? rowsOf(redline, marks) : []), [redline, marks])
  const going = useGoing(bench, rows)
  const scroller = useRef<HTMLElement>(null)
  const isFiltered = marks !== undefined
  const names = { before: name ?? t('sideBySide.before'), after: t('sideBySide.after') }
  return (
    <>
      {isFinding && (
        <FindSidesBar
          rows={rows}
          going={going}
          names={names}
          scroller={scroller}
          onClose={onFound}
        />
      )}
      <ScrollRegion className="side-by-side" label={t('sideBySide.title')} ref={scroller}>
        <table
          className="side-table"
          aria-label={t('sideBySide.title')}
          aria-rowcount={going.shown.length + 1}
        >
          <thead>
            <tr className="side-by-side-head" aria-rowindex={1}>
              <th scope="col">{names.before}</th>
              <th scope="col">{names.after}</th>
            </tr>
          </thead>
          <RowList
            bench={bench}
            going={going}
            isFiltered={isFiltered}
            scroller={scroller}
            onGo={onGo}
          />
        </table>
        {redline && rows.every(({ kind }) => kind === 'fold') && (
          <p className="panel-empty">{t(isFiltered ? 'sideBySide.noneSuch' : 'sideBySide.none')}</p>
        )}
      </ScrollRegion>
    </>
  )
}
