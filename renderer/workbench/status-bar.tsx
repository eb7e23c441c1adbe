import { Check, CircleDashed, HardDrive, TriangleAlert, Unplug } from 'lucide-react'
import { Button } from 'react-aria-components'
import { profileOf } from '#shared/tradition/profiles.ts'
import type { Host } from '../host/host.ts'
import type { SaveState } from '../host/save-queue.ts'
import { useStore } from '../host/store.ts'
import { numberFormat } from '../messages/dates.ts'
import { useMessages } from '../messages/messages.tsx'
import { useWho } from '../person/person.tsx'
import { PersonDot } from '../person/person-dot.tsx'
import { ServerWords } from '../sharing/server-words.tsx'
import type { Bench } from './bench.ts'
import type { Shell } from './shell.ts'
import { useSaved } from './use-saved.ts'

interface StatusBarProps {
  readonly bench: Bench
  readonly shell: Shell
  readonly host: Host
}

export function StatusBar({ bench, shell, host }: StatusBarProps) {
  const { t, language } = useMessages()
  const counts = useStore(bench.counts)
  const save = useSaved(bench)
  const connection = useStore(host.connection)
  const who = useWho()
  const signed =
    who.person.name === '' ? t('person.nameless') : t('person.signed', { name: who.person.name })
  const number = numberFormat(language)
  return (
    <footer className="status">
      <span className="status-save" role="status" aria-live="polite" data-save={save.kind}>
        <SaveWords state={save} />
      </span>
      <ServerWords bench={bench} shell={shell} />
      {connection !== 'connected' && (
        <span className="status-lost" role="alert">
          <Unplug size={13} aria-hidden />
          {t('status.connectionLost')}
        </span>
      )}
      {save.kind === 'failed' && (
        <Button
          className="button quiet"
          onPress={() => {
            bench.saves.retry()
            bench.commentSaves.retry()
          }}
        >
          {t('status.retry')}
        </Button>
      )}
      <span className="status-space" />
      <Button className="button quiet person" onPress={who.rename} aria-label={signed}>
        <PersonDot id={who.person.id} />
        {who.person.name === '' ? t('person.nameless') : who.person.name}
      </Button>
      <div className="status-facts">
        {counts && (
          <>
            <span>
              {t('status.units', { count: counts.units, shown: number.format(counts.units) })}
            </span>
            <span>
              {t('status.words', { count: counts.words, shown: number.format(counts.words) })}
            </span>
          </>
        )}
        <span>{t(`language.${bench.summary.language}`)}</span>
        <span>{profileOf(bench.view.state.doc).name}</span>
      </div>
    </footer>
  )
}

/** The first two of the four states: in memory, and committed to this computer's disk. */
function SaveWords({ state }: { readonly state: SaveState }) {
  const { t, say } = useMessages()
  switch (state.kind) {
    case 'edited':
    case 'saving':
      return (
        <>
          <CircleDashed size={13} aria-hidden />
          {t('status.edited')}
        </>
      )
    case 'saved':
      return (
        <>
          <HardDrive size={13} aria-hidden />
          {t('status.saved')}
          <Check size={13} aria-hidden />
        </>
      )
    case 'failed':
      return (
        <>
          <TriangleAlert size={13} aria-hidden />
          {t('status.failed', { reason: say(state.problem) })}
        </>
      )
  }
}
