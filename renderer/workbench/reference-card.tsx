import { useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { createPortal } from 'react-dom'
import type { UnitText } from '#shared/bridge/contract.ts'
import type { ReferenceTarget } from '#shared/citation/reference.ts'
import { isUnit, type UnitId } from '#shared/schema/act.ts'
import type { CitationCheck } from '#shared/schema/citation-check.ts'
import { useStore } from '../host/store.ts'
import { useMessages } from '../messages/messages.tsx'
import { DOUBTFUL, type ShownReference } from '../panels/references/shown.ts'
import { Proposed, StatusSign } from '../panels/references/status.tsx'
import { InPlace } from '../ui/in-place.tsx'
import type { Bench } from './bench.ts'

interface ReferenceCardProps {
  readonly bench: Bench
  readonly reference: ShownReference
  readonly box: CardBox
  /** `keyboard`: the card takes the focus, and Escape gives it back to the text. */
  readonly by: 'pointer' | 'keyboard'
  readonly onClose: () => void
}

/** Where the reference stands in the window, in CSS pixels. */
export interface CardBox {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Targets shown with their words; of longer lists the first. */
const MOST_TARGETS = 4

/** What a reference leads to, beside it in the text. */
export function ReferenceCard({ bench, reference, box, by, onClose }: ReferenceCardProps) {
  const { t } = useMessages()
  const card = useRef<HTMLDivElement>(null)
  useEffect(
    () => (by === 'pointer' ? closeWhenAway(card.current, box, onClose) : undefined),
    [box, by, onClose],
  )
  useEffect(() => {
    if (by === 'keyboard') card.current?.querySelector('button')?.focus()
  }, [by])
  const isLow = box.bottom > window.innerHeight - 240
  const left = Math.min(box.left, window.innerWidth - 400)
  const { status, from, text } = reference
  const isIgnored = status === 'ignored'
  const check = status === 'check' ? bench.overlay.get().checkOf(reference) : undefined
  const handleIgnore = () => {
    bench.ignore({ document: null, unit: from, text }, isIgnored ? 'heeded' : 'ignored')
    onClose()
  }
  // In the body: what scrolls or is clipped around the text must not move or cut the card.
  return createPortal(
    <div
      ref={card}
      className="reference-card"
      role="dialog"
      aria-label={t('references.card', { words: text })}
      style={
        isLow ? { left, bottom: window.innerHeight - box.top + 6 } : { left, top: box.bottom + 6 }
      }
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
        bench.view.focus()
      }}
    >
      <p className="reference-card-head" data-status={status}>
        <span className="reference-card-status">
          <StatusSign status={status} /> {t(`reference.${status}`)}
        </span>
        {text}
      </p>
      {check && <Proposed check={check} language={bench.summary.language} />}
      <InPlace
        items={reference.targets.slice(0, MOST_TARGETS)}
        draw={(target) => <Target bench={bench} target={target} onClose={onClose} />}
      />
      <footer className="reference-card-foot">
        {check && bench.readOnly === null && (
          <CheckActions bench={bench} reference={reference} check={check} onClose={onClose} />
        )}
        {(DOUBTFUL.has(status) || isIgnored) && bench.readOnly === null && (
          <Button className="button quiet" onPress={handleIgnore}>
            {t(isIgnored ? 'references.heed' : 'references.ignore')}
          </Button>
        )}
        {by === 'keyboard' && DOUBTFUL.has(status) && (
          <Button className="button quiet" onPress={() => bench.stepDoubtful('next')}>
            {t('references.nextDoubtful')}
          </Button>
        )}
        {by === 'keyboard' && (
          <Button
            className="button quiet"
            onPress={() => {
              onClose()
              bench.view.focus()
            }}
          >
            {t('common.close')}
          </Button>
        )}
      </footer>
    </div>,
    document.body,
  )
}

interface CheckActionsProps extends Pick<ReferenceCardProps, 'bench' | 'reference' | 'onClose'> {
  readonly check: CitationCheck
}

function CheckActions({ bench, reference, check, onClose }: CheckActionsProps) {
  const { t } = useMessages()
  const { from, text } = reference
  const handleAccept = () => {
    bench.acceptCheck(reference)
    onClose()
  }
  const handleEnd = () => {
    bench.endCheck({ document: null, unit: from, text })
    onClose()
  }
  return (
    <>
      {check.proposal !== null && (
        <Button className="button quiet" onPress={handleAccept}>
          {t('references.accept')}
        </Button>
      )}
      <Button className="button quiet" onPress={handleEnd}>
        {t('references.checked')}
      </Button>
    </>
  )
}

interface TargetProps {
  readonly bench: Bench
  readonly target: ReferenceTarget
  readonly onClose: () => void
}

function Target({ bench, target, onClose }: TargetProps) {
  const { t } = useMessages()
  const { titleOf } = useStore(bench.overlay)
  const { act, unit, label } = target
  const title = act === null ? undefined : titleOf(act)
  const words = useWords(bench, title === undefined && act !== null ? null : target)
  const leads = act === null ? unit !== null : title !== undefined
  return (
    <section className="reference-card-target" lang={bench.summary.language}>
      <p className="reference-card-place">
        {label}
        {title !== undefined && <cite> · {title}</cite>}
      </p>
      {words !== '' && <p className="reference-card-words">{words}</p>}
      {leads && (
        <Button
          className="button quiet"
          onPress={() => {
            onClose()
            bench.follow({ document: act, unit })
          }}
        >
          {t('references.follow')}
        </Button>
      )}
    </section>
  )
}

/** The first words of a cited unit: of this act from the text, of another from the library. */
function useWords(bench: Bench, target: ReferenceTarget | null): string {
  const [found, setFound] = useState<UnitText>()
  const act = target?.act ?? null
  const unit = target?.unit ?? null
  useEffect(() => {
    let isWanted = true
    setFound(undefined)
    if (act === null || unit === null) return
    void bench.bridge.readUnit({ document: act, unit }).then((answer) => {
      if (isWanted && answer.ok) setFound(answer.value)
    })
    return () => {
      isWanted = false
    }
  }, [bench, act, unit])
  if (unit === null) return ''
  return act === null ? wordsOf(bench, unit) : (found?.words ?? '')
}

/** Characters of the cited unit that the card shows: some six lines. */
const MOST_WORDS = 420

function wordsOf(bench: Bench, unit: UnitId): string {
  const position = bench.places.positionOf(unit)
  const node = position === undefined ? null : bench.view.state.doc.nodeAt(position)
  if (!node || !isUnit(node)) return ''
  const text = node.textBetween(0, Math.min(node.content.size, MOST_WORDS), ' ', ' ').trim()
  return node.content.size > MOST_WORDS ? `${text}…` : text
}

/** Pixels around card and reference in which the pointer may travel from one to the other. */
const BRIDGE = 14

function closeWhenAway(card: HTMLElement | null, box: CardBox, close: () => void): () => void {
  const isNear = ({ clientX: x, clientY: y }: MouseEvent, { left, right, top, bottom }: CardBox) =>
    left - BRIDGE <= x && x <= right + BRIDGE && top - BRIDGE <= y && y <= bottom + BRIDGE
  const handleMove = (event: MouseEvent) => {
    if (card && !isNear(event, box) && !isNear(event, card.getBoundingClientRect())) close()
  }
  window.addEventListener('mousemove', handleMove)
  window.addEventListener('keydown', close)
  return () => {
    window.removeEventListener('mousemove', handleMove)
    window.removeEventListener('keydown', close)
  }
}
