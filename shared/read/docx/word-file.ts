import { type Problem, problem } from '../../base/problem.ts'
import { ok, type Result } from '../../base/result.ts'
import { BodyReader } from './body.ts'
import type { CommentTies } from './comment-ties.ts'
import { commentThreads, commentTies, type WordThread } from './comments.ts'
import { KNOWN_FORMATS } from './number-format.ts'
import { type List, listsOf } from './numbering.ts'
import { openPackage } from './package.ts'
import { Styles } from './styles.ts'
import type { TrackedBlock } from './tracked.ts'
import type { ViewContext } from './view.ts'
import { childOf, elementsOf, type XmlElement } from './xml.ts'
import type { ZipLimits } from './zip.ts'

/** A Word file as it is: both of its texts in one, and what stands beside the text. */
export interface WordFile {
  readonly body: readonly TrackedBlock[]
  readonly context: ViewContext
  /** Footnotes and endnotes by kind and id: `footnote 2`. */
  readonly notes: ReadonlyMap<string, readonly TrackedBlock[]>
  /** What people said, by the id of the comment that opened each thread. */
  readonly threads: ReadonlyMap<string, WordThread>
  /** Which thread each comment belongs to. */
  readonly roots: CommentTies['roots']
  /** Headers and footers. */
  readonly furniture: readonly (readonly TrackedBlock[])[]
  readonly properties: ReadonlyMap<string, string>
  readonly problems: readonly Problem[]
}

/** Opens a Word file and reads all of its parts that hold words. */
export function readWordFile(bytes: Uint8Array, limits?: ZipLimits): Result<WordFile> {
  const opened = openPackage(bytes, limits)
  if (!opened.ok) return opened
  const { document, numbering, footnotes, endnotes, furniture, properties } = opened.value
  const styles = new Styles(opened.value.styles)
  const lists = listsOf(numbering, styles)
  const ties = commentTies(opened.value)
  const reader = new BodyReader(styles, ties.roots)
  const context = { styles, lists, named: byName(lists) }
  const body = reader.blocks(childOf(document, 'w:body') ?? document)
  return ok({
    body,
    context,
    notes: new Map([
      ...notesOf(footnotes, 'footnote', reader),
      ...notesOf(endnotes, 'endnote', reader),
    ]),
    threads: commentThreads(opened.value, ties, (comment) => reader.blocks(comment), context),
    roots: ties.roots,
    furniture: furniture.map((part) => reader.blocks(part)),
    properties,
    problems: [...opened.value.problems, ...unknownFormats(numbering)],
  })
}

function byName(lists: ReadonlyMap<string, List>): ReadonlyMap<string, List> {
  const named = new Map<string, List>()
  for (const list of lists.values()) {
    const name = list.name.toLowerCase()
    if (name !== '' && !named.has(name)) named.set(name, list)
  }
  return named
}

/** Separators between text and notes are no notes. */
function notesOf(
  part: XmlElement | undefined,
  kind: 'footnote' | 'endnote',
  reader: BodyReader,
): readonly (readonly [string, readonly TrackedBlock[]])[] {
  return elementsOf(part)
    .filter(({ attributes }) => (attributes['w:type'] ?? 'normal') === 'normal')
    .map((note) => [`${kind} ${note.attributes['w:id']}`, reader.blocks(note)])
}

function unknownFormats(numbering: XmlElement | undefined): readonly Problem[] {
  const formats = new Set<string>()
  const walk = (element: XmlElement): void => {
    const format = element.name === 'w:numFmt' ? element.attributes['w:val'] : undefined
    if (format !== undefined && !KNOWN_FORMATS.has(format)) formats.add(format)
    for (const child of elementsOf(element)) walk(child)
  }
  if (numbering) walk(numbering)
  return [...formats].map((format) =>
    problem('docx/number-format', { format }, { severity: 'warning' }),
  )
}
