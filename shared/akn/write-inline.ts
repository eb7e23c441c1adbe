import type { Fragment, Mark, Node } from 'prosemirror-model'
import type { Reference } from '../citation/reference.ts'
import type { Segment } from '../diff/redline.ts'
import { footnoteOf, isFootnote } from '../schema/footnote.ts'
import { type Link, linkedXml, linkOfHrefs } from './link.ts'
import { emptyTag, startTag, wordsXml } from './markup.ts'
import { byAttributes, markOfSegment } from './redline/marking.ts'
import type { WriteContext } from './write-context.ts'

/** The words of a block as markup, its references as `ref`, `rref` and `mref`. */
export function inlineXml(
  context: WriteContext,
  block: Node,
  references: readonly Reference[],
  within: string,
): string {
  const marked = context.marking?.segmentsOf(block)
  if (marked) return marked.segments.map((one) => segmentXml(context, one, within)).join('')
  const links = references.flatMap((reference) => {
    const link = linkOf(context, reference, within)
    return link ? [{ ...reference.range, link }] : []
  })
  const { content } = block
  const text = block.textBetween(0, content.size, '\uFFFC', '\uFFFC')
  const words = (from: number, to: number) => wordsIn(context, content, { from, to, within })
  return linkedXml({ context, within, text, words }, links, { from: 0, to: content.size })
}

/** The words of a stretch, as such that came or went. */
function segmentXml(context: WriteContext, segment: Segment, within: string): string {
  const { content, by } = segment
  const local = markOfSegment(segment)
  const words = wordsIn(context, content, { from: 0, to: content.size, within })
  if (local === undefined || words === '') return words
  const name = context.name(local)
  return `${startTag(name, byAttributes(by))}${words}</${name}>`
}

/** Whether white space in the words would be lost without `xml:space`. */
export function needsSpace(block: Node): boolean {
  const text = block.textBetween(0, block.content.size, '', (leaf) =>
    isFootnote(leaf) ? '\u0002' : '\u0001',
  )
  return TELLING_SPACE.test(text)
}

/** A break is U+0001 here. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it stands for a break.
const TELLING_SPACE = /^ | $| {2}|[\t\r\n]|\u0001 /

function linkOf(context: WriteContext, reference: Reference, within: string): Link | undefined {
  if (within === '') return undefined
  const hrefs = reference.targets.flatMap((target) => context.href(target) ?? [])
  if (hrefs.length === 0 || hrefs.length < reference.targets.length) return undefined
  return linkOfHrefs(hrefs, reference.text)
}

function wordsIn(
  context: WriteContext,
  content: Fragment,
  { from, to, within }: { readonly from: number; readonly to: number; readonly within: string },
): string {
  let xml = ''
  content.nodesBetween(from, to, (node, position) => {
    if (position + node.nodeSize <= from || position >= to) return false
    const words = node.isText
      ? wordsXml((node.text ?? '').slice(Math.max(0, from - position), to - position))
      : leafXml(context, node, within)
    xml += node.marks.reduceRight((inner, mark) => marked(context, mark, inner), words)
    return false
  })
  return xml
}

const ELEMENTS: Readonly<Record<string, string>> = {
  strong: 'b',
  emphasis: 'i',
  underline: 'u',
  superscript: 'sup',
  subscript: 'sub',
}

function marked(context: WriteContext, mark: Mark, inner: string): string {
  const local = ELEMENTS[mark.type.name]
  if (local === undefined) return inner
  const name = context.name(local)
  return `<${name}>${inner}</${name}>`
}

function leafXml(context: WriteContext, leaf: Node, within: string): string {
  if (!isFootnote(leaf)) return emptyTag(context.name('br'))
  const { marker, text } = footnoteOf(leaf)
  const [note, p] = [context.name('authorialNote'), context.name('p')]
  const space = { 'xml:space': TELLING_SPACE.test(text) ? 'preserve' : null }
  const attributes = { eId: context.innerEid(within, 'authorialNote'), marker, placement: 'bottom' }
  return `${startTag(note, attributes)}${startTag(p, space)}${wordsXml(text)}</${p}></${note}>`
}
