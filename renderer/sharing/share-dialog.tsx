import { useStore } from '../host/store.ts'
import { useMessages } from '../messages/messages.tsx'
import { ModalDialog } from '../ui/modal-dialog.tsx'
import type { Bench } from '../workbench/bench.ts'
import { BeginSharing } from './begin-sharing.tsx'
import { SharedWith } from './shared-with.tsx'

interface ShareDialogProps {
  readonly bench: Bench
  readonly onClose: () => void
}

/** With whom a draft is shared, and how it comes to be. */
export function ShareDialog({ bench, onClose }: ShareDialogProps) {
  const { t } = useMessages()
  const share = useStore(bench.share)
  return (
    <ModalDialog
      title={t('share.title')}
      closeLabel={t('common.close')}
      size={share ? 'large' : 'small'}
      onClose={onClose}
    >
      {share ? <SharedWith bench={bench} share={share} /> : <BeginSharing bench={bench} />}
    </ModalDialog>
  )
}
