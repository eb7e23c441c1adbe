import type { Output } from '#shared/bridge/contract.ts'
import type { Reference, ReferenceStatus } from '#shared/citation/reference.ts'
import type { UnitId } from '#shared/schema/act.ts'

export type IncomingFromElsewhere = Output<'referencesInto'>[number]

/** A reference as the panel shows it. */
export interface ReferenceRow {
  readonly key: string
  readonly words: string
  readonly status: ReferenceStatus
  /** What is cited or who cites, in words. */
  readonly place: string
  /** Where a press leads: a unit of this act, or another document. */
  readonly jump: { readonly document: string | null; readonly unit: UnitId | null } | undefined
}

export interface ReferencesView {
  readonly outgoing: readonly ReferenceRow[]
  readonly incoming: readonly ReferenceRow[]
}

/** References by the unit that holds them and by the unit that they name: asked once, read at each caret move. */
export interface ReferenceIndex {
  readonly all: readonly Reference[]
  readonly from: ReadonlyMap<UnitId, readonly Reference[]>
  readonly to: ReadonlyMap<UnitId, readonly Reference[]>
}

export const NO_REFERENCES: ReferenceIndex = { all: [], from: new Map(), to: new Map() }

export function indexReferences(references: readonly Reference[]): ReferenceIndex {
  const from = new Map<UnitId, Reference[]>()
  const to = new Map<UnitId, Reference[]>()
  for (const reference of references) {
    push(from, reference.from, reference)
    for (const { act, unit } of reference.targets) {
      if (act === null && unit !== null) push(to, unit, reference)
    }
  }
  return { all: references, from, to }
}

/**
 * What the unit at the caret cites, and who cites it. `within`: the unit and those in it, since an
 * article's references stand in its paragraphs; `placeOf` names a unit in words.
 */
export function referencesView(
  index: ReferenceIndex,
  elsewhere: readonly IncomingFromElsewhere[],
  within: readonly UnitId[],
  placeOf: (unit: UnitId) => string,
): ReferencesView {
  const outgoing = within.flatMap((unit) => index.from.get(unit) ?? []).map(outgoingRow)
  const here = within.flatMap((unit) => index.to.get(unit) ?? [])
  const inside = new Set<string>(within)
  const incoming = [
    ...[...new Set(here)].map(
      (reference): ReferenceRow => ({
        key: keyOf(reference),
        words: reference.text,
        status: reference.status,
        place: placeOf(reference.from),
        jump: { document: null, unit: reference.from },
      }),
    ),
    ...elsewhere
      .filter(({ toUnit }) => toUnit !== null && inside.has(toUnit))
      .map(
        (reference, at): ReferenceRow => ({
          key: `${reference.document} ${reference.unit} ${at}`,
          words: reference.sentence,
          status: 'valid',
          place: `${reference.title}, ${reference.place}`,
          jump: { document: reference.document, unit: null },
        }),
      ),
  ]
  return { outgoing, incoming }
}

function outgoingRow(reference: Reference): ReferenceRow {
  const target = reference.targets.find(({ unit }) => unit !== null) ?? reference.targets[0]
  return {
    key: keyOf(reference),
    words: reference.text,
    status: reference.status,
    place: reference.targets.map(({ label }) => label).join('; '),
    jump:
      // Of an act that is not at hand, `act` is its name in the text: there is nowhere to go.
      target && reference.status !== 'external' && (target.unit !== null || target.act !== null)
        ? { document: target.act, unit: target.unit }
        : undefined,
  }
}

function keyOf({ from, block, range }: Reference): string {
  return `${from} ${block} ${range.start}`
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
