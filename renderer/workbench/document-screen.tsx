import { useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import type { Problem } from '#shared/base/problem.ts'
import type { Settings } from '#shared/bridge/contract.ts'
import type { UnitId } from '#shared/schema/act.ts'
import type { Host } from '../host/host.ts'
import { type Translate, useMessages } from '../messages/messages.tsx'
import type { Bench } from './bench.ts'
import type { Journey } from './journey.ts'
import { openBench } from './open-bench.ts'
import { Workbench } from './workbench.tsx'

interface DocumentScreenProps {
  readonly document: string
  /** The unit to go to once it is open. */
  readonly unit: UnitId | undefined
  readonly journey: Journey
  readonly host: Host
  readonly settings: Settings
  readonly onSettings: (settings: Settings) => void
  readonly onLeave: () => void
  readonly onOpenDocument: (document: string, unit: UnitId | undefined) => void
  readonly onGraph: (document: string) => void
}

type Opening =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly bench: Bench }
  | { readonly kind: 'failed'; readonly problem: Problem }

export function DocumentScreen(props: DocumentScreenProps) {
  const { t, say } = useMessages()
  const opening = useBench(props, t)
  useArrival(opening, props.unit)
  switch (opening.kind) {
    case 'opening':
      return (
        <main className="waiting" aria-busy="true">
          <p role="status">{t('editor.opening')}</p>
        </main>
      )
    case 'failed':
      return (
        <main className="waiting">
          <p role="alert">{say(opening.problem)}</p>
          <Button className="button" onPress={props.onLeave}>
            {t('editor.toLibrary')}
          </Button>
        </main>
      )
    case 'open':
      return <Workbench {...props} bench={opening.bench} />
  }
}

/** Goes to the unit that the address names, when it is named and when it changes. */
function useArrival(opening: Opening, unit: UnitId | undefined): void {
  useEffect(() => {
    if (opening.kind !== 'open' || unit === undefined) return
    const { bench } = opening
    const frame = requestAnimationFrame(() => bench.arrive(unit))
    return () => cancelAnimationFrame(frame)
  }, [opening, unit])
}

function useBench(props: DocumentScreenProps, t: Translate): Opening {
  const { host, document, journey, onOpenDocument } = props
  const [opening, setOpening] = useState<Opening>({ kind: 'opening' })
  const person = useRef(props.settings.person)
  person.current = props.settings.person
  useEffect(() => {
    let isWanted = true
    let bench: Bench | undefined
    const openDocument = (to: string, unit: UnitId | null) => onOpenDocument(to, unit ?? undefined)
    const surroundings = { journey, person: () => person.current, openDocument }
    void openBench(host, document, surroundings).then((opened) => {
      if (!isWanted) {
        if (opened.ok) opened.value.close()
        return
      }
      if (opened.ok) bench = opened.value
      setOpening(
        opened.ok
          ? { kind: 'open', bench: opened.value }
          : { kind: 'failed', problem: opened.problem },
      )
    })
    return () => {
      isWanted = false
      bench?.close()
    }
  }, [host, document, journey, onOpenDocument])
  useEffect(() => {
    if (opening.kind !== 'open') return
    const { bench } = opening
    bench.setWords({
      inserted: t('redline.inserted'),
      deleted: t('redline.deleted'),
      movedHere: t('redline.movedHere'),
      movedAway: t('redline.movedAway'),
    })
    const handleUnload = (event: BeforeUnloadEvent) => {
      if (bench.saves.hasUnsaved() || bench.commentSaves.hasUnsaved()) event.preventDefault()
    }
    window.addEventListener('beforeunload', handleUnload)
    return () => window.removeEventListener('beforeunload', handleUnload)
  }, [opening, t])
  return opening
}
