import { FileDown } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import { Button, Form, Label, Radio, RadioGroup } from 'react-aria-components'
import { download } from '../host/download.ts'
import { useMessages } from '../messages/messages.tsx'
import { ModalDialog } from '../ui/modal-dialog.tsx'
import { notify } from '../ui/toasts.tsx'
import type { Bench } from './bench.ts'
import { CommentOptions, type SaidInFile } from './comment-options.tsx'
import { EXPORT_CHOICES, type ExportChoice } from './export-choices.ts'
import { plainTelling, RedlineOptions, type RedlineTelling } from './redline-options.tsx'

interface ExportDialogProps {
  readonly bench: Bench
  readonly onClose: () => void
}

export function ExportDialog({ bench, onClose }: ExportDialogProps) {
  const { t } = useMessages()
  const [chosen, setChosen] = useState('redline-docx')
  const [telling, setTelling] = useState<RedlineTelling>(() => plainTelling(bench))
  const [said, setSaid] = useState<readonly SaidInFile[]>([])
  const [isBusy, setBusy] = useState(false)
  const isLeft = useRef(false)
  const handleClose = () => {
    isLeft.current = true
    onClose()
  }
  const choice = EXPORT_CHOICES.find(({ id }) => id === chosen)
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (!choice) return
    setBusy(true)
    await bench.saves.settled()
    const { form, format } = choice
    const { from, ...told } = telling
    const comments = mayShowComments(choice) && said.length > 0 ? { comments: [...said] } : {}
    const asked = { document: bench.summary.id, form, format, ...comments }
    const answer = await bench.bridge.exportDocument(
      form === 'redline' ? { ...asked, between: { from, to: 'draft' }, telling: told } : asked,
    )
    if (isLeft.current) return
    setBusy(false)
    if (!answer.ok) {
      notify({ tone: 'problem', text: answer.problem.message })
      return
    }
    download(answer.value)
    notify({ tone: 'plain', text: t('export.done', { name: answer.value.name }) })
    onClose()
  }
  return (
    <ModalDialog
      title={t('export.title')}
      closeLabel={t('common.close')}
      size="large"
      onClose={handleClose}
    >
      <Form className="dialog-form" onSubmit={(event) => void handleSubmit(event)}>
        <div className="export-parts">
          <RadioGroup className="choices" value={chosen} onChange={setChosen}>
            <Label className="visually-hidden">{t('export.form')}</Label>
            {EXPORT_CHOICES.map(({ id, title, about }) => (
              <Radio key={id} value={id} className="choice">
                <span className="choice-dot" />
                <span>
                  <span className="choice-title">{t(title)}</span>
                  <span className="choice-about">{t(about)}</span>
                </span>
              </Radio>
            ))}
          </RadioGroup>
          <div className="export-options">
            {choice && mayShowComments(choice) && (
              <CommentOptions chosen={said} onChoose={setSaid} />
            )}
            {choice?.form === 'redline' && (
              <RedlineOptions bench={bench} telling={telling} onTelling={setTelling} />
            )}
          </div>
        </div>
        <footer className="dialog-foot">
          <Button className="button" onPress={handleClose}>
            {t('common.cancel')}
          </Button>
          <Button className="button primary" type="submit" isDisabled={isBusy} autoFocus>
            <FileDown size={15} aria-hidden />
            {isBusy ? t('export.busy') : t('export.run')}
          </Button>
        </footer>
      </Form>
    </ModalDialog>
  )
}

/** Word files of the draft have a margin to write in. */
function mayShowComments({ form, format }: ExportChoice): boolean {
  return format === 'docx' && (form === 'redline' || form === 'clean')
}
