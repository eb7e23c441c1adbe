import { useStore } from '../host/store.ts'
import { useMessages } from '../messages/messages.tsx'
import type { Bench } from '../workbench/bench.ts'
import { isTold } from './model.ts'

/** What the person may not do with the draft, or whose it is now, above the text. */
export function DraftBanner({ bench }: { readonly bench: Bench }) {
  const { t, say } = useMessages()
  const share = useStore(bench.share)
  if (isTold(share) && share.state === 'removed')
    return (
      <p className="banner" role="alert">
        {t('share.removedAbout')}
      </p>
    )
  if (bench.readOnly === null) return null
  return (
    <p className="banner" role="alert">
      <strong>{t('editor.readOnly')}</strong> {say(bench.readOnly)}
    </p>
  )
}
