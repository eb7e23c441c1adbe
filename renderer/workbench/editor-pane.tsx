import { type RefObject, useEffect, useRef, useState } from 'react'
import { Menu, MenuItem, Popover } from 'react-aria-components'
import { useMessages } from '../messages/messages.tsx'
import type { Bench } from './bench.ts'
import { jumpOf } from './bench-references.ts'
import { commandsOf, isAvailable } from './commands.ts'
import { CommentCard, threadUnder } from './comment-card.tsx'
import { COMMENT_COMMANDS } from './comment-commands.ts'
import { expectKeys } from './keys-next.ts'
import { ReferenceCards, referenceUnder } from './reference-cards.tsx'
import type { Shell } from './shell.ts'

interface EditorPaneProps {
  readonly bench: Bench
  readonly shell: Shell
}

export function EditorPane({ bench, shell }: EditorPaneProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const [menuAt, setMenuAt] = useState<{ readonly x: number; readonly y: number }>()
  useMounted(bench, scroller)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the text inside is the control; clicks on it bubble here
    // biome-ignore lint/a11y/useKeyWithClickEvents: the references panel and Shift-F10 do the same from the keyboard
    <div
      className="scroller"
      ref={scroller}
      onClick={(event) => {
        const thread = threadUnder(event.target)
        if (thread !== undefined) bench.showThread({ id: thread, at: 'words' })
        if (!event.ctrlKey && !event.metaKey) return
        const reference = referenceUnder(bench, event.target)
        const jump = jumpOf(reference, bench.overlay.get())
        if (jump) bench.follow(jump)
      }}
      onContextMenu={(event) => {
        event.preventDefault()
        setMenuAt(placeOfMenu(bench, event))
      }}
    >
      <ReferenceCards bench={bench} scroller={scroller} />
      <CommentCard bench={bench} />
      {menuAt && (
        <UnitMenu bench={bench} shell={shell} at={menuAt} onClose={() => setMenuAt(undefined)} />
      )}
    </div>
  )
}

/** What one does to the words or the unit under the pointer. */
const MENU = [...COMMENT_COMMANDS.filter(({ group }) => group === 'edit'), ...commandsOf('unit')]

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
          {MENU.map((command) => (
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
    const stopExpecting = expectKeys(dom)
    scroller.current?.prepend(dom)
    bench.view.focus()
    bench.view.dispatch(bench.view.state.tr.scrollIntoView())
    return () => {
      stopExpecting()
      dom.remove()
    }
  }, [bench, scroller])
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
