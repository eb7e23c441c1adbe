import { type RefObject, useEffect, useState } from 'react'
import { whenShown } from '../editor/commands/show.ts'
import { blockAt } from '../editor/queries/unit-at.ts'
import type { ShownReference } from '../panels/references/shown.ts'
import type { Bench } from './bench.ts'
import { type CardBox, ReferenceCard } from './reference-card.tsx'

interface ReferenceCardsProps {
  readonly bench: Bench
  readonly scroller: RefObject<HTMLDivElement | null>
}

interface Shown {
  readonly reference: ShownReference
  readonly box: CardBox
  readonly by: 'pointer' | 'keyboard'
}

/** Milliseconds the pointer rests on a reference before its card shows: reading past it opens nothing. */
const HOVER_DELAY = 350

/** The card of the reference under the pointer, or of the one asked for from the keyboard. */
export function ReferenceCards({ bench, scroller }: ReferenceCardsProps) {
  const [shown, setShown] = useState<Shown>()
  useHover(bench, scroller, setShown)
  useAskedFor(bench, setShown)
  if (!shown) return null
  const { reference, box, by } = shown
  return (
    <ReferenceCard
      key={`${reference.from} ${reference.block} ${reference.range.start}`}
      bench={bench}
      reference={reference}
      box={box}
      by={by}
      onClose={() => {
        bench.card.set(undefined)
        setShown(undefined)
      }}
    />
  )
}

type Show = (shown: Shown | undefined) => void

function useHover(bench: Bench, scroller: ReferenceCardsProps['scroller'], show: Show): void {
  useEffect(() => {
    const element = scroller.current
    let timer = 0
    let at: { readonly x: number; readonly y: number } | undefined
    // Text that scrolls under a pointer at rest asks for nothing.
    const hasMoved = ({ clientX: x, clientY: y }: MouseEvent) => {
      const isAtRest = at?.x === x && at.y === y
      at = { x, y }
      return !isAtRest
    }
    const handleLeave = () => {
      at = undefined
    }
    const handleOver = (event: MouseEvent) => {
      window.clearTimeout(timer)
      const { target } = event
      if (!hasMoved(event)) return
      if (!(target instanceof Element) || !target.classList.contains('reference')) return
      timer = window.setTimeout(() => {
        const reference = referenceUnder(bench, target)
        if (reference) show({ reference, box: target.getBoundingClientRect(), by: 'pointer' })
      }, HOVER_DELAY)
    }
    element?.addEventListener('mouseover', handleOver)
    element?.addEventListener('mousemove', hasMoved)
    element?.addEventListener('mouseleave', handleLeave)
    return () => {
      window.clearTimeout(timer)
      element?.removeEventListener('mouseover', handleOver)
      element?.removeEventListener('mousemove', hasMoved)
      element?.removeEventListener('mouseleave', handleLeave)
    }
  }, [bench, scroller, show])
}

function useAskedFor(bench: Bench, show: Show): void {
  useEffect(
    () =>
      bench.card.subscribe(() => {
        const asked = bench.card.get()
        const from = asked && bench.positionOf(asked.reference)
        if (!asked || from === undefined) return
        whenShown(() => {
          if (bench.view.isDestroyed) return
          const { left, right, top, bottom } = bench.view.coordsAtPos(from)
          show({ reference: asked.reference, box: { left, right, top, bottom }, by: 'keyboard' })
        })
      }),
    [bench, show],
  )
}

/** The reference whose mark an element of the page is in. */
export function referenceUnder(bench: Bench, target: EventTarget): ShownReference | undefined {
  const mark = target instanceof Element ? target.closest('.reference') : null
  if (!mark?.isConnected) return undefined
  const place = blockAt(bench.view.state.doc.resolve(bench.view.posAtDOM(mark, 0)))
  if (!place) return undefined
  return bench.references
    .get()
    .from.get(place.unit)
    ?.find(
      ({ block, range }) =>
        block === place.block && range.start <= place.offset && place.offset < range.end,
    )
}
