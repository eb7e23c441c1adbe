import { type RefObject, useEffect, useRef, useState } from 'react'
import { Menu, MenuItem, Popover } from 'react-aria-components'
import type { Reference } from '#shared/citation/reference.ts'
import { blockAt } from '../editor/queries/unit-at.ts'
import { useMessages } from '../messages/messages.tsx'
import type { Bench } from './bench.ts'
import { commandsOf, isAvailable } from './commands.ts'
import { ReferenceCard } from './reference-card.tsx'
import type { Shell } from './shell.ts'

interface EditorPaneProps {
  readonly bench: Bench
  readonly shell: Shell
  readonly onOpenDocument: (document: string) => void
}

/** Milliseconds the pointer rests on a reference before its card shows: reading past it opens nothing. */
const HOVER_DELAY = 350

interface Hover {
  readonly reference: Reference
  readonly box: DOMRect
}

export function EditorPane({ bench, shell, onOpenDocument }: EditorPaneProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const [hover, setHover] = useState<Hover>()
  const [menuAt, setMenuAt] = useState<{ readonly x: number; readonly y: number }>()
  useMounted(bench, scroller)
  useHover(bench, scroller, setHover)

  const follow = (reference: Reference) => {
    setHover(undefined)
    const target = reference.targets.find(({ unit, act }) => unit !== null || act !== null)
    if (target?.act) onOpenDocument(target.act)
    else if (target?.unit) bench.jump(target.unit)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the text inside is the control; clicks on it bubble here
    // biome-ignore lint/a11y/useKeyWithClickEvents: the references panel and Shift-F10 do the same from the keyboard
    <div
      className="scroller"
      ref={scroller}
      onClick={(event) => {
        if (!event.ctrlKey && !event.metaKey) return
        const reference = referenceUnder(bench, event.target)
        if (reference) follow(reference)
      }}
      onContextMenu={(event) => {
        event.preventDefault()
        setHover(undefined)
        setMenuAt(placeOfMenu(bench, event))
      }}
    >
      {hover && (
        <ReferenceCard
          bench={bench}
          reference={hover.reference}
          box={hover.box}
          onFollow={() => follow(hover.reference)}
          onClose={() => setHover(undefined)}
        />
      )}
      {menuAt && (
        <UnitMenu bench={bench} shell={shell} at={menuAt} onClose={() => setMenuAt(undefined)} />
      )}
    </div>
  )
}

interface UnitMenuProps {
  readonly bench: Bench
  readonly shell: Shell
  readonly at: { readonly x: number; readonly y: number }
  readonly onClose: () => void
}

function UnitMenu({ bench, shell, at, onClose }: UnitMenuProps) {
  const { t } = useMessages()
  const anchor = useRef<HTMLSpanElement>(null)
  const handleOpenChange = (isOpen: boolean) => {
    if (!isOpen) onClose()
  }
  return (
    <>
      <span ref={anchor} className="menu-anchor" style={{ left: at.x, top: at.y }} />
      <Popover
        className="popover"
        triggerRef={anchor}
        placement="bottom start"
        isOpen
        onOpenChange={handleOpenChange}
      >
        <Menu className="menu" aria-label={t('unit.tools')} autoFocus="first" onClose={onClose}>
          {commandsOf('unit').map((command) => (
            <MenuItem
              key={command.id}
              className="menu-item"
              isDisabled={!isAvailable(command, bench)}
              onAction={() => requestAnimationFrame(() => command.run(bench, shell))}
            >
              {t(command.label)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </>
  )
}

function useMounted(bench: Bench, scroller: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const { dom } = bench.view
    scroller.current?.prepend(dom)
    bench.view.focus()
    return () => dom.remove()
  }, [bench, scroller])
}

function useHover(
  bench: Bench,
  scroller: RefObject<HTMLDivElement | null>,
  show: (hover: Hover | undefined) => void,
): void {
  useEffect(() => {
    const element = scroller.current
    let timer = 0
    const handleOver = (event: MouseEvent) => {
      window.clearTimeout(timer)
      const { target } = event
      if (!(target instanceof Element) || !target.classList.contains('reference')) return
      timer = window.setTimeout(() => {
        const reference = referenceUnder(bench, target)
        if (reference) show({ reference, box: target.getBoundingClientRect() })
      }, HOVER_DELAY)
    }
    element?.addEventListener('mouseover', handleOver)
    return () => {
      window.clearTimeout(timer)
      element?.removeEventListener('mouseover', handleOver)
    }
  }, [bench, scroller, show])
}

function referenceUnder(bench: Bench, target: EventTarget): Reference | undefined {
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

/** Beside the pointer, or beside the caret when the menu was asked for from the keyboard. */
function placeOfMenu(
  bench: Bench,
  event: { readonly clientX: number; readonly clientY: number; readonly button: number },
) {
  const { view } = bench
  if (event.button === 2) {
    const found = view.posAtCoords({ left: event.clientX, top: event.clientY })
    if (found && view.state.selection.empty) bench.select({ from: found.pos, to: found.pos })
    return { x: event.clientX, y: event.clientY }
  }
  const caret = view.coordsAtPos(view.state.selection.head)
  return { x: caret.left, y: caret.bottom }
}
