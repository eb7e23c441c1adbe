import type { Output, TouchedReference } from '#shared/bridge/contract.ts'
import { referencesIn } from '#shared/citation/references.ts'
import type { Rewrite } from '#shared/citation/rewrite-value.ts'
import {
  type Act,
  type Unit,
  type UnitId,
  unitAttrs,
  unitId,
  walkUnits,
} from '#shared/schema/act.ts'
import type { CitationCheck } from '#shared/schema/citation-check.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import type { Following } from '../editor/binding/session.ts'
import type { ReferenceIndex } from '../panels/references/model.ts'
import type { ShownReference, ShownStatus } from '../panels/references/shown.ts'

/** A reference of the open draft that edits would touch, and what becomes of it. */
export interface TouchedHere {
  readonly reference: ShownReference
  /** `elsewhere`: its words would lead to another unit than now. */
  readonly outcome: ShownStatus | 'elsewhere'
}

/** What follows from edits: in this draft, and in others. */
export interface Follows {
  /** How citations of this draft follow, or what a drafter must decide. */
  readonly rewrites: readonly Rewrite[]
  readonly drafts: Output<'impactOf'>['rewrites']
}

/** What edits would touch. */
export interface Impact extends Follows {
  readonly here: readonly TouchedHere[]
  readonly elsewhere: readonly TouchedReference[]
}

export const NO_IMPACT: Impact = { here: [], elsewhere: [], rewrites: [], drafts: [] }

/** Edits that would touch references: they wait until the drafter has seen which. */
export interface Planned extends Impact {
  readonly edits: readonly UnitEdit[]
  readonly caret: UnitId | undefined
  readonly write: WriteEdits | undefined
}

/** Does edits another way than one by one, then those that follow; false: they could not be done. */
export type WriteEdits = (following: Following) => boolean

export interface CarryOptions {
  /** Where the caret goes. */
  readonly caret?: UnitId | undefined
  /** Documents whose words stay: what would be rewritten there is to be checked. */
  readonly leave?: ReadonlySet<string>
  readonly write?: WriteEdits | undefined
}

/** How many references an edit touches: a citation that is rewritten counts once. */
export function touchedCount({ here, elsewhere, rewrites, drafts }: Impact): number {
  const own = rewrites.filter((rewrite) => !here.some((one) => isOf(rewrite, one)))
  const others = drafts.flatMap(({ document, plan }) =>
    plan.filter((rewrite) => !elsewhere.some((one) => isOfOther(document, rewrite, one))),
  )
  return here.length + elsewhere.length + own.length + others.length
}

/** Whether a rewrite is of a touched reference. */
export function isOf(rewrite: Rewrite, { reference }: TouchedHere): boolean {
  return rewrite.from === reference.from && rewrite.citation === reference.text
}

/** {@link isOf} in another document. */
export function isOfOther(
  document: string,
  rewrite: Follows['drafts'][number]['plan'][number],
  touched: TouchedReference,
): boolean {
  const { from, block, range } = rewrite
  const isThere = touched.document === document && touched.unit === from && touched.block === block
  return isThere && range.start < touched.to && touched.from < range.end
}

/** The words proposed for a reference that is to be checked, as a rewrite; undefined: none were found. */
export function acceptedRewrite(
  reference: ShownReference,
  check: CitationCheck,
): Rewrite | undefined {
  const { from, block, range, text } = reference
  const { words, proposal, reason } = check
  if (proposal === null) return undefined
  return {
    from,
    block,
    // Words that go along stand before the citation.
    range: { start: range.end - words.length, end: range.end },
    oldWords: words,
    citation: text,
    newWords: proposal,
    kind: 'rewrite',
    reason,
    targets: check.targets.map(unitId),
  }
}

/** The units that edits concern, with all units in them. */
export function unitsConcerned(act: Act, edits: readonly UnitEdit[]): ReadonlySet<UnitId> {
  const named = new Set(edits.flatMap((edit) => (edit.kind === 'insert' ? [] : [edit.unit])))
  const concerned = new Set<UnitId>()
  walkUnits(act, (unit, parents) => {
    if ([...parents, unit].some((one) => named.has(unitAttrs(one).id)))
      concerned.add(unitAttrs(unit).id)
  })
  return concerned
}

/** What edits would do to references of the act into the units that they concern. */
export function touchedHere(
  index: ReferenceIndex,
  concerned: ReadonlySet<UnitId>,
  after: Act,
): readonly TouchedHere[] {
  const citing = new Set([...concerned].flatMap((unit) => index.to.get(unit) ?? []))
  if (citing.size === 0) return []
  const units = placedUnits(after)
  return [...citing].flatMap((reference): readonly TouchedHere[] => {
    const placed = units.get(reference.from)
    if (!placed || reference.status === 'ignored') return []
    const { block, range } = reference
    const then = referencesIn(after, placed).find(
      (one) => one.block === block && one.range.start === range.start,
    )
    if (!then) return [{ reference, outcome: 'broken' }]
    const isSame = namesOf(then) === namesOf(reference)
    if (isSame && then.status === reference.status) return []
    return [{ reference, outcome: then.status === 'valid' ? 'elsewhere' : then.status }]
  })
}

function namesOf({ targets }: Pick<ShownReference, 'targets'>): string {
  return targets.map(({ unit }) => unit).join(' ')
}

function placedUnits(act: Act): ReadonlyMap<UnitId, { unit: Unit; parents: readonly Unit[] }> {
  const units = new Map<UnitId, { unit: Unit; parents: readonly Unit[] }>()
  walkUnits(act, (unit, parents) => {
    units.set(unitId(String(unit.attrs['id'])), { unit, parents: [...parents] })
  })
  return units
}
