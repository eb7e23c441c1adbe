import { X } from 'lucide-react'
import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { IconButton } from './icon-button.tsx'

interface ModalDialogProps {
  readonly title: string
  readonly closeLabel: string
  readonly size?: 'small' | 'large' | 'wide'
  /** The id of what an alert says; a dialog without is none. */
  readonly alertAbout?: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A dialog over the window; Escape, the cross and a press outside close it. */
export function ModalDialog(props: ModalDialogProps) {
  const dialog = useRef<HTMLElement>(null)
  useFocusKept(dialog)
  const handleOpenChange = (isOpen: boolean) => {
    if (!isOpen) props.onClose()
  }
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={handleOpenChange} className="overlay">
      <Modal className="modal" data-size={props.size ?? 'small'}>
        <Dialog
          className="dialog"
          ref={dialog}
          {...(props.alertAbout === undefined
            ? {}
            : { role: 'alertdialog', 'aria-describedby': props.alertAbout })}
        >
          <header className="dialog-head">
            <Heading slot="title">{props.title}</Heading>
            <IconButton icon={X} label={props.closeLabel} onPress={props.onClose} />
          </header>
          {props.children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** Focus whose element is gone goes to the dialog, which hears Escape and Tab; the page would not. */
function useFocusKept(dialog: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const shown = dialog.current
    if (!shown) return
    const watch = new MutationObserver(() => {
      if (document.activeElement === document.body) shown.focus()
    })
    watch.observe(shown, { childList: true, subtree: true })
    return () => watch.disconnect()
  }, [dialog])
}
