import { useStore } from '../host/store.ts'
import { useMessages } from '../messages/messages.tsx'
import { ModalDialog } from '../ui/modal-dialog.tsx'
import type { Bench } from '../workbench/bench.ts'
import { BeginSharing } from './begin-sharing.tsx'
import { isTold, type Sharing } from './model.ts'
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
      size={isTold(share) && share.role === 'owner' ? 'large' : 'small'}
      onClose={onClose}
    >
      <Shared bench={bench} share={share} onLeft={onClose} />
    </ModalDialog>
  )
}

interface SharedProps {
  readonly bench: Bench
  readonly share: Sharing
  readonly onLeft: () => void
}

function Shared({ bench, share, onLeft }: SharedProps) {
  const { t } = useMessages()
  if (isTold(share)) return <SharedWith bench={bench} share={share} onLeft={onLeft} />
  switch (share) {
    case 'notShared':
      return <BeginSharing bench={bench} />
    case 'asked':
    case 'unknown':
      return <p className="share-facts">{t('share.unknownAbout')}</p>
  }
}
