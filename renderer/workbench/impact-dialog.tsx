import { useState } from 'react'
import { Button, Heading } from 'react-aria-components'
import { useStore } from '../host/store.ts'
import { useMessages } from '../messages/messages.tsx'
import { ModalDialog } from '../ui/modal-dialog.tsx'
import type { Bench } from './bench.ts'
import { touchedCount } from './impact.ts'
import { ImpactList } from './impact-list.tsx'
import { tellRewritten } from './rewrite-elsewhere.ts'

/** What waiting edits would do to references, before they are made: nothing is done until it is seen. */
export function ImpactDialog({ bench }: { readonly bench: Bench }) {
  const { t } = useMessages()
  const planned = useStore(bench.planned)
  const [leave, setLeave] = useState<ReadonlySet<string>>(new Set())
  if (!planned) return null
  const handleDrop = () => void bench.settle('dropped')
  const handleDone = async () => {
    const rewritten = await bench.settle('done', { leave })
    if (rewritten) tellRewritten(t, rewritten)
  }
  return (
    <ModalDialog
      size="large"
      title={t('impact.title', { count: touchedCount(planned) })}
      closeLabel={t('common.cancel')}
      onClose={handleDrop}
    >
      <div className="dialog-form">
        <Heading level={3} className="visually-hidden">
          {t('impact.list')}
        </Heading>
        <ImpactList bench={bench} impact={planned} leave={leave} onLeave={setLeave} />
        <footer className="dialog-foot">
          <Button className="button" onPress={handleDrop}>
            {t('common.cancel')}
          </Button>
          <Button className="button primary" onPress={() => void handleDone()} autoFocus>
            {t('impact.goOn')}
          </Button>
        </footer>
      </div>
    </ModalDialog>
  )
}
