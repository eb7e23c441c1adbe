import { FileDown } from 'lucide-react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button, Checkbox, CheckboxGroup, Form, Label } from 'react-aria-components'
import type { Bridge, DocumentSummary } from '#shared/bridge/contract.ts'
import { download } from '../host/download.ts'
import { useSettings } from '../host/settings.tsx'
import { useMessages } from '../messages/messages.tsx'
import { ModalDialog } from '../ui/modal-dialog.tsx'
import { Progress } from '../ui/progress.tsx'
import { notify } from '../ui/toasts.tsx'
import { EXPORT_CHOICES } from '../workbench/export-choices.ts'
import { PdfOptions } from '../workbench/pdf-options.tsx'
import { exportPackage, type PackageProgress } from './export-package.ts'

interface PackageDialogProps {
  readonly bridge: Bridge
  readonly documents: readonly DocumentSummary[]
  readonly onClose: () => void
}

/** Several documents in several forms as one zip with a manifest. */
export function PackageDialog({ bridge, documents, onClose }: PackageDialogProps) {
  const { t } = useMessages()
  const { settings } = useSettings()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [forms, setForms] = useState<readonly string[]>(['redline-docx'])
  const [progress, setProgress] = useState<PackageProgress>()
  const choices = EXPORT_CHOICES.filter(({ id }) => forms.includes(id))
  const cancel = useRef<AbortController>(undefined)
  useEffect(() => () => cancel.current?.abort(), [])
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    const stop = new AbortController()
    cancel.current = stop
    const made = await exportPackage(bridge, {
      documents: documents.filter(({ id }) => chosen.includes(id)),
      choices,
      standard: settings.pdf,
      at: Date.now(),
      signal: stop.signal,
      onProgress: setProgress,
    })
    if (!made) return
    download(made.file)
    const { name } = made.file
    if (made.missing === 0) notify({ tone: 'plain', text: t('export.done', { name }) })
    else notify({ tone: 'problem', text: t('package.missing', { name, count: made.missing }) })
    onClose()
  }
  return (
    <ModalDialog
      title={t('package.title')}
      closeLabel={t('common.close')}
      size="large"
      onClose={onClose}
    >
      <Form className="dialog-form" onSubmit={(event) => void handleSubmit(event)}>
        <div className="export-parts">
          <Boxes
            label={t('package.documents')}
            choices={documents.map(({ id, title }) => ({ id, title }))}
            chosen={chosen}
            onChosen={setChosen}
          />
          <Boxes
            label={t('package.forms')}
            choices={EXPORT_CHOICES.map(({ id, title }) => ({ id, title: t(title) }))}
            chosen={forms}
            onChosen={setForms}
          />
        </div>
        {choices.some(({ format }) => format === 'pdf') && <PdfOptions />}
        {progress && (
          <div className="export-progress" role="status">
            <Progress
              label={t('package.at', {
                n: progress.done + 1,
                total: progress.total,
                title: progress.document.title,
                form: t(progress.choice.title),
              })}
              done={progress.done}
              total={progress.total}
            />
          </div>
        )}
        <footer className="dialog-foot">
          <Button className="button" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            className="button primary"
            type="submit"
            isDisabled={progress !== undefined || chosen.length === 0 || forms.length === 0}
          >
            <FileDown size={15} aria-hidden />
            {t('package.run', { count: chosen.length * forms.length })}
          </Button>
        </footer>
      </Form>
    </ModalDialog>
  )
}

interface BoxesProps {
  readonly label: string
  readonly choices: readonly { readonly id: string; readonly title: string }[]
  readonly chosen: readonly string[]
  readonly onChosen: (chosen: readonly string[]) => void
}

/** Boxes to tick, with one for all. */
function Boxes({ label, choices, chosen, onChosen }: BoxesProps) {
  const { t } = useMessages()
  const all = choices.map(({ id }) => id)
  return (
    <div className="boxes">
      <Checkbox
        className="checkbox"
        isSelected={chosen.length === all.length}
        isIndeterminate={chosen.length > 0 && chosen.length < all.length}
        onChange={(isAll) => onChosen(isAll ? all : [])}
      >
        <span className="checkbox-box" aria-hidden />
        {t('package.all', { label })}
      </Checkbox>
      <CheckboxGroup className="boxes-list" value={[...chosen]} onChange={(ids) => onChosen(ids)}>
        <Label className="visually-hidden">{label}</Label>
        {choices.map(({ id, title }) => (
          <Checkbox key={id} value={id} className="checkbox">
            <span className="checkbox-box" aria-hidden />
            {title}
          </Checkbox>
        ))}
      </CheckboxGroup>
    </div>
  )
}
