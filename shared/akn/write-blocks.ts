import type { Node } from 'prosemirror-model'
import type { Reference } from '../citation/reference.ts'
import { schema } from '../schema/schema.ts'
import { sourceOf } from '../schema/source.ts'
import { READ_WITH_PREVIOUS } from './holes.ts'
import { keptBlocks, wellPlaced } from './keep.ts'
import { emptyTag, startTag, startTagOf, tagOf, withAttributes, wordsXml } from './markup.ts'
import { localName } from './names.ts'
import { markOfSegment } from './redline/marking.ts'
import type { WriteContext } from './write-context.ts'
import { inlineXml, needsSpace } from './write-inline.ts'

/** Blocks of one unit on the way to markup. */
export interface BlocksOf {
  readonly blocks: readonly Node[]
  /** The eId of their unit, from which those of inner elements are made. */
  readonly within: string
  /** Those of the unit; absent where blocks are not the unit's own. */
  readonly references?: readonly Reference[]
}

/** The markup of blocks, each stretch that was read as one in one string. */
export function blockMarkups(context: WriteContext, of: BlocksOf): readonly string[] {
  const { blocks } = of
  const markups: string[] = []
  for (let i = 0; i < blocks.length; ) {
    const command = context.modifications?.markup(context, blocks.slice(i), of.within)
    if (command) {
      markups.push(command.markup)
      i += command.count
      continue
    }
    const kept = keptBlocks(context, blocks.slice(i))
    if (kept) {
      context.keepsForeign = true
      markups.push(context.claimed(kept.markup))
      i += kept.count
      continue
    }
    const block = blocks[i]
    const made = block ? newBlock(context, block, of, i) : ''
    const joins = block && sourceOf(block) === READ_WITH_PREVIOUS && markups.length > 0
    if (joins) markups[markups.length - 1] += made
    else markups.push(made)
    i++
  }
  return markups
}

/** The heading of a unit as an element of that name. */
export function headingMarkup(
  context: WriteContext,
  heading: Node,
  local: string,
  { within, references = [] }: Pick<BlocksOf, 'within' | 'references'>,
): string {
  const kept = keptBlocks(context, [heading])
  const isHeading = kept && localName(startTagOf(kept.markup).name) === local
  if (isHeading) {
    context.keepsForeign = true
    return context.claimed(kept.markup)
  }
  const own = references.filter(({ block }) => block === -1)
  const told = context.modifications?.words(context, heading, within)
  const inner = told ?? inlineXml(context, heading, own, within)
  if (local === 'heading' || local === 'p') return wordsElement(context, local, heading, inner)
  const [p, title] = [context.name('p'), context.name('docTitle')]
  const titled = `<${title}>${inner}</${title}>`
  return wordsElement(
    context,
    local,
    heading,
    local === 'longTitle' ? `<${p}>${titled}</${p}>` : titled,
  )
}

function newBlock(context: WriteContext, block: Node, of: BlocksOf, index: number): string {
  switch (block.type) {
    case schema.nodes.table:
      return tableXml(context, block, of)
    case schema.nodes.unknown: {
      const as = context.isOurs ? { 'bapta:as': 'unknown' } : { class: 'unknown' }
      const attributes = { ...as, 'xml:space': 'preserve', ...marksOf(context, block) }
      const p = context.name('p')
      return `${startTag(p, attributes)}${unknownXml(context, block)}</${p}>`
    }
    default: {
      const references = (of.references ?? []).filter((one) => one.block === index)
      const told = context.modifications?.words(context, block, of.within)
      const inner = told ?? inlineXml(context, block, references, of.within)
      if (block.type !== schema.nodes.note) return wordsElement(context, 'p', block, inner)
      const remark = context.name('remark')
      return wordsElement(context, 'p', block, `<${remark} status="editorial">${inner}</${remark}>`)
    }
  }
}

/** Content that is none of ours, as words. */
function unknownXml(context: WriteContext, block: Node): string {
  const words = wordsXml(String(block.attrs['source']))
  const [segment] = context.marking?.segmentsOf(block)?.segments ?? []
  const mark = segment && markOfSegment(segment)
  return mark ? `<${context.name(mark)}>${words}</${context.name(mark)}>` : words
}

/** What a node says of being in one text of a redline alone. */
function marksOf(context: WriteContext, node: Node): Readonly<Record<string, string | null>> {
  return context.marking?.attributesOf(node) ?? {}
}

/** An element of words; where it was another's, its start tag and with it its id stay. */
function wordsElement(context: WriteContext, local: string, block: Node, inner: string): string {
  const name = context.name(local)
  const texts = context.marking?.segmentsOf(block)?.texts ?? [block]
  const space = texts.some(needsSpace) ? 'preserve' : null
  const old = sourceOf(block) ?? ''
  const { name: oldName, attributes } = startTagOf(old)
  const oldTag = tagOf(old).replace(/\s*\/?>$/, '')
  const isSound = oldName === name && wellPlaced(context, `${oldTag}/>`) !== undefined
  if (context.frame !== null && isSound) {
    const tag = withAttributes(context.claimed(`${oldTag}>`), {
      'xml:space': space ?? attributes['xml:space'],
    })
    return `${tag}${inner}</${name}>`
  }
  const tag = startTag(name, { 'xml:space': space, ...marksOf(context, block) })
  return `${tag}${inner}</${name}>`
}

function tableXml(context: WriteContext, table: Node, of: BlocksOf): string {
  const marks = marksOf(context, table)
  if (table.childCount === 0) return emptyTag(context.name('p'), { 'bapta:as': 'table', ...marks })
  const eId = of.within === '' ? null : context.innerEid(of.within, 'table')
  const rows = table.children.map((row) => rowXml(context, row, of))
  const name = context.name('table')
  return `${startTag(name, { eId, ...marks })}${rows.join('')}</${name}>`
}

function rowXml(context: WriteContext, row: Node, { within }: BlocksOf): string {
  const name = context.name('tr')
  const absent = emptyTag(context.name('td'), { 'bapta:absent': 'true' })
  const cells = row.children.map((cell) => cellXml(context, cell, within))
  const tag = startTag(name, marksOf(context, row))
  return `${tag}${cells.length === 0 ? absent : cells.join('')}</${name}>`
}

function cellXml(context: WriteContext, cell: Node, within: string): string {
  const name = context.name(cell.type === schema.nodes.tableHeader ? 'th' : 'td')
  const { colspan, rowspan, colwidth } = cell.attrs
  const attributes = {
    colspan: colspan === 1 ? null : String(colspan),
    rowspan: rowspan === 1 ? null : String(rowspan),
    'bapta:colwidth': Array.isArray(colwidth) ? colwidth.join(' ') : null,
  }
  const blocks = blockMarkups(context, { blocks: cell.children, within })
  return `${startTag(name, attributes)}${blocks.join('')}</${name}>`
}
