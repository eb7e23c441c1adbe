import { useEffect, useRef } from 'react'
import { Button } from 'react-aria-components'
import type { Reference } from '#shared/citation/reference.ts'
import { isUnit } from '#shared/schema/act.ts'
import { useMessages } from '../messages/messages.tsx'
import type { Bench } from './bench.ts'

interface ReferenceCardProps {
  readonly bench: Bench
  readonly reference: Reference
  readonly box: DOMRect
  readonly onFollow: () => void
  readonly onClose: () => void
}

/** Characters of the cited unit that the card shows: some six lines. */
const MOST_WORDS = 420

/** What a reference leads to, beside it in the text, while the pointer is on either. */
export function ReferenceCard({ bench, reference, box, onFollow, onClose }: ReferenceCardProps) {
  const { t } = useMessages()
  const card = useRef<HTMLDivElement>(null)
  useEffect(() => closeWhenAway(card.current, box, onClose), [box, onClose])
  const isLow = box.bottom > window.innerHeight - 220
  const left = Math.min(box.left, window.innerWidth - 380)
  return (
    <div
      ref={card}
      className="reference-card"
      role="tooltip"
      style={
        isLow ? { left, bottom: window.innerHeight - box.top + 6 } : { left, top: box.bottom + 6 }
      }
    >
      <p className="reference-card-head" data-status={reference.status}>
        {reference.targets.map(({ label }) => label).join('; ') || reference.text}
        <span className="reference-status">{t(`reference.${reference.status}`)}</span>
      </p>
      {reference.targets.slice(0, 2).map((target) => {
        const words = target.act === null && target.unit !== null ? wordsOf(bench, target.unit) : ''
        return (
          words !== '' && (
            <p
              key={`${target.unit}`}
              className="reference-card-words"
              lang={bench.summary.language}
            >
              {words}
            </p>
          )
        )
      })}
      {reference.targets.some(({ unit, act }) => unit !== null || act !== null) && (
        <Button className="button quiet" onPress={onFollow}>
          {t('references.follow')}
        </Button>
      )}
    </div>
  )
}

function wordsOf(bench: Bench, unit: Parameters<Bench['jump']>[0]): string {
  const position = bench.places.positionOf(unit)
  const node = position === undefined ? null : bench.view.state.doc.nodeAt(position)
  if (!node || !isUnit(node)) return ''
  const text = node.textBetween(0, Math.min(node.content.size, MOST_WORDS), ' ', ' ').trim()
  return node.content.size > MOST_WORDS ? `${text}…` : text
}

/** Pixels around card and reference in which the pointer may travel from one to the other. */
const BRIDGE = 14

function closeWhenAway(card: HTMLElement | null, box: DOMRect, close: () => void): () => void {
  const isNear = ({ clientX: x, clientY: y }: MouseEvent, { left, right, top, bottom }: DOMRect) =>
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
