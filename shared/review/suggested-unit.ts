import * as Y from 'yjs'
import { textHash } from '../base/text-hash.ts'
import {
  bodyOf,
  headingOf,
  makeUnit,
  type Unit,
  type UnitId,
  unitAttrs,
  unitId,
  unitsOf,
} from '../schema/act.ts'
import { isUnitKind, type UnitKind } from '../schema/kind.ts'
import { SCHEMA_VERSION } from '../schema/schema.ts'
import { ordersFor } from '../sync/order.ts'
import { unitWords } from '../sync/project.ts'
import { newUnitMap, SEED_FORM } from '../sync/seed.ts'
import { digest, type Tombstone, unitMaps } from '../sync/shape.ts'
import {
  blockOfSuggested,
  decodeBlock,
  isPlain,
  LONGEST_WORDS,
  plain,
  type SuggestedBlock,
  suggestedBlock,
} from './suggested-block.ts'

/** A new unit that somebody suggests, as a plain value; its id is the one it has once it is accepted. */
export interface SuggestedUnit {
  readonly id: UnitId
  readonly kind: UnitKind
  readonly label: string | null
  /** Null: a unit without a heading. */
  readonly heading: string | null
  readonly paragraphs: readonly SuggestedBlock[]
  readonly units: readonly SuggestedUnit[]
}

/** A chapter of a code with its articles and their points has a few hundred units; a code is a draft of its own. */
const MOST_UNITS = 500
/** UTF-16 units: the numbers of codes have a dozen. */
const LONGEST = { id: 128, label: 64 } as const
/** UTF-16 units: numbers of a path of {@link DEEPEST} units, words of kinds included. */
export const LONGEST_NAME = 1000
/** Part, section, chapter, paragraph, article, point, subpoint, indent, and one to spare. */
const DEEPEST = 9

/** A suggested unit as somebody wrote it; undefined: it is of another form, or longer than any law. */
export function decodeSuggestedUnit(value: unknown): SuggestedUnit | undefined {
  const ids = new Set<string>()
  return decodeUnit(value, ids, 1)
}

function decodeUnit(value: unknown, ids: Set<string>, depth: number): SuggestedUnit | undefined {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return undefined
  const { id, kind, label, heading, paragraphs, units } = value as Record<string, unknown>
  if (!isId(id) || ids.has(id) || ids.size >= MOST_UNITS || !isUnitKind(kind)) return undefined
  ids.add(id)
  if (label !== null && (!isPlain(label, LONGEST.label) || label === '')) return undefined
  if (heading !== null && !isPlain(heading, LONGEST_WORDS)) return undefined
  if (!Array.isArray(paragraphs) || !Array.isArray(units)) return undefined
  if (paragraphs.length > MOST_UNITS) return undefined
  const blocks = paragraphs.flatMap((block) => decodeBlock(block) ?? [])
  const inside = units.flatMap((unit) => decodeUnit(unit, ids, depth + 1) ?? [])
  if (blocks.length !== paragraphs.length || inside.length !== units.length) return undefined
  return { id: unitId(id), kind, label, heading, paragraphs: blocks, units: inside }
}

export function isId(value: unknown): value is string {
  return isPlain(value, LONGEST.id) && value !== ''
}

/** A unit of an act as a suggestion holds it: its words, and the blocks and notes that are more. */
export function suggestedUnit(unit: Unit): SuggestedUnit {
  const { id, kind, label } = unitAttrs(unit)
  const heading = headingOf(unit)
  return {
    id,
    kind,
    label,
    heading: heading ? plain(heading.textContent) : null,
    paragraphs: bodyOf(unit).map(suggestedBlock),
    units: unitsOf(unit).map(suggestedUnit),
  }
}

/** A suggested unit as it will stand in the act. */
export function unitOfSuggested(suggested: SuggestedUnit): Unit {
  const { id, kind, label, heading, paragraphs, units } = suggested
  return makeUnit(
    { id, kind, label, state: 'draft' },
    {
      heading: heading ?? undefined,
      body: paragraphs.map(blockOfSuggested),
      units: units.map(unitOfSuggested),
    },
  )
}

/** The unit and those in it, itself first. */
export function suggestedIds({ id, units }: SuggestedUnit): readonly [UnitId, ...UnitId[]] {
  return [id, ...units.flatMap(suggestedIds)]
}

/** A unit held back: as one that is gone, so that what shows it is one value and undo hides it again. */
export interface HeldUnit {
  readonly client: number
  readonly update: Uint8Array
}

/**
 * A suggested unit as an update of any text part, in which nobody has it. The same unit gives the same
 * bytes under the same Yjs client, so that two who write it apart write one unit, and no value can
 * hold back more than it shows.
 */
export function heldUnit(suggested: SuggestedUnit): HeldUnit {
  const words = digestsOf(suggested)
  const doc = new Y.Doc()
  doc.clientID = clientOf(suggested)
  const root = suggested.id
  doc.transact(() => {
    hold([unitOfSuggested(suggested)], null, (id, parent): Tombstone => {
      return { root, words: words.get(id) ?? '', parent }
    })
  })
  const update = Y.encodeStateAsUpdate(doc)
  const { clientID } = doc
  doc.destroy()
  return { client: clientID, update }

  function hold(
    units: readonly Unit[],
    parent: UnitId | null,
    gone: (id: UnitId, parent: UnitId | null) => Tombstone,
  ): void {
    const ranked = units.map((unit) => ({ id: unitAttrs(unit).id, order: '' }))
    const orders = ordersFor(ranked, new Set())
    for (const unit of units) {
      const { id } = unitAttrs(unit)
      const map = newUnitMap(unit, parent, orders.get(id) ?? '')
      map.set('live', gone(id, parent))
      unitMaps(doc).set(id, map)
      hold(unitsOf(unit), id, gone)
    }
  }
}

/** The digest of each unit's own words, as a tombstone tells it. */
function digestsOf(suggested: SuggestedUnit): ReadonlyMap<string, string> {
  const doc = new Y.Doc()
  const add = (unit: Unit) => {
    unitMaps(doc).set(unitAttrs(unit).id, newUnitMap(unit, null, ''))
    for (const inner of unitsOf(unit)) add(inner)
  }
  doc.transact(() => add(unitOfSuggested(suggested)))
  const digests = new Map(
    [...unitMaps(doc)].map(([id, map]) => [id, digest(unitWords(map))] as const),
  )
  doc.destroy()
  return digests
}

/**
 * A Yjs client made from the unit. Those of replicas are numbers of 32 bits; these are from 2^52 on, so
 * that no value can be made to write under the client of somebody who drafts.
 */
function clientOf(suggested: SuggestedUnit): number {
  const hash = textHash(`${SEED_FORM}/${SCHEMA_VERSION}/${JSON.stringify(suggested)}`)
  return 2 ** 52 + Number.parseInt(hash.slice(0, 13), 16)
}
