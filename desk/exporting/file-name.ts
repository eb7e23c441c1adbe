import type { DocumentSummary, Input } from '#shared/bridge/contract.ts'
import type { Language } from '#shared/schema/act.ts'

export type Form = Input<'exportDocument'>['form']
export type Format = Input<'exportDocument'>['format']

/** UTF-8 bytes of a title in a file name: file systems take 255, and a form and an ending follow. */
const LONGEST_NAME = 180

const UTF8 = new TextEncoder()

/** Names that Windows keeps for devices, whatever ending they have. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

const SUFFIXES: Readonly<Record<Language, Readonly<Record<Form, string>>>> = {
  en: {
    redline: ' (redline)',
    clean: '',
    law: ' (amending law)',
    table: ' (comparative table)',
    carry: '',
  },
  ru: {
    redline: ' (правки)',
    clean: '',
    law: ' (закон о внесении изменений)',
    table: ' (сравнительная таблица)',
    carry: '',
  },
  kk: {
    redline: ' (түзетулер)',
    clean: '',
    law: ' (өзгерістер енгізу туралы заң)',
    table: ' (салыстырма кесте)',
    carry: '',
  },
}

/** A name that Windows, macOS and Linux take, in the language of the act: `Title (redline).docx`. */
export function fileName(
  { title, language }: Pick<DocumentSummary, 'title' | 'language'>,
  form: Form,
  format: Format,
): string {
  return `${safeName(title)}${SUFFIXES[language][form]}.${format}`
}

/** What stands before the ending of such a name. */
export function safeName(title: string): string {
  const plain = [
    ...title
      .normalize('NFC')
      .replaceAll(/[\p{C}\p{Z}\\/:*?"<>|]+/gu, ' ')
      .trim(),
  ]
  let kept = ''
  for (const character of plain) {
    if (UTF8.encode(kept + character).byteLength > LONGEST_NAME) break
    kept += character
  }
  const stem = kept.replace(/^[. ]+/, '').replace(/[. ]+$/, '')
  return stem === '' || DEVICE.test(stem) ? `Bapta ${stem}`.trim() : stem
}
