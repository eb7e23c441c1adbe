import type { ShareSummary } from '#shared/bridge/sharing.ts'
import { useMessages } from '../messages/messages.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'

interface AskedProps {
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Before sharing ends on this computer: what stays here, and that the others go on. */
export function AskToLeave({ share, ...asked }: AskedProps & { readonly share: ShareSummary }) {
  const { t } = useMessages()
  return (
    <ConfirmDialog title={t('share.leaveAsk')} deed={t('share.leave')} {...asked}>
      <p>{t('share.leaveAbout')}</p>
      {share.state !== 'safe' && <p>{t('share.leaveUnsent')}</p>}
      <p>{t('share.leaveOthers', { address: share.address })}</p>
      <p>{t('share.leaveBack')}</p>
    </ConfirmDialog>
  )
}

/** Before somebody is removed: what is taken from them, and what stays. */
export function AskToRemove({ name, ...asked }: AskedProps & { readonly name: string }) {
  const { t } = useMessages()
  return (
    <ConfirmDialog
      title={t('share.revokeAsk', { name })}
      deed={t('share.revokeOf', { name })}
      {...asked}
    >
      <p>{t('share.revokeAbout', { name })}</p>
      <p>{t('share.revokeKept')}</p>
    </ConfirmDialog>
  )
}
