import { decodeXml } from '../akn/decode-xml.ts'
import { readAknSteps } from '../akn/read.ts'
import { readMarkedSteps } from '../akn/redline/read-marked.ts'
import { problemInFile } from '../base/problem.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { finished } from '../base/steps.ts'
import { type CarriedFile, readCarried } from '../carried/read.ts'
import type { ReadText } from '../read/act-of-blocks.ts'
import { chosenProfile, type ProfileWish } from '../read/choice.ts'
import { decodeText } from '../read/decode.ts'
import { detectProfile } from '../read/detect.ts'
import { readDocxSteps } from '../read/docx/read-docx.ts'
import { decodeHtml } from '../read/html/encoding.ts'
import { readHtmlSteps } from '../read/html/html.ts'
import { readTextSteps } from '../read/read.ts'
import type { ReadProgress } from '../read/structured.ts'
import type { Act } from '../schema/act.ts'
import type { Looked } from '../schema/citation-check.ts'
import type { Remark } from '../structure/remark.ts'
import { type FileFormat, formatOf, type NamedFile } from './file-format.ts'

/** What a file of law holds. */
export interface OpenedFile {
  readonly format: FileFormat
  /** The acts in it, at least one. */
  readonly acts: readonly OpenedAct[]
  /** The text that the `source` ranges of problems point into; `undefined` for a packed file. */
  readonly source: string | undefined
}

/** An act as its file has it; where that holds tracked changes, without them. */
export interface OpenedAct extends ReadText {
  /** The same act with all tracked changes accepted. */
  readonly draft?: Act | undefined
  /** Of a carried draft: what was said of its citations. */
  readonly looked?: Looked
  /** What people said of the text in the file. */
  readonly remarks?: readonly Remark[]
  /** The parts of a carried draft. */
  readonly parts?: CarriedFile['parts']
}

export interface OpenOptions {
  /** Gives a new id on each call: for each act first, then for its units in document order. */
  readonly newId: () => string
  /** What the person knows better than the words of the text say. */
  readonly wish?: ProfileWish | undefined
}

/** A file of any format that Bapta reads, as acts. Fails only where there is no text to read. */
export function openFile(file: NamedFile, options: OpenOptions): Result<OpenedFile> {
  return finished(openFileSteps(file, options))
}

/** {@link openFile} in steps that report how far it is, so that a caller may show it or stop. */
export function* openFileSteps(
  file: NamedFile,
  options: OpenOptions,
): Generator<ReadProgress, Result<OpenedFile>> {
  const format = formatOf(file)
  if (!format.ok) return format
  switch (format.value) {
    case 'text':
    case 'markdown':
      return yield* openText(file, format.value, options)
    case 'akn':
      return yield* openAkn(file, options)
    case 'html':
      return yield* openHtml(file, options)
    case 'docx':
      return yield* openDocx(file, options)
    case 'bapta':
      return openCarried(file)
  }
}

function* openText(
  { name, bytes }: NamedFile,
  format: FileFormat,
  { newId, wish }: OpenOptions,
): Generator<ReadProgress, Result<OpenedFile>> {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return inFile(name, decoded)
  const source = decoded.value
  const profile = chosenProfile(detectProfile(source), wish)
  const read = yield* readTextSteps(source, { newId, profile })
  return ok({ format, acts: [read], source })
}

function* openHtml(
  { name, bytes }: NamedFile,
  options: OpenOptions,
): Generator<ReadProgress, Result<OpenedFile>> {
  const decoded = decodeHtml(bytes)
  if (!decoded.ok) return inFile(name, decoded)
  const read = yield* readHtmlSteps(decoded.value, options)
  return ok({ format: 'html', acts: [read], source: decoded.value })
}

function* openDocx(
  { name, bytes }: NamedFile,
  options: OpenOptions,
): Generator<ReadProgress, Result<OpenedFile>> {
  const read = yield* readDocxSteps(bytes, options)
  if (!read.ok) return inFile(name, read)
  const { source, ...act } = read.value
  return ok({ format: 'docx', acts: [act], source })
}

/** The law in force, with the draft as what it proposes to change. */
function openCarried({ name, bytes }: NamedFile): Result<OpenedFile> {
  const read = readCarried(bytes)
  if (!read.ok) return inFile(name, read)
  const { base, draft, looked, parts, manifest } = read.value
  const { language, tradition, profile } = manifest
  const chosen = { language, tradition, profile }
  const act = { act: base, draft, looked, parts, problems: [], profile: chosen }
  return ok({ format: 'bapta', acts: [act], source: undefined })
}

function* openAkn(
  { name, bytes }: NamedFile,
  options: OpenOptions,
): Generator<ReadProgress, Result<OpenedFile>> {
  const decoded = decodeXml(bytes)
  if (!decoded.ok) return inFile(name, decoded)
  const source = decoded.value
  const both = yield* readMarkedSteps(source, options)
  if (both) return ok({ format: 'akn', acts: [both], source })
  const read = yield* readAknSteps(source, options)
  return read.ok ? ok({ format: 'akn', acts: [read.value], source }) : inFile(name, read)
}

/** A problem that says which file it is about. */
function inFile<T>(name: string, result: Result<T> & { readonly ok: false }): Result<never> {
  return fail(problemInFile(name, result.problem))
}
