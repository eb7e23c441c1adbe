import type { Input } from '#shared/bridge/contract.ts'
import type { MessageKey } from '../messages/messages.tsx'

type Export = Pick<Input<'exportDocument'>, 'form' | 'format'>

/** A file that a draft is exported as. */
export interface ExportChoice extends Export {
  readonly id: string
  readonly title: MessageKey
  readonly about: MessageKey
}

export const EXPORT_CHOICES: readonly ExportChoice[] = [
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
    id: 'redline-xml',
    form: 'redline',
    format: 'xml',
    title: 'export.redlineAkn',
    about: 'export.redlineAknAbout',
  },
  {
    id: 'redline-zip',
    form: 'redline',
    format: 'zip',
    title: 'export.redlineAknTexts',
    about: 'export.redlineAknTextsAbout',
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
