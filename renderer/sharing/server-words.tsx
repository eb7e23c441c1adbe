import { Check, CircleDashed, Cloud, CloudOff, TriangleAlert, Users } from 'lucide-react'
import { Button } from 'react-aria-components'
import { useStore } from '../host/store.ts'
import { useMessages } from '../messages/messages.tsx'
import type { Bench } from '../workbench/bench.ts'
import type { Shell } from '../workbench/shell.ts'
import { useSaved } from '../workbench/use-saved.ts'
import { serverState } from './model.ts'

const ICONS = {
  notShared: Users,
  unknown: TriangleAlert,
  waiting: CircleDashed,
  offline: CloudOff,
  sent: CircleDashed,
  safe: Cloud,
  refused: TriangleAlert,
  removed: TriangleAlert,
} as const

/** The last two of the four states: sent, and safe on the server. Pressing it tells more. */
export function ServerWords({ bench, shell }: { readonly bench: Bench; readonly shell: Shell }) {
  const { t } = useMessages()
  const share = useStore(bench.share)
  const save = useSaved(bench)
  const state = serverState(share, save)
  // Before the first answer there is nothing true to tell.
  if (state === 'asked') return null
  const Icon = ICONS[state]
  return (
    <>
      <Button
        className="button quiet status-server"
        data-server={state}
        onPress={() => shell.show('share')}
      >
        <Icon size={13} aria-hidden />
        <span role="status">{t(`server.${state}`)}</span>
        {state === 'safe' && <Check size={13} aria-hidden />}
      </Button>
      {state === 'offline' && (
        <Button
          className="button quiet"
          onPress={() => void bench.bridge.retryShare({ document: bench.summary.id })}
        >
          {t('status.retry')}
        </Button>
      )}
    </>
  )
}
