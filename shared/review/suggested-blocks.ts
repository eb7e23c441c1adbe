import { writeVarUint } from 'lib0/encoding'
import * as Y from 'yjs'
import { textHash } from '../base/text-hash.ts'
import { type UnitId, unitId } from '../schema/act.ts'
import { readBlocks, standingElements } from '../sync/body.ts'
import type { Layout } from '../sync/layout.ts'
import { SEED_FORM } from '../sync/seed.ts'
import { bodyFragment, unitMaps } from '../sync/shape.ts'
import { newElement } from '../sync/write-body.ts'
import {
  blockOfSuggested,
  decodeBlock,
  isPlain,
  LONGEST_WORDS,
  type SuggestedBlock,
  suggestedBlock,
} from './suggested-block.ts'
import { writtenLines } from './written-words.ts'

/** New paragraphs, notes and tables in a unit that stands, or one of its own that goes. */
export type BlockProposal =
  | {
      readonly kind: 'addBlocks'
      readonly unit: UnitId
      readonly at: Gap
      readonly blocks: readonly SuggestedBlock[]
      readonly name: string
    }
  | {
      readonly kind: 'dropBlock'
      readonly unit: UnitId
      readonly block: ElementId
      /** What its author saw in it. */
      readonly lines: readonly string[]
      readonly name: string
    }

/** An element of the text of a unit: it is made once and never deleted. */
export type ElementId = Pick<Y.ID, 'client' | 'clock'>

/** A place among the elements of a unit's text, or of a cell in it; null: there was none on that side. */
export interface Gap {
  readonly holder: ElementId | null
  readonly behind: ElementId | null
  readonly before: ElementId | null
}

/** Blocks or lines that one suggestion holds; who writes more writes a unit. */
const MOST_BLOCKS = 500
/** How often a suggestion is accepted and undone until it says that it is done. */
const MOST_TIMES = 100

/** What becomes of a suggestion of blocks: `changed`: other words stand there than its author saw. */
export type BlockOutlook =
  | { readonly kind: 'open'; readonly words: 'as-seen' | 'changed' }
  | { readonly kind: 'unit-gone' | 'place-gone' | 'done' }

export function outlookOfBlocks(
  draft: Y.Doc,
  { parents }: Layout,
  proposal: BlockProposal,
): BlockOutlook {
  const { unit } = proposal
  const body = bodyOf(draft, unit)
  if (!body || !parents.has(unit)) return { kind: 'unit-gone' }
  if (proposal.kind === 'dropBlock') {
    const element = elementIn(body, proposal.block)
    if (!element) return { kind: 'place-gone' }
    if (!isStanding(element)) return { kind: 'done' }
    const isSeen = linesOf(element).join('\n') === proposal.lines.join('\n')
    return { kind: 'open', words: isSeen ? 'as-seen' : 'changed' }
  }
  if (!gapIn(body, proposal.at)) return { kind: 'place-gone' }
  return isBrought(body, proposal) ? { kind: 'done' } : { kind: 'open', words: 'as-seen' }
}

/** The place between two elements that stand in the text of a unit, or at an end of it. */
export function gapBehind(container: Y.XmlFragment, behind: Y.XmlElement | undefined): Gap {
  const all = elementsIn(container)
  const next = all[behind ? all.indexOf(behind) + 1 : 0]
  return {
    holder: container instanceof Y.XmlElement ? elementId(container) : null,
    behind: behind ? elementId(behind) : null,
    before: next ? elementId(next) : null,
  }
}

export function elementId(element: Y.XmlElement): ElementId {
  const { client, clock } = element._item?.id ?? { client: 0, clock: 0 }
  return { client, clock }
}

/** The lines of a block as somebody could have typed them. */
export function linesOf(element: Y.XmlElement): readonly string[] {
  const container = element.parent
  if (!(container instanceof Y.XmlFragment)) return []
  const index = standingElements(container).indexOf(element)
  const block = readBlocks(container)[index]
  return block ? writtenLines(suggestedBlock(block)) : []
}

/**
 * New blocks as an update of the text part. It follows from the suggestion alone, as that of a suggested
 * unit does: the elements it stands between are named, and are there for good. One that was accepted and
 * undone is made again, under another client.
 */
export function heldBlocks(
  draft: Y.Doc,
  proposal: Extract<BlockProposal, { kind: 'addBlocks' }>,
): { readonly client: number; readonly update: Uint8Array } {
  const { at, blocks } = proposal
  const [first = 0, ...others] = clientsOf(proposal)
  const isNew = (one: number) => Y.getState(draft.store, one) === 0
  const client = isNew(first) ? first : (others.find(isNew) ?? first)
  const doc = new Y.Doc()
  doc.clientID = client
  const root = doc.getXmlFragment('')
  root.insert(0, blocks.map(blockOfSuggested).map(newElement))
  const { structs } = Y.decodeUpdate(Y.encodeStateAsUpdate(doc))
  const tops = root.toArray().map((element) => element._item?.id.clock)
  const body = bodyOf(draft, proposal.unit)
  const holder = at.holder ?? body?._item?.id ?? null
  for (const struct of structs) {
    if (!(struct instanceof Y.Item) || !tops.includes(struct.id.clock)) continue
    if (struct.id.clock === 0) struct.origin = at.behind && idOf(at.behind)
    struct.rightOrigin = at.before && idOf(at.before)
    struct.parent = struct.origin || struct.rightOrigin || !holder ? null : idOf(holder)
  }
  doc.destroy()
  return { client, update: encoded(client, structs) }
}

/** Where a suggestion is in the text of its unit: the index of the block, in a table by row, cell and block. */
export function pathOfBlocks(draft: Y.Doc, proposal: BlockProposal): readonly number[] | undefined {
  const body = bodyOf(draft, proposal.unit)
  if (!body) return undefined
  if (proposal.kind === 'dropBlock') {
    const element = elementIn(body, proposal.block)
    return element && pathOf(element)
  }
  const found = gapIn(body, proposal.at)
  if (!found) return undefined
  const { container, behind } = found
  const all = container.toArray()
  const last = behind ? all.indexOf(behind) : -1
  const index = standingElements(container).filter((one) => all.indexOf(one) <= last).length
  return container instanceof Y.XmlElement ? [...pathOf(container), index] : [index]
}

/** The element that a suggestion takes away. */
export function elementOf(
  draft: Y.Doc,
  { unit, block }: Extract<BlockProposal, { kind: 'dropBlock' }>,
): Y.XmlElement | undefined {
  const body = bodyOf(draft, unit)
  return body && elementIn(body, block)
}

/** A suggestion of blocks as somebody wrote it. */
export function decodeBlocks(value: Readonly<Record<string, unknown>>): BlockProposal | undefined {
  const { kind, unit, name, blocks, lines } = value
  if (!isPlain(unit, LONGEST_WORDS) || unit === '' || !isPlain(name, LONGEST_WORDS))
    return undefined
  const about = { unit: unitId(unit), name }
  if (kind === 'dropBlock') {
    const block = decodeElement(value['block'])
    const isRead = Array.isArray(lines) && lines.every((line) => isPlain(line, LONGEST_WORDS))
    return block && isRead ? { kind, ...about, block, lines } : undefined
  }
  const at = decodeGap(value['at'])
  if (kind !== 'addBlocks' || !at || !Array.isArray(blocks)) return undefined
  if (blocks.length === 0 || blocks.length > MOST_BLOCKS) return undefined
  const decoded = blocks.flatMap((block) => decodeBlock(block) ?? [])
  return decoded.length === blocks.length ? { kind, ...about, at, blocks: decoded } : undefined
}

function decodeGap(value: unknown): Gap | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { holder, behind, before } = value as Record<string, unknown>
  const ids = [holder, behind, before].map((id) => (id === null ? null : decodeElement(id)))
  const [one, two, three] = ids
  if (one === undefined || two === undefined || three === undefined) return undefined
  return { holder: one, behind: two, before: three }
}

function decodeElement(value: unknown): ElementId | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { client, clock } = value as Record<string, unknown>
  if (!Number.isSafeInteger(client) || !Number.isSafeInteger(clock)) return undefined
  return Number(client) >= 0 && Number(clock) >= 0
    ? { client: Number(client), clock: Number(clock) }
    : undefined
}

function bodyOf(draft: Y.Doc, unit: UnitId): Y.XmlFragment | undefined {
  const map = unitMaps(draft).get(unit)
  return map && bodyFragment(map)
}

function elementsIn(container: Y.XmlFragment): readonly Y.XmlElement[] {
  return container.toArray().filter((child) => child instanceof Y.XmlElement)
}

function elementIn(container: Y.XmlFragment, id: ElementId): Y.XmlElement | undefined {
  for (const element of elementsIn(container)) {
    const found = isSame(elementId(element), id) ? element : elementIn(element, id)
    if (found) return found
  }
  return undefined
}

function isSame(a: ElementId, b: ElementId): boolean {
  return a.client === b.client && a.clock === b.clock
}

function isStanding(element: Y.XmlElement): boolean {
  const { parent } = element
  return parent instanceof Y.XmlFragment && standingElements(parent).includes(element)
}

/** The elements of a gap, if they are one behind the other in one text or cell that stands. */
function gapIn(body: Y.XmlFragment, { holder, behind, before }: Gap) {
  const container = holder ? elementIn(body, holder) : body
  if (!container) return undefined
  const isCell = container instanceof Y.XmlElement
  if (isCell && (container.nodeName !== 'cell' || !isStanding(container))) return undefined
  const children = elementsIn(container)
  const at = (id: ElementId) => children.findIndex((child) => isSame(elementId(child), id))
  const [left, right] = [behind ? at(behind) : -1, before ? at(before) : children.length]
  const isThere = (behind === null || left >= 0) && (before === null || right >= 0)
  return isThere && left < right ? { container, behind: children[left] } : undefined
}

function isBrought(
  body: Y.XmlFragment,
  proposal: Extract<BlockProposal, { kind: 'addBlocks' }>,
): boolean {
  const clients = new Set(clientsOf(proposal))
  const { container } = gapIn(body, proposal.at) ?? {}
  return container
    ? standingElements(container).some((one) => clients.has(elementId(one).client))
    : false
}

function pathOf(element: Y.XmlElement): readonly number[] {
  const { parent } = element
  if (!(parent instanceof Y.XmlFragment)) return []
  const index = standingElements(parent).indexOf(element)
  return parent instanceof Y.XmlElement ? [...pathOf(parent), index] : [index]
}

/** Yjs clients made from a suggestion, one for each time it is accepted; none is a replica's, as those of units. */
function clientsOf(proposal: BlockProposal): readonly number[] {
  const said = textHash(JSON.stringify(proposal))
  return Array.from({ length: MOST_TIMES }, (_, time) => {
    const hash = textHash(`${SEED_FORM}/blocks/${time}/${said}`)
    return 2 ** 52 + Number.parseInt(hash.slice(0, 13), 16)
  })
}

function idOf({ client, clock }: ElementId): Y.ID {
  return Y.createID(client, clock)
}

/** An update of one client's items from its first, and no deletions. */
function encoded(
  client: number,
  structs: ReturnType<typeof Y.decodeUpdate>['structs'],
): Uint8Array {
  const update = new Y.UpdateEncoderV1()
  writeVarUint(update.restEncoder, 1)
  writeVarUint(update.restEncoder, structs.length)
  update.writeClient(client)
  writeVarUint(update.restEncoder, 0)
  for (const struct of structs) struct.write(update, 0)
  writeVarUint(update.restEncoder, 0)
  return update.toUint8Array()
}
