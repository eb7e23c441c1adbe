import { Checkbox } from 'react-aria-components'
import type { Telling } from '#shared/diff/telling.ts'
import { useMessages } from '../messages/messages.tsx'
import { useEarlierTexts } from '../panels/history/texts.ts'
import { SelectField } from '../ui/select-field.tsx'
import type { Bench } from './bench.ts'
import type { TextKey } from './bench-versions.ts'

/** What an exported redline is told from, and how. */
export interface RedlineTelling extends Telling {
  readonly from: TextKey
  /** Whether numbers that only follow from other changes are marked, where a form may leave them out. */
  readonly following: 'marked' | 'unmarked'
}

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

/** The choices for a redline. */
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
    </div>
  )
}
