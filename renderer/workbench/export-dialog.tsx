import { FileDown } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button, Form, Label, Radio, RadioGroup } from 'react-aria-components'
import { useExport } from '../host/use-export.ts'
import { useMessages } from '../messages/messages.tsx'
import { ModalDialog } from '../ui/modal-dialog.tsx'
import { Progress } from '../ui/progress.tsx'
import type { Bench } from './bench.ts'
import { CommentOptions, type SaidInFile } from './comment-options.tsx'
import { EXPORT_CHOICES, type ExportChoice } from './export-choices.ts'
import { ExportPreview } from './export-preview.tsx'
import { PdfOptions } from './pdf-options.tsx'
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
  const { progress, run } = useExport(bench.bridge)
  const choice = EXPORT_CHOICES.find(({ id }) => id === chosen)
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (!choice) return
    const { form, format } = choice
    const { from, ...told } = toldIn(choice, telling)
    const comments = mayShowComments(choice) && said.length > 0 ? { comments: [...said] } : {}
    const asked = { document: bench.summary.id, form, format, ...comments }
    const isWritten = await run(
      bench.saves.settled(),
      form === 'redline' ? { ...asked, between: { from, to: 'draft' }, telling: told } : asked,
    )
    if (isWritten) onClose()
  }
  return (
    <ModalDialog
      title={t('export.title')}
      closeLabel={t('common.close')}
      size="wide"
      onClose={onClose}
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
              <CommentOptions bench={bench} chosen={said} onChoose={setSaid} />
            )}
            {choice?.format === 'pdf' && <PdfOptions />}
            {choice?.form === 'redline' && (
              <RedlineOptions
                bench={bench}
                telling={telling}
                onTelling={setTelling}
                isExact={isExact(choice)}
              />
            )}
            {choice && (
              <ExportPreview bench={bench} choice={choice} telling={toldIn(choice, telling)} />
            )}
          </div>
        </div>
        {progress && (
          <div className="export-progress" role="status">
            <Progress label={t('export.busy')} done={progress.done} total={progress.total} />
          </div>
        )}
        <footer className="dialog-foot">
          <Button className="button" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            className="button primary"
            type="submit"
            isPending={progress !== undefined}
            autoFocus
          >
            <FileDown size={15} aria-hidden />
            {t('export.run')}
          </Button>
        </footer>
      </Form>
    </ModalDialog>
  )
}

/** How a redline is told in a file: one that is exact marks all that changed. */
function toldIn(choice: ExportChoice, telling: RedlineTelling): RedlineTelling {
  return isExact(choice) ? { ...telling, following: 'marked' } : telling
}

/** Both texts can be had back from the redline: Word's by accepting and rejecting. */
function isExact({ format }: ExportChoice): boolean {
  return format !== 'html' && format !== 'pdf'
}

/** Word files of the draft have a margin to write in. */
function mayShowComments({ form, format }: ExportChoice): boolean {
  return format === 'docx' && (form === 'redline' || form === 'clean')
}
