import { problem, type SentenceKey } from '../base/problem.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { MANIFEST } from '../carried/manifest.ts'

/** The formats that Bapta reads. */
export type FileFormat = 'text' | 'markdown' | 'html' | 'docx' | 'akn' | 'bapta'

/** A file as a host hands it over. */
export interface NamedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * The format of a file by its first bytes, by its markup, and only then by its name. A file that
 * Bapta does not read is a problem that says what to do instead.
 */
export function formatOf({ name, bytes }: NamedFile): Result<FileFormat> {
  if (bytes.byteLength === 0) return fail(problem('open/empty', { name }))
  const extension = extensionOf(name)
  const found = packed(bytes, extension) ?? marked(bytes, extension)
  return isRefused(found) ? fail(problem(REFUSED[found], { name })) : ok(found)
}

type RefusedKind =
  | 'oldWord'
  | 'wordXml'
  | 'openDocument'
  | 'pdf'
  | 'rtf'
  | 'image'
  | 'archive'
  | 'xml'
  | 'mail'

function isRefused(kind: FileFormat | RefusedKind): kind is RefusedKind {
  return kind in REFUSED
}

/** The code of what is said of a file that Bapta does not read. */
const REFUSED = {
  oldWord: 'open/file-kind:old-word',
  wordXml: 'open/file-kind:word-xml',
  openDocument: 'open/file-kind:open-document',
  pdf: 'open/file-kind:pdf',
  rtf: 'open/file-kind:rtf',
  image: 'open/file-kind:image',
  archive: 'open/file-kind:archive',
  xml: 'open/file-kind:xml',
  mail: 'open/file-kind:web-archive',
} as const satisfies Readonly<Record<RefusedKind, SentenceKey>>

type Signature = { readonly kind: RefusedKind; readonly start: readonly number[] }

const SIGNATURES: readonly Signature[] = [
  { kind: 'archive', start: [0x1f, 0x8b] },
  { kind: 'archive', start: [0x37, 0x7a, 0xbc, 0xaf] },
  { kind: 'archive', start: codesOf('Rar!') },
  { kind: 'pdf', start: codesOf('%PDF-') },
  { kind: 'rtf', start: codesOf('{\\rtf') },
  { kind: 'oldWord', start: [0xd0, 0xcf, 0x11, 0xe0] },
  { kind: 'image', start: [0x89, 0x50, 0x4e, 0x47] },
  { kind: 'image', start: [0xff, 0xd8, 0xff] },
  { kind: 'image', start: codesOf('GIF8') },
  { kind: 'image', start: codesOf('II*\0') },
  { kind: 'image', start: codesOf('MM\0*') },
  { kind: 'image', start: codesOf('RIFF') },
]

const ZIP = codesOf('PK')

/** What first bytes say, packages told by the names of the files in them. */
function packed(bytes: Uint8Array, extension: string): FileFormat | RefusedKind | undefined {
  const known = SIGNATURES.find(({ start }) => startsWith(bytes, start))
  if (known) return known.kind
  if (!startsWith(bytes, ZIP) || !ZIP_RECORDS.has(bytes[2] ?? 0)) return undefined
  if (startsWith(bytes.subarray(LOCAL_NAME), codesOf(MANIFEST))) return 'bapta'
  if (holds(bytes, codesOf('word/'))) return 'docx'
  if (holds(bytes.subarray(0, SNIFFED), codesOf('opendocument'))) return 'openDocument'
  if (extension === 'docx') return 'docx'
  if (extension === 'bapta') return 'bapta'
  return extension === 'odt' ? 'openDocument' : 'archive'
}

/** The third byte of a local file header, an empty archive and a spanned one. */
const ZIP_RECORDS: ReadonlySet<number> = new Set([3, 5, 7])

/** Where the name of a zip archive's first file begins. */
const LOCAL_NAME = 30

/** Bytes in which the root element of a document stands, long comments before it included. */
const SNIFFED = 20_000

/** What the markup that opens a text says, then its name. */
function marked(bytes: Uint8Array, extension: string): FileFormat | RefusedKind {
  const start = openingOf(bytes)
  if (/<(?:[\w.-]+:)?akomantoso[\s>]/iu.test(start)) return 'akn'
  if (/^MIME-Version:/iu.test(start)) return 'mail'
  if (/^<\?mso-application|^<\?xml[\s\S]{0,400}progid="Word\.Document"/iu.test(start))
    return 'wordXml'
  if (HTML_START.test(start)) return 'html'
  if (/^<\?xml|^<!DOCTYPE\s/iu.test(start)) return HTML_ROOT.test(start) ? 'html' : 'xml'
  if (MARKDOWN_NAMES.has(extension)) return 'markdown'
  // Damaged from its first byte on, it is no text to be read.
  if (extension === 'bapta') return 'bapta'
  return HTML_NAMES.has(extension) && /<\/?[a-z]/iu.test(start) ? 'html' : 'text'
}

/** Page, or a fragment of one as a clipboard or a database keeps it; never Markdown that opens with a tag. */
const HTML_START =
  /^(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body|meta|title|link|style|table|div|article|section|main|h[1-6]|p|ol|ul)[\s>/]/iu

const HTML_ROOT = /<(?:!doctype html|html)[\s>]/iu

const MARKDOWN_NAMES: ReadonlySet<string> = new Set(['md', 'markdown', 'mdown'])
const HTML_NAMES: ReadonlySet<string> = new Set(['htm', 'html', 'xhtml', 'xht'])

/** The first characters that ASCII has, whatever the encoding: marks and the zero bytes of UTF-16 left out. */
function openingOf(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes.subarray(0, SNIFFED)) {
    if (byte > 0 && byte < 0x80) text += String.fromCharCode(byte)
  }
  return text.trimStart()
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte)
}

function holds(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const first = wanted[0] ?? 0
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (startsWith(bytes.subarray(at, at + wanted.length), wanted)) return true
  }
  return false
}

function extensionOf(name: string): string {
  return /\.([^./\\]+)$/u.exec(name)?.[1]?.toLowerCase() ?? ''
}

function codesOf(start: string): readonly number[] {
  return [...start].map((character) => character.charCodeAt(0))
}
