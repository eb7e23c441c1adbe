import type { Input } from '#shared/bridge/contract.ts'

export type Form = Input<'exportDocument'>['form']
export type Format = Input<'exportDocument'>['format']

/** UTF-8 bytes of a title in a file name: file systems take 255, and a form and an ending follow. */
const LONGEST_NAME = 180

const UTF8 = new TextEncoder()

/** Names that Windows keeps for devices, whatever ending they have. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

const SUFFIXES: Readonly<Record<Form, string>> = {
  redline: ' (redline)',
  clean: '',
  law: ' (amending law)',
  table: ' (comparative table)',
  carry: '',
}

/** A name that Windows, macOS and Linux take: `Title (redline).docx`. */
export function fileName(title: string, form: Form, format: Format): string {
  return `${safeName(title)}${SUFFIXES[form]}.${format}`
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
