import type { Node } from 'prosemirror-model'
import * as Y from 'yjs'
import { footnoteOf, isFootnote } from '../schema/footnote.ts'
import { schema } from '../schema/schema.ts'
import { sourceOf } from '../schema/source.ts'
import { attributesOf, readBlocks, readInline, standingElements, textIn } from './body.ts'

/** UTF-16 offset at which the drafter's change begins, where known: tells which of equal letters was typed. */
export interface Hint {
  readonly block: number
  readonly offset: number
}

/** Makes the blocks of a body read as `after`, touching only what differs. */
export function writeBlocks(container: Y.XmlFragment, after: readonly Node[], hint?: Hint): void {
  const before = readBlocks(container)
  const elements = standingElements(container)
  const [left, right] = commonEnds(before, after, (a, b) => a.eq(b))
  let previous = elements[left - 1]
  const old = elements.slice(left, elements.length - right)
  const now = after.slice(left, after.length - right)
  for (const [index, node] of now.entries()) {
    const element = old[index]
    if (element && element.nodeName === nameOf(node)) {
      const offset = hint?.block === left + index ? hint.offset : undefined
      writeNode(element, node, offset)
      previous = element
      continue
    }
    if (element) retire(element)
    const made = insertBehind(container, previous, node)
    previous = made
  }
  for (const element of old.slice(now.length)) retire(element)
}

/** Makes a text read as the inline content of `after`. */
export function writeInline(text: Y.XmlText, after: Node, offset?: number): void {
  const old = atoms(readInline(text))
  const now = atoms(after.children)
  const [left, right] = commonText(old, now, offset)
  const removed = old.words.length - left - right
  if (removed > 0) text.delete(left, removed)
  insertRuns(text, after, left, now.words.length - right)
  formatRuns(text, old, now, left, right)
}

/** Takes the words of an element and its standing; words typed meanwhile keep it in the text. */
export function retire(element: Y.XmlElement): void {
  for (const child of element.toArray()) {
    if (child instanceof Y.XmlText) child.delete(0, child.length)
    else if (child instanceof Y.XmlElement) retire(child)
  }
  element.removeAttribute('live')
}

/** A new element with the content of a block, row or cell. */
export function newElement(node: Node): Y.XmlElement {
  const element = new Y.XmlElement<Record<string, AttributeValue>>(nameOf(node))
  element.setAttribute('live', 1)
  for (const [name, value] of Object.entries(elementAttrs(node))) element.setAttribute(name, value)
  if (node.isTextblock) element.insert(0, [newText(node)])
  else element.insert(0, node.children.map(newElement))
  return element as Y.XmlElement
}

export function newText(node: Node | null): Y.XmlText {
  const text = new Y.XmlText()
  if (node && node.content.size > 0) {
    text.applyDelta(
      node.children.map((child) => ({
        insert: child.isText ? (child.text ?? '') : embedOf(child),
        attributes: formatOf(child),
      })),
    )
  }
  return text
}

/** How many of two lists' first and last members are alike, without overlap. */
export function commonEnds<T>(
  a: readonly T[],
  b: readonly T[],
  isSame: (a: T, b: T) => boolean,
): Ends {
  const least = Math.min(a.length, b.length)
  const same = (i: number, j: number) => {
    const one = a[i]
    const other = b[j]
    return one !== undefined && other !== undefined && isSame(one, other)
  }
  let left = 0
  while (left < least && same(left, left)) left++
  let right = 0
  while (left + right < least && same(a.length - 1 - right, b.length - 1 - right)) right++
  return [left, right]
}

function insertBehind(
  container: Y.XmlFragment,
  previous: Y.XmlElement | undefined,
  node: Node,
): Y.XmlElement {
  const element = newElement(node)
  const index = previous ? container.toArray().indexOf(previous) + 1 : 0
  container.insert(index, [element])
  return element
}

function writeNode(element: Y.XmlElement, node: Node, offset: number | undefined): void {
  const attributes = attributesOf(element)
  const wanted = { ...elementAttrs(node), live: 1 }
  for (const [name, value] of Object.entries(wanted)) {
    if (JSON.stringify(attributes[name]) !== JSON.stringify(value)) setValue(element, name, value)
  }
  for (const name of Object.keys(attributes)) {
    if (!(name in wanted)) element.removeAttribute(name)
  }
  if (!node.isTextblock) {
    writeBlocks(element, node.children)
    return
  }
  const text = textIn(element)
  if (text) writeInline(text, node, offset)
  else element.insert(0, [newText(node)])
}

function setValue(element: Y.XmlElement, name: string, value: AttributeValue): void {
  const open = element as Y.XmlElement<Record<string, AttributeValue>>
  open.setAttribute(name, value)
}

function nameOf(node: Node): string {
  switch (node.type) {
    case schema.nodes.table:
      return 'table'
    case schema.nodes.tableRow:
      return 'row'
    case schema.nodes.tableCell:
    case schema.nodes.tableHeader:
      return 'cell'
    case schema.nodes.unknown:
      return 'unknown'
    default:
      return 'block'
  }
}

type AttributeValue = string | number | object

function elementAttrs(node: Node): Readonly<Record<string, AttributeValue>> {
  const source = sourceOf(node)
  const read = source === null ? {} : { source }
  switch (node.type) {
    case schema.nodes.paragraph:
    case schema.nodes.table:
      return read
    case schema.nodes.note:
      return { as: 'note', ...read }
    case schema.nodes.unknown:
      return { source: String(node.attrs['source']) }
    case schema.nodes.tableCell:
    case schema.nodes.tableHeader: {
      const { colspan, rowspan, colwidth } = node.attrs
      return {
        ...(node.type === schema.nodes.tableHeader ? { as: 'header' } : {}),
        ...(colspan === 1 ? {} : { colspan }),
        ...(rowspan === 1 ? {} : { rowspan }),
        ...(colwidth === null ? {} : { colwidth }),
      }
    }
    default:
      return {}
  }
}

interface Atoms {
  /** One UTF-16 unit for each ProseMirror offset; a break or footnote is U+FFFC. */
  readonly words: string
  /** What stands at the offsets of breaks and footnotes. */
  readonly embeds: ReadonlyMap<number, string>
  /** The format of each run and where it ends. */
  readonly runs: readonly { readonly end: number; readonly format: Format }[]
}

type Format = Readonly<Record<string, true>>

function atoms(inline: readonly Node[]): Atoms {
  let words = ''
  const embeds = new Map<number, string>()
  const runs: { end: number; format: Format }[] = []
  for (const node of inline) {
    if (!node.isText) embeds.set(words.length, JSON.stringify(embedOf(node)))
    words += node.isText ? node.text : '\uFFFC'
    runs.push({ end: words.length, format: formatOf(node) })
  }
  return { words, embeds, runs }
}

/** What stands in a Y.XmlText for a break or footnote. */
function embedOf(leaf: Node): object {
  return isFootnote(leaf) ? { footnote: { ...footnoteOf(leaf) } } : { break: true }
}

function formatOf(node: Node): Format {
  return Object.fromEntries(node.marks.map((mark) => [mark.type.name, true as const]))
}

type Ends = readonly [left: number, right: number]

/** {@link commonEnds} of two texts; of equally short changes the one that begins at `offset`. */
function commonText(a: Atoms, b: Atoms, offset: number | undefined): Ends {
  const shortest = textEnds(a, b, Number.POSITIVE_INFINITY)
  if (offset === undefined || offset >= shortest[0]) return shortest
  const hinted = textEnds(a, b, offset)
  return hinted[0] + hinted[1] === shortest[0] + shortest[1] ? hinted : shortest
}

/** The ends never part the halves of a surrogate pair. */
function textEnds(atomsA: Atoms, atomsB: Atoms, mostLeft: number): Ends {
  const { words: a } = atomsA
  const { words: b } = atomsB
  const same = (i: number, j: number) =>
    a[i] === b[j] && atomsA.embeds.get(i) === atomsB.embeds.get(j)
  const least = Math.min(a.length, b.length)
  const most = Math.min(least, mostLeft)
  let left = 0
  while (left < most && same(left, left)) left++
  if (left > 0 && isHigh(a.charCodeAt(left - 1))) left--
  let right = 0
  while (left + right < least && same(a.length - 1 - right, b.length - 1 - right)) right++
  if (right > 0 && isLow(a.charCodeAt(a.length - right))) right--
  return [left, right]
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000
}

function insertRuns(text: Y.XmlText, after: Node, from: number, to: number): void {
  after.nodesBetween(from, to, (node, position) => {
    const start = Math.max(from, position)
    const end = Math.min(to, position + node.nodeSize)
    if (node.isText) {
      text.insert(start, (node.text ?? '').slice(start - position, end - position), formatOf(node))
    } else if (node.isInline) text.insertEmbed(start, embedOf(node), formatOf(node))
    return false
  })
}

/** Sets the marks of the words that both texts have, run by run, where they differ. */
function formatRuns(text: Y.XmlText, old: Atoms, now: Atoms, left: number, right: number): void {
  const length = now.words.length
  const shift = old.words.length - length
  let start = 0
  while (start < length) {
    const isInserted = start >= left && start < length - right
    const at = start < left ? start : start + shift
    const [nowFormat, nowEnd] = runAt(now, start)
    const [oldFormat, oldEnd] = isInserted ? [nowFormat, nowEnd] : runAt(old, at)
    const reach = isInserted ? length - right : start < left ? left : length
    const end = Math.min(nowEnd, isInserted ? reach : oldEnd + (start - at), reach)
    const change = isInserted ? {} : formatChange(oldFormat, nowFormat)
    if (Object.keys(change).length > 0) text.format(start, end - start, change)
    start = Math.max(end, start + 1)
  }
}

function runAt({ runs }: Atoms, offset: number): readonly [Format, number] {
  const run = runs.find(({ end }) => offset < end)
  return run ? [run.format, run.end] : [{}, Number.POSITIVE_INFINITY]
}

function formatChange(old: Format, now: Format): Record<string, true | null> {
  const change: Record<string, true | null> = { ...now }
  for (const name of Object.keys(now)) if (old[name]) delete change[name]
  for (const name of Object.keys(old)) if (!now[name]) change[name] = null
  return change
}
