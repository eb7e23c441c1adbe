import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useStore } from '../host/store.ts'
import { useMessages } from '../messages/messages.tsx'
import { ThreadCard } from '../panels/comments/thread-card.tsx'
import type { Bench } from './bench.ts'

/** The thread that was asked for, beside its words; Escape and a press elsewhere put it away. */
export function CommentCard({ bench }: { readonly bench: Bench }) {
  const { t } = useMessages()
  const shown = useStore(bench.shownThread)
  const threads = useStore(bench.threads)
  const [card, setCard] = useState<HTMLDivElement | null>(null)
  const id = shown?.at === 'words' ? shown.id : undefined
  const placed = threads.find(({ thread }) => thread.id === id)
  useEffect(() => {
    if (!card) return
    const handlePress = ({ target }: MouseEvent) => {
      if (target instanceof Node && !card.contains(target)) bench.showThread(undefined)
    }
    window.addEventListener('mousedown', handlePress)
    return () => window.removeEventListener('mousedown', handlePress)
  }, [bench, card])
  if (!placed) return null
  // In the body: what scrolls or is clipped around the text must not move or cut the card.
  return createPortal(
    <div
      ref={setCard}
      className="comment-card"
      role="dialog"
      aria-label={t('comments.title')}
      style={placeBeside(bench, placed.thread.id)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        bench.showThread(undefined)
        bench.view.focus()
      }}
    >
      <ThreadCard bench={bench} placed={placed} isHere />
    </div>,
    document.body,
  )
}

/** Pixels that the card takes at most, and keeps from the words. */
const CARD_WIDTH = 380
const CARD_HEIGHT = 320
const GAP = 6

/** Under the sign of the thread, or over it where there is no room. */
function placeBeside(bench: Bench, thread: string) {
  const sign = bench.view.dom.querySelector(`.comment-sign[data-thread="${CSS.escape(thread)}"]`)
  const box = sign?.getBoundingClientRect() ?? { left: GAP, top: GAP, bottom: GAP }
  const left = Math.max(GAP, Math.min(box.left, window.innerWidth - CARD_WIDTH - GAP))
  return box.bottom + CARD_HEIGHT > window.innerHeight
    ? { left, bottom: window.innerHeight - box.top + GAP }
    : { left, top: box.bottom + GAP }
}

/** The thread whose mark or sign an element of the page is in. */
export function threadUnder(target: EventTarget): string | undefined {
  const mark = target instanceof Element ? target.closest('[data-thread]') : null
  return mark instanceof HTMLElement ? mark.dataset['thread'] : undefined
}
