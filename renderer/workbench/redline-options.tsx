import { useEffect, useMemo, useState } from 'react'
import { Checkbox } from 'react-aria-components'
import type { Result } from '#shared/base/result.ts'
import { compareActs } from '#shared/diff/compare.ts'
import { withoutFollowingNumbers } from '#shared/diff/following-numbers.ts'
import { type Telling, toldAs } from '#shared/diff/telling.ts'
import type { Act } from '#shared/schema/act.ts'
import { useMessages } from '../messages/messages.tsx'
import { comparedPages } from '../panels/history/compared-pages.ts'
import { RedlinePages } from '../panels/history/redline-pages.tsx'
import { useEarlierTexts } from '../panels/history/texts.ts'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { SelectField } from '../ui/select-field.tsx'
import type { Bench } from './bench.ts'
import type { TextKey } from './bench-versions.ts'

/** What an exported redline is told from, and how. */
export interface RedlineTelling extends Telling {
  readonly from: TextKey
  /** Whether numbers that only follow from other changes are marked, where a form may leave them out. */
  readonly following: 'marked' | 'unmarked'
}

/** Blocks of the preview: the first changes tell how the others will look. */
const PREVIEWED = 60

export function plainTelling(bench: Bench): RedlineTelling {
  const following = bench.filter.get().following === 'hidden' ? 'unmarked' : 'marked'
  return { from: bench.againstKey.get(), moves: 'moves', granularity: 'words', following }
}

interface RedlineOptionsProps {
  readonly bench: Bench
  readonly telling: RedlineTelling
  readonly onTelling: (telling: RedlineTelling) => void
  /** Both texts come back from the file, so that it marks all that changed. */
  readonly isExact: boolean
}

/** The choices for a redline, and its first changes as they will be written. */
export function RedlineOptions({ bench, telling, onTelling, isExact }: RedlineOptionsProps) {
  const { t } = useMessages()
  const texts = useEarlierTexts(bench)
  return (
    <div className="redline-options">
      {texts.length > 1 && (
        <SelectField
          label={t('changes.against')}
          choices={texts}
          chosen={telling.from}
          onChoose={(from) => onTelling({ ...telling, from })}
        />
      )}
      <Checkbox
        className="checkbox"
        isSelected={telling.granularity === 'units'}
        onChange={(isWhole) => onTelling({ ...telling, granularity: isWhole ? 'units' : 'words' })}
      >
        <span className="checkbox-box" aria-hidden />
        {t('export.asEnacted')}
      </Checkbox>
      <Checkbox
        className="checkbox"
        isSelected={telling.moves === 'deleteAndInsert'}
        onChange={(isPlain) =>
          onTelling({ ...telling, moves: isPlain ? 'deleteAndInsert' : 'moves' })
        }
      >
        <span className="checkbox-box" aria-hidden />
        {t('export.withoutMoves')}
      </Checkbox>
      <Checkbox
        className="checkbox"
        isDisabled={isExact}
        isSelected={!isExact && telling.following === 'unmarked'}
        onChange={(isLeft) => onTelling({ ...telling, following: isLeft ? 'unmarked' : 'marked' })}
      >
        <span className="checkbox-box" aria-hidden />
        {t('export.withoutFollowing')}
      </Checkbox>
      {isExact && <p className="redline-option-why">{t('export.withoutFollowingWhy')}</p>}
      <Preview bench={bench} telling={isExact ? { ...telling, following: 'marked' } : telling} />
    </div>
  )
}

function Preview({ bench, telling }: Pick<RedlineOptionsProps, 'bench' | 'telling'>) {
  const { t } = useMessages()
  const { from, moves, granularity, following } = telling
  const [come, setCome] = useState<{ readonly from: TextKey; readonly text: Result<Act> }>()
  useEffect(() => {
    let isWanted = true
    void bench.readText(from).then((text) => {
      if (isWanted) setCome({ from, text })
    })
    return () => {
      isWanted = false
    }
  }, [bench, from])
  const read = come?.from === from ? come.text : undefined
  const redline = useMemo(
    () => (read?.ok ? compareActs(read.value, bench.view.state.doc) : undefined),
    [read, bench],
  )
  const pages = useMemo(() => {
    if (!redline) return undefined
    const told = toldAs(redline, { moves, granularity })
    const marked = following === 'unmarked' ? withoutFollowingNumbers(told) : told
    return comparedPages(marked, redline.profile)
  }, [redline, moves, granularity, following])
  return (
    <ScrollRegion className="redline-preview" label={t('export.preview')}>
      {read?.ok === false && <p role="alert">{read.problem.message}</p>}
      {pages?.length === 0 && <p className="panel-empty">{t('sideBySide.none')}</p>}
      {pages && (
        <RedlinePages pages={pages.slice(0, PREVIEWED)} language={bench.summary.language} />
      )}
      {pages && pages.length > PREVIEWED && (
        <p className="panel-empty">{t('export.previewMore')}</p>
      )}
    </ScrollRegion>
  )
}
