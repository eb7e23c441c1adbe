import { strFromU8 } from 'fflate'
import { type Problem, problem } from '../../base/problem.ts'
import { fail, ok, type Result } from '../../base/result.ts'
import { decodeText } from '../decode.ts'
import { elementsOf, parseXml, type XmlElement } from './xml.ts'
import { unpacked, type ZipEntry, type ZipLimits, zipEntries } from './zip.ts'

/** The parts of a Word file that hold words or say what becomes of them. */
export interface WordPackage {
  readonly document: XmlElement
  readonly styles: XmlElement | undefined
  readonly numbering: XmlElement | undefined
  readonly footnotes: XmlElement | undefined
  readonly endnotes: XmlElement | undefined
  readonly comments: XmlElement | undefined
  /** What later Words keep of comments beside them: answers, lasting ids, times in UTC, accounts. */
  readonly commentsExtended: XmlElement | undefined
  readonly commentsIds: XmlElement | undefined
  readonly commentsExtensible: XmlElement | undefined
  readonly people: XmlElement | undefined
  /** Headers and footers in the order of their names. */
  readonly furniture: readonly XmlElement[]
  /** What the file says of itself in properties of its own, by name. */
  readonly properties: ReadonlyMap<string, string>
  /** Parts that are broken, and of which the rest of the document does not depend. */
  readonly problems: readonly Problem[]
}

/** Opens a Word file; fails where its document cannot be read at all. */
export function openPackage(bytes: Uint8Array, limits?: ZipLimits): Result<WordPackage> {
  const entries = zipEntries(bytes, limits)
  if (!entries.ok) return entries
  const parts = new Parts(entries.value)
  const main = mainPart(parts)
  if (main === undefined) return fail(NOT_WORD)
  const document = parts.read(main)
  if (!document.ok) return document
  const related = relationsOf(parts, main)
  const part = (type: string) => {
    const target = related.find((relation) => relation.type.endsWith(`/${type}`))
    return target && parts.optional(target.target)
  }
  const furniture = related
    .filter(({ type }) => /\/(?:header|footer)$/.test(type))
    .map(({ target }) => target)
    .sort()
  return ok({
    document: document.value,
    styles: part('styles'),
    numbering: part('numbering'),
    footnotes: part('footnotes'),
    endnotes: part('endnotes'),
    comments: part('comments'),
    commentsExtended: part('commentsExtended'),
    commentsIds: part('commentsIds'),
    commentsExtensible: part('commentsExtensible'),
    people: part('people'),
    furniture: [...new Set(furniture)].flatMap((name) => parts.optional(name) ?? []),
    properties: propertiesOf(parts.optional('docProps/custom.xml')),
    problems: parts.problems,
  })
}

class Parts {
  readonly problems: Problem[] = []
  private readonly entries: ReadonlyMap<string, ZipEntry>

  constructor(entries: ReadonlyMap<string, ZipEntry>) {
    this.entries = entries
  }

  has(name: string): boolean {
    return this.entries.has(name)
  }

  read(name: string): Result<XmlElement> {
    const entry = this.entries.get(name)
    if (!entry) return fail(NOT_WORD)
    const content = unpacked(entry)
    if (!content.ok) return content
    const source = textOf(content.value)
    return source.ok ? parseXml(source.value, name) : source
  }

  /** A part that the document can be read without: its faults are reported. */
  optional(name: string): XmlElement | undefined {
    if (!this.entries.has(name)) return undefined
    const read = this.read(name)
    if (read.ok) return read.value
    this.problems.push({ ...read.problem, severity: 'warning' })
    return undefined
  }
}

/** UTF-8 by the host's own decoder where it is whole; UTF-16 and faults by ours. */
function textOf(bytes: Uint8Array): Result<string> {
  const wide = (bytes[0] ?? 0) >= 0xfe || bytes[0] === 0 || bytes[1] === 0
  const text = wide ? '\uFFFD' : strFromU8(bytes)
  return text.includes('\uFFFD') ? decodeText(bytes) : ok(text.replace(/^\uFEFF/, ''))
}

interface Relation {
  readonly type: string
  readonly target: string
}

function mainPart(parts: Parts): string | undefined {
  const named = relationsOf(parts, '').find(({ type }) => type.endsWith('/officeDocument'))?.target
  return [named, 'word/document.xml'].find((name) => name !== undefined && parts.has(name))
}

/** What a part points to inside the file, by names made whole; links out of the file are left. */
function relationsOf(parts: Parts, part: string): readonly Relation[] {
  const slash = part.lastIndexOf('/') + 1
  const folder = part.slice(0, slash)
  const root = parts.optional(`${folder}_rels/${part.slice(slash)}.rels`)
  return elementsOf(root)
    .filter(({ attributes }) => attributes['TargetMode'] !== 'External')
    .map(({ attributes }) => ({
      type: attributes['Type'] ?? '',
      target: resolved(folder, attributes['Target'] ?? ''),
    }))
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps = folder.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}

function propertiesOf(custom: XmlElement | undefined): ReadonlyMap<string, string> {
  const properties = new Map<string, string>()
  for (const { attributes, children } of elementsOf(custom)) {
    const value = children.find((child) => typeof child !== 'string')
    const text = value?.children.find((child) => typeof child === 'string')
    if (attributes['name'] !== undefined && text !== undefined)
      properties.set(attributes['name'], text)
  }
  return properties
}

const NOT_WORD: Problem = problem('docx/no-document')
