import type { Problem } from '#shared/base/problem.ts'
import { deskProblem } from './problems.ts'

/** Why a file cannot be read as text, if so, by its first bytes and by its name. */
export function refusedFile(name: string, bytes: Uint8Array): Problem | undefined {
  if (bytes.byteLength === 0) return deskProblem('empty-file', `“${name}” is empty.`)
  const kind = SIGNATURES.find(({ start }) => start.every((byte, i) => bytes[i] === byte))?.kind
  const named = EXTENSIONS[extensionOf(name)]
  const found = kind === 'archive' ? (named ?? 'archive') : (kind ?? named)
  return found === undefined ? undefined : deskProblem('file-kind', refusal(name, found))
}

type FileKind =
  | 'word'
  | 'oldWord'
  | 'openDocument'
  | 'pdf'
  | 'rtf'
  | 'image'
  | 'archive'
  | 'html'
  | 'xml'

function refusal(name: string, kind: FileKind): string {
  const what = `“${name}” is ${CALLED[kind]}, and Bapta reads plain text (.txt).`
  return `${what} ${REMEDIES[kind]}`
}

const CALLED: Readonly<Record<FileKind, string>> = {
  word: 'a Word document',
  oldWord: 'a document of an older Word',
  openDocument: 'an OpenDocument file',
  pdf: 'a PDF',
  rtf: 'an RTF document',
  image: 'a picture',
  archive: 'an archive',
  html: 'a web page',
  xml: 'an XML file',
}

const FROM_WORD = 'Open it in Word and save it as plain text in UTF-8, then import that.'

const REMEDIES: Readonly<Record<FileKind, string>> = {
  word: FROM_WORD,
  oldWord: FROM_WORD,
  openDocument: 'Open it in LibreOffice and save it as text in UTF-8, then import that.',
  pdf: 'Save its text as a plain text file, then import that.',
  rtf: FROM_WORD,
  image: 'Import the text itself.',
  archive: 'Unpack it and import the text in it.',
  html: 'Save the page as text from the browser, then import that.',
  xml: 'Import the text of the act as plain text.',
}

const SIGNATURES: readonly { readonly kind: FileKind; readonly start: readonly number[] }[] = [
  { kind: 'archive', start: [0x50, 0x4b, 0x03, 0x04] },
  { kind: 'archive', start: [0x50, 0x4b, 0x05, 0x06] },
  { kind: 'archive', start: [0x1f, 0x8b] },
  { kind: 'archive', start: [0x37, 0x7a, 0xbc, 0xaf] },
  { kind: 'archive', start: [0x52, 0x61, 0x72, 0x21] },
  { kind: 'pdf', start: bytesOf('%PDF-') },
  { kind: 'rtf', start: bytesOf('{\\rtf') },
  { kind: 'oldWord', start: [0xd0, 0xcf, 0x11, 0xe0] },
  { kind: 'image', start: [0x89, 0x50, 0x4e, 0x47] },
  { kind: 'image', start: [0xff, 0xd8, 0xff] },
  { kind: 'image', start: bytesOf('GIF8') },
  { kind: 'html', start: bytesOf('<!DOCTYPE html') },
  { kind: 'html', start: bytesOf('<!doctype html') },
  { kind: 'html', start: bytesOf('<html') },
  { kind: 'xml', start: bytesOf('<?xml') },
  { kind: 'xml', start: [0xef, 0xbb, 0xbf, ...bytesOf('<?xml')] },
]

/** Names that settle what the first bytes leave open. */
const EXTENSIONS: Readonly<Record<string, FileKind>> = {
  docx: 'word',
  doc: 'oldWord',
  odt: 'openDocument',
  pdf: 'pdf',
  rtf: 'rtf',
  htm: 'html',
  html: 'html',
}

function extensionOf(name: string): string {
  return /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
}

function bytesOf(start: string): readonly number[] {
  return [...start].map((character) => character.charCodeAt(0))
}
