import type { Node } from 'prosemirror-model'
import { type Unit, unitAttrs } from '../schema/act.ts'
import { schema } from '../schema/schema.ts'
import { saysTheSame, sourceOf } from '../schema/source.ts'
import { type Element, elementsIn, lineOf } from './element.ts'
import { factsOf, mayBeOf, type UnitMarkup } from './facts.ts'
import { READ_WITH_PREVIOUS } from './holes.ts'
import type { Kept, KeptFrame } from './kept.ts'
import { foreignPrefixes, parseFragment } from './markup.ts'
import { localName, prefixOf, type Slot, slotOfElement } from './names.ts'
import { readBlocks } from './read-blocks.ts'
import { scanFrame } from './scan-frame.ts'
import type { WriteContext } from './write-context.ts'

/** The markup of the first of these blocks, if reading it gives that block and those behind it. */
export function keptBlocks(context: WriteContext, blocks: readonly Node[]): Kept | undefined {
  const [first] = blocks
  if (!first || context.frame === null) return undefined
  const markup = markupOf(first)
  if (markup === null || markup === READ_WITH_PREVIOUS) return undefined
  if (isPlainly(context, first, markup)) return { markup, count: 1 }
  const read = readAgain(context, markup) ?? []
  const isAsRead = read.length > 0 && read.every((again, i) => isSame(blocks[i], again, i))
  return isAsRead ? { markup, count: read.length } : undefined
}

function isSame(block: Node | undefined, again: Node, index: number): boolean {
  if (!block) return false
  if (block.type === schema.nodes.unknown) return again.type === block.type
  if (index > 0 && sourceOf(block) !== READ_WITH_PREVIOUS) return false
  if (block.type === schema.nodes.heading) return again.content.eq(block.content)
  return saysTheSame(block, again)
}

/** Whether the markup is an element of nothing but the block's own words: no parser is needed to tell. */
function isPlainly({ prefix }: WriteContext, block: Node, markup: string): boolean {
  if (block.type !== schema.nodes.paragraph && block.type !== schema.nodes.heading) return false
  const [, start, attributes = '', words = '', end] = PLAIN.exec(markup) ?? []
  if (start !== end || start === undefined || !start.startsWith(prefix)) return false
  if (!PLAIN_ELEMENTS.has(start.slice(prefix.length)) || attributes.includes(':')) return false
  const only = block.childCount === 1 ? block.firstChild : null
  return only?.text === words.replaceAll(/[ \t\r\n]+/g, ' ').trim() && only.marks.length === 0
}

const PLAIN =
  /^<([\w:]+)((?:\s+[\w.-]+\s*=\s*(?:"[^"<&]*"|'[^'<&]*'))*)\s*>([^<>&\r]*)<\/([\w:]+)\s*>$/

const PLAIN_ELEMENTS: ReadonlySet<string> = new Set(['p', 'heading', 'subheading', 'block'])

function markupOf(block: Node): string | null {
  if (block.type !== schema.nodes.unknown) return sourceOf(block)
  return String(block.attrs['source'])
}

function readAgain(context: WriteContext, markup: string): readonly Node[] | undefined {
  const fragment = wellPlaced(context, markup)
  if (!fragment) return undefined
  const { notes } = context
  return readBlocks(fragment, { source: markup, own: false, notes })
}

/** The fragment, if its prefixes are declared where it is to stand. */
export function wellPlaced(context: WriteContext, markup: string): Element | undefined {
  const fragment = parseFragment(markup)
  if (!fragment || foreignPrefixes(fragment, context.declared)) return undefined
  const first = elementsIn(fragment)[0]
  if (
    first &&
    prefixOf(first.name) !== context.prefix &&
    !context.declared.has(prefixOf(first.name).slice(0, -1))
  ) {
    return undefined
  }
  return fragment
}

export function keptFrame(context: WriteContext, unit: Unit): KeptFrame | undefined {
  const known = context.frames.get(unit)
  if (known !== undefined) return known ?? undefined
  const kept = readFrame(context, unit)
  context.frames.set(unit, kept ?? null)
  return kept
}

function readFrame(context: WriteContext, unit: Unit): KeptFrame | undefined {
  const frame = sourceOf(unit)
  if (frame === null || context.frame === null) return undefined
  const { kind, label, num, state } = unitAttrs(unit)
  if (frame.startsWith('<?bapta block?>')) {
    const isRun = kind === 'alinea' && label === null && num === null && state === 'inForce'
    return isRun ? { frame, markup: undefined, isExact: true } : undefined
  }
  const markup = markupOfFrame(context, frame)
  if (!markup || !mayBeOf(kind, markup)) return undefined
  const own = { ...markup, attributes: { ...markup.attributes, 'bapta:kind': kind } }
  const facts = factsOf(own, context.profile)
  const isExact = facts.label === label && facts.num === num && facts.state === state
  return { frame, markup, isExact }
}

function markupOfFrame(context: WriteContext, frame: string): UnitMarkup | undefined {
  const scanned = scanFrame(frame)
  if (scanned && prefixOf(scanned.name) === context.prefix) {
    const { name, attributes, num } = scanned
    return { local: localName(name), attributes, num, around: undefined }
  }
  const fragment = wellPlaced(context, frame)
  const element = fragment && elementsIn(fragment)[0]
  if (!element || fragment.children.length !== 1) return undefined
  const { local, attributes } = element
  const number = elementsIn(element).find((child) => child.local === 'num')
  return { local, attributes, num: number && lineOf(number), around: undefined }
}

/** The sort of place in which a kept frame may stand. */
export function slotOfFrame({ markup }: KeptFrame): Slot {
  return markup ? slotOfElement(markup.local) : 'run'
}
