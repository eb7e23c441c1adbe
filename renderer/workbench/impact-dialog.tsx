import { Button, Heading } from 'react-aria-components'
import { useStore } from '../host/store.ts'
import { useMessages } from '../messages/messages.tsx'
import { ModalDialog } from '../ui/modal-dialog.tsx'
import type { Bench } from './bench.ts'
import { touchedCount } from './bench-references.ts'
import { ImpactList } from './impact-list.tsx'

/** What waiting edits would do to references, before they are made: nothing is done until it is seen. */
export function ImpactDialog({ bench }: { readonly bench: Bench }) {
  const { t } = useMessages()
  const planned = useStore(bench.planned)
  if (!planned) return null
  const handleDrop = () => bench.settle('dropped')
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
        <ImpactList bench={bench} impact={planned} />
        <footer className="dialog-foot">
          <Button className="button" onPress={handleDrop}>
            {t('common.cancel')}
          </Button>
          <Button className="button primary" onPress={() => bench.settle('done')} autoFocus>
            {t('impact.goOn')}
          </Button>
        </footer>
      </div>
    </ModalDialog>
  )
}
