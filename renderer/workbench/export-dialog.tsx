import { FileDown } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button, Form, Label, Radio, RadioGroup } from 'react-aria-components'
import type { Input } from '#shared/bridge/contract.ts'
import { download } from '../host/download.ts'
import { type MessageKey, useMessages } from '../messages/messages.tsx'
import { ModalDialog } from '../ui/modal-dialog.tsx'
import { notify } from '../ui/toasts.tsx'
import type { Bench } from './bench.ts'

type Export = Omit<Input<'exportDocument'>, 'document'>

interface Choice extends Export {
  readonly id: string
  readonly title: MessageKey
  readonly about: MessageKey
}

const CHOICES: readonly Choice[] = [
  {
    id: 'redline-docx',
    form: 'redline',
    format: 'docx',
    title: 'export.redlineDocx',
    about: 'export.redlineDocxAbout',
  },
  {
    id: 'redline-html',
    form: 'redline',
    format: 'html',
    title: 'export.redlineHtml',
    about: 'export.redlineHtmlAbout',
  },
  {
    id: 'redline-pdf',
    form: 'redline',
    format: 'pdf',
    title: 'export.redlinePdf',
    about: 'export.redlinePdfAbout',
  },
  {
    id: 'law-docx',
    form: 'law',
    format: 'docx',
    title: 'export.lawDocx',
    about: 'export.lawDocxAbout',
  },
  {
    id: 'law-pdf',
    form: 'law',
    format: 'pdf',
    title: 'export.lawPdf',
    about: 'export.lawPdfAbout',
  },
  {
    id: 'law-xml',
    form: 'law',
    format: 'xml',
    title: 'export.lawAkn',
    about: 'export.lawAknAbout',
  },
  {
    id: 'table-docx',
    form: 'table',
    format: 'docx',
    title: 'export.tableDocx',
    about: 'export.tableDocxAbout',
  },
  {
    id: 'table-html',
    form: 'table',
    format: 'html',
    title: 'export.tableHtml',
    about: 'export.tableHtmlAbout',
  },
  {
    id: 'table-pdf',
    form: 'table',
    format: 'pdf',
    title: 'export.tablePdf',
    about: 'export.tablePdfAbout',
  },
  {
    id: 'table-csv',
    form: 'table',
    format: 'csv',
    title: 'export.tableCsv',
    about: 'export.tableCsvAbout',
  },
  {
    id: 'clean-docx',
    form: 'clean',
    format: 'docx',
    title: 'export.cleanDocx',
    about: 'export.cleanDocxAbout',
  },
  {
    id: 'clean-html',
    form: 'clean',
    format: 'html',
    title: 'export.cleanHtml',
    about: 'export.cleanHtmlAbout',
  },
  {
    id: 'clean-pdf',
    form: 'clean',
    format: 'pdf',
    title: 'export.cleanPdf',
    about: 'export.cleanPdfAbout',
  },
  {
    id: 'clean-txt',
    form: 'clean',
    format: 'txt',
    title: 'export.cleanText',
    about: 'export.cleanTextAbout',
  },
  {
    id: 'carry',
    form: 'carry',
    format: 'bapta',
    title: 'export.carry',
    about: 'export.carryAbout',
  },
  {
    id: 'clean-xml',
    form: 'clean',
    format: 'xml',
    title: 'export.cleanAkn',
    about: 'export.cleanAknAbout',
  },
]

interface ExportDialogProps {
  readonly bench: Bench
  readonly onClose: () => void
}

export function ExportDialog({ bench, onClose }: ExportDialogProps) {
  const { t } = useMessages()
  const [chosen, setChosen] = useState('redline-docx')
  const [isBusy, setBusy] = useState(false)
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    const choice = CHOICES.find(({ id }) => id === chosen)
    if (!choice) return
    setBusy(true)
    await bench.saves.settled()
    const { form, format } = choice
    const answer = await bench.bridge.exportDocument({ document: bench.summary.id, form, format })
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
    <ModalDialog title={t('export.title')} closeLabel={t('common.close')} onClose={onClose}>
      <Form className="dialog-form" onSubmit={(event) => void handleSubmit(event)}>
        <RadioGroup className="choices" value={chosen} onChange={setChosen}>
          <Label className="visually-hidden">{t('export.form')}</Label>
          {CHOICES.map(({ id, title, about }) => (
            <Radio key={id} value={id} className="choice">
              <span className="choice-dot" />
              <span>
                <span className="choice-title">{t(title)}</span>
                <span className="choice-about">{t(about)}</span>
              </span>
            </Radio>
          ))}
        </RadioGroup>
        <footer className="dialog-foot">
          <Button className="button" onPress={onClose}>
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
