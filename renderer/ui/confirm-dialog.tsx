import { type ReactNode, useId } from 'react'
import { Button } from 'react-aria-components'
import { useMessages } from '../messages/messages.tsx'
import { ModalDialog } from './modal-dialog.tsx'

interface ConfirmDialogProps {
  readonly title: string
  /** What the button that does it says. */
  readonly deed: string
  readonly onConfirm: () => void
  readonly onClose: () => void
  /** What happens, and to whom. */
  readonly children: ReactNode
}

/** Asks before a deed that touches others or ends something; the focus is on the way back. */
export function ConfirmDialog({ title, deed, onConfirm, onClose, children }: ConfirmDialogProps) {
  const { t } = useMessages()
  const about = useId()
  return (
    <ModalDialog title={title} closeLabel={t('common.close')} alertAbout={about} onClose={onClose}>
      <div className="dialog-form">
        <div id={about} className="confirm-about">
          {children}
        </div>
        <footer className="dialog-foot">
          <Button className="button" onPress={onClose} autoFocus>
            {t('common.cancel')}
          </Button>
          <Button className="button primary" onPress={onConfirm}>
            {deed}
          </Button>
        </footer>
      </div>
    </ModalDialog>
  )
}
