import type { IncomingReference } from '#shared/bridge/contract.ts'
import { type UnitId, unitId } from '#shared/schema/act.ts'
import { DOUBTFUL, type ShownReference, type ShownStatus } from './shown.ts'

/** References by the unit that holds them and by the unit that they name: asked once, read at each caret move. */
export interface ReferenceIndex {
  readonly all: readonly ShownReference[]
  readonly from: ReadonlyMap<UnitId, readonly ShownReference[]>
  readonly to: ReadonlyMap<UnitId, readonly ShownReference[]>
}

export const NO_REFERENCES: ReferenceIndex = { all: [], from: new Map(), to: new Map() }

export function indexReferences(references: readonly ShownReference[]): ReferenceIndex {
  const from = new Map<UnitId, ShownReference[]>()
  const to = new Map<UnitId, ShownReference[]>()
  for (const reference of references) {
    push(from, reference.from, reference)
    const own = reference.targets.flatMap(({ act, unit }) => (act === null && unit ? [unit] : []))
    for (const unit of new Set(own)) push(to, unit, reference)
  }
  return { all: references, from, to }
}

/** Where a press leads: a unit of this act, or another document. */
export interface Jump {
  readonly document: string | null
  readonly unit: UnitId | null
}

/** A reference as the panel shows it. */
export interface ReferenceRow {
  readonly key: string
  readonly words: string
  readonly status: ShownStatus
  /** What is cited or who cites, in words. */
  readonly place: string
  readonly jump: Jump | undefined
  /** Where it stands, to be ignored there; `document` is null for the open one. */
  readonly at: { readonly document: string | null; readonly unit: string; readonly text: string }
  /** The reference in the text of the open draft. */
  readonly here: ShownReference | undefined
}

/** References into or out of one act. */
export interface ReferenceGroup {
  /** `null`: the open document. */
  readonly document: string | null
  readonly title: string
  readonly rows: readonly ReferenceRow[]
}

export interface ReferencesView {
  readonly outgoing: readonly ReferenceGroup[]
  readonly incoming: readonly ReferenceGroup[]
}

/** `doubtful`: those that ask for a look. */
export type ReferenceFilter = 'all' | 'doubtful' | ShownStatus

export const REFERENCE_FILTERS: readonly ReferenceFilter[] = [
  'all',
  'doubtful',
  'check',
  'valid',
  'broken',
  'repealed',
  'ambiguous',
  'external',
  'ignored',
]

export interface ReferencesQuestion {
  readonly index: ReferenceIndex
  readonly elsewhere: readonly IncomingReference[]
  /** The unit at the caret and those in it, since an article's references stand in its paragraphs; `null`: the whole act. */
  readonly within: readonly UnitId[] | null
  readonly placeOf: (unit: UnitId) => string
  readonly titleOf: (document: string) => string | undefined
}

/** What the unit at the caret or the act cites, and who cites it, by act. */
export function referencesView(question: ReferencesQuestion): ReferencesView {
  const { index, elsewhere, within, placeOf, titleOf } = question
  const outgoing = within ? within.flatMap((unit) => index.from.get(unit) ?? []) : index.all
  const inside = new Set<string>(within ?? [])
  const here = within
    ? [...new Set(within.flatMap((unit) => index.to.get(unit) ?? []))]
    : [...new Set([...index.to.values()].flat())]
  const into = elsewhere.filter(
    ({ toUnit }) => within === null || (toUnit !== null && inside.has(toUnit)),
  )
  return {
    outgoing: grouped(outgoing.map((one) => outgoingRow(one, titleOf))),
    incoming: grouped([
      ...here.map((one) => ownIncomingRow(one, placeOf)),
      ...onePerPlace(into).map(incomingRow),
    ]),
  }
}

/** The groups with the rows of one filter; empty ones are left out. */
export function filtered(
  groups: readonly ReferenceGroup[],
  filter: ReferenceFilter,
): readonly ReferenceGroup[] {
  return groups
    .map((group) => ({ ...group, rows: group.rows.filter(({ status }) => passes(filter, status)) }))
    .filter(({ rows }) => rows.length > 0)
}

/** How many references of each filter there are. */
export function referenceCounts(
  groups: readonly ReferenceGroup[],
): Readonly<Record<ReferenceFilter, number>> {
  const rows = groups.flatMap((group) => group.rows)
  const entries = REFERENCE_FILTERS.map((filter) => [
    filter,
    rows.filter(({ status }) => passes(filter, status)).length,
  ])
  return Object.fromEntries(entries)
}

/** The next reference that asks for a look, from a place in the text, around the end to the beginning. */
export function nextDoubtful(
  references: readonly ShownReference[],
  from: number,
  positionOf: (reference: ShownReference) => number | undefined,
  direction: 'next' | 'previous',
): ShownReference | undefined {
  const placed = references
    .filter(({ status }) => DOUBTFUL.has(status))
    .flatMap((reference) => {
      const position = positionOf(reference)
      return position === undefined ? [] : [{ reference, position }]
    })
    .sort((a, b) => a.position - b.position)
  const found =
    direction === 'next'
      ? (placed.find(({ position }) => position > from) ?? placed[0])
      : (placed.findLast(({ position }) => position < from) ?? placed.at(-1))
  return found?.reference
}

function passes(filter: ReferenceFilter, status: ShownStatus): boolean {
  return filter === 'all' || filter === status || (filter === 'doubtful' && DOUBTFUL.has(status))
}

interface PlacedRow {
  readonly document: string | null
  readonly title: string
  readonly row: ReferenceRow
}

/** By document, the open one first, the others in the order of their coming. */
function grouped(rows: readonly PlacedRow[]): readonly ReferenceGroup[] {
  const groups = new Map<string, PlacedRow[]>()
  for (const one of rows) push(groups, one.document ?? one.title, one)
  const found = [...groups.values()].flatMap((group): readonly ReferenceGroup[] => {
    const [first] = group
    return first
      ? [{ document: first.document, title: first.title, rows: group.map(({ row }) => row) }]
      : []
  })
  const isOwn = ({ title }: ReferenceGroup) => title === ''
  return [...found.filter(isOwn), ...found.filter((group) => !isOwn(group))]
}

function outgoingRow(reference: ShownReference, titleOf: ReferencesQuestion['titleOf']): PlacedRow {
  const { targets, status, from, text } = reference
  const target = targets.find(({ unit }) => unit !== null) ?? targets[0]
  const document = target?.act ?? null
  // Of an act that is not at hand, `act` is its name in the text: there is nowhere to go.
  const title = document === null ? '' : (titleOf(document) ?? document)
  const isAtHand = document === null || titleOf(document) !== undefined
  const leads = target && isAtHand && (target.unit !== null || document !== null)
  return {
    document: isAtHand ? document : null,
    title,
    row: {
      key: keyOf(reference),
      words: text,
      status,
      place: targets.map(({ label }) => label).join('; '),
      jump: leads ? { document, unit: target.unit } : undefined,
      at: { document: null, unit: from, text },
      here: reference,
    },
  }
}

function ownIncomingRow(
  reference: ShownReference,
  placeOf: ReferencesQuestion['placeOf'],
): PlacedRow {
  const { text, status, from } = reference
  return {
    document: null,
    title: '',
    row: {
      key: keyOf(reference),
      words: text,
      status,
      place: placeOf(from),
      jump: { document: null, unit: from },
      at: { document: null, unit: from, text },
      here: reference,
    },
  }
}

function incomingRow(reference: IncomingReference): PlacedRow {
  const { document, title, unit, block, from, sentence, place, status, ignored, text } = reference
  return {
    document,
    title,
    row: {
      key: `${document} ${unit} ${block} ${from}`,
      words: sentence,
      status: ignored ? 'ignored' : status,
      place,
      jump: { document, unit: unitId(unit) },
      at: { document, unit, text },
      here: undefined,
    },
  }
}

/** A citation that names several units of the act is one row. */
function onePerPlace(references: readonly IncomingReference[]): readonly IncomingReference[] {
  const byPlace = new Map<string, IncomingReference>()
  for (const one of references)
    byPlace.set(`${one.document} ${one.unit} ${one.block} ${one.from}`, one)
  return [...byPlace.values()]
}

function keyOf({ from, block, range }: ShownReference): string {
  return `${from} ${block} ${range.start}`
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
