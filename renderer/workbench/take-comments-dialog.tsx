import { FileUp } from 'lucide-react'
import { useState } from 'react'
import { Button, FileTrigger } from 'react-aria-components'
import type { Problem } from '#shared/base/problem.ts'
import type { Output } from '#shared/bridge/contract.ts'
import { useMessages } from '../messages/messages.tsx'
import { ModalDialog } from '../ui/modal-dialog.tsx'
import type { Bench } from './bench.ts'

type Taken = Output<'takeWordComments'>

const COUNTS = [
  'threads',
  'answers',
  'reworded',
  'resolved',
  'known',
] as const satisfies readonly (keyof Taken)[]

/** What came of reading a file: what was taken of it, or why nothing was. */
type Told = { readonly taken: Taken } | { readonly problem: Problem }

interface TakeCommentsDialogProps {
  readonly bench: Bench
  readonly onClose: () => void
}

/** The comments of a Word file that a reviewer sent back are taken among those of the draft. */
export function TakeCommentsDialog({ bench, onClose }: TakeCommentsDialogProps) {
  const { t, say } = useMessages()
  const [told, setTold] = useState<Told>()
  const [isBusy, setBusy] = useState(false)
  const handleFiles = async (files: FileList | null) => {
    const [file] = files ?? []
    if (!file) return
    setBusy(true)
    const bytes = new Uint8Array(await file.arrayBuffer())
    await bench.saves.settled()
    const answer = await bench.takeWordComments({ name: file.name, bytes })
    setBusy(false)
    setTold(answer.ok ? { taken: answer.value } : { problem: answer.problem })
  }
  return (
    <ModalDialog title={t('comments.take')} closeLabel={t('common.close')} onClose={onClose}>
      <div className="dialog-form">
        <p>{t('comments.take.why')}</p>
        <div role="status">
          {isBusy && <p>{t('comments.take.busy')}</p>}
          {!isBusy && told && 'taken' in told && <TakenCounts taken={told.taken} />}
        </div>
        {!isBusy && told && 'problem' in told && <p role="alert">{say(told.problem)}</p>}
      </div>
      <footer className="dialog-foot">
        <FileTrigger acceptedFileTypes={['.docx']} onSelect={(files) => void handleFiles(files)}>
          <Button className="button primary" isPending={isBusy} autoFocus>
            <FileUp size={15} aria-hidden /> {t('comments.take.choose')}
          </Button>
        </FileTrigger>
        <Button className="button" onPress={onClose}>
          {t('common.close')}
        </Button>
      </footer>
    </ModalDialog>
  )
}

function TakenCounts({ taken }: { readonly taken: Taken }) {
  const { t } = useMessages()
  const told = COUNTS.filter((one) => taken[one] > 0)
  if (told.length === 0) return <p>{t('comments.take.none')}</p>
  return (
    <ul>
      {told.map((one) => (
        <li key={one}>{t(`comments.taken.${one}`, { count: taken[one] })}</li>
      ))}
    </ul>
  )
}
