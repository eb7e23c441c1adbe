import { CalendarClock } from 'lucide-react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { localeOf, useMessages } from '../../messages/messages.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import type { Bench } from '../../workbench/bench.ts'
import { TimeChoice } from './time-choice.tsx'
import { type ShownTime, timeInWords } from './times.ts'

interface LineTimeProps {
  readonly shown: ShownTime
  readonly bench: Bench
}

/** Gives what a line of the law does a time of its own. */
export function LineTime({ shown, bench }: LineTimeProps) {
  const { t } = useMessages()
  const { units, time } = shown
  return (
    <DialogTrigger>
      <IconButton
        icon={CalendarClock}
        label={t('inForce.ofThis')}
        className={time === null ? 'law-time' : 'law-time chosen'}
      />
      <Popover className="popover" placement="bottom end">
        <Dialog className="time-dialog" aria-label={t('inForce.ofThis')}>
          <TimeChoice
            label={t('inForce.ofThis')}
            none={t('inForce.withLaw')}
            time={time}
            isDisabled={false}
            onChoose={(chosen) => bench.chooseTime(units, chosen)}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

/** What was chosen, under the line. */
export function LineTimeWords({ shown: { time, isMixed } }: { readonly shown: ShownTime }) {
  const { t, language } = useMessages()
  if (time === null && !isMixed) return null
  return (
    <span className="law-time-words" lang={language}>
      {time ? timeInWords(time, t, localeOf(language)) : t('inForce.mixed')}
    </span>
  )
}
