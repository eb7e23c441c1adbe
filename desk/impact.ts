import { groupBy } from '#shared/base/group.ts'
import type { Problem } from '#shared/base/problem.ts'
import { ok, type Result } from '#shared/base/result.ts'
import type { Input, Output, TouchedReference } from '#shared/bridge/contract.ts'
import { Carrier } from '#shared/citation/carry.ts'
import { ignoreKey } from '#shared/citation/ignored.ts'
import { placeInWords } from '#shared/citation/place.ts'
import { type OtherAct, resolveElsewhere } from '#shared/citation/references.ts'
import { heirsOf, planRewritesIn } from '#shared/citation/rewrite.ts'
import { type Act, titleOf, type UnitId, unitId } from '#shared/schema/act.ts'
import { applyEditsToAct } from '#shared/structure/apply-edit.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { profileOf } from '#shared/tradition/profiles.ts'
import { citationsOfAct, type PlacedCitation } from '#store/citation-rows.ts'
import { type ListedDocument, listDocuments } from '#store/documents.ts'
import { statusOf, unitMapOf } from './citation-rows-of.ts'
import { readElsewhere, readKeptCheck } from './cited-elsewhere.ts'
import type { DeskContext } from './context.ts'
import { standing } from './library.ts'
import type { CitingScope } from './reference-keeper.ts'
import { placeOf, upToDate } from './references.ts'
import { nextTurn } from './turn.ts'

type Impact = Output<'impactOf'>

/** A document before and after edits. */
interface Changed {
  readonly id: string
  readonly before: Act
  readonly after: Act
  readonly carrier: Carrier
  /** What became of units that were joined to others. */
  readonly heirs: ReadonlyMap<UnitId, readonly UnitId[]>
}

/** What edits of a document would do to the references of others into it, and how those would follow. */
export async function impactOf(
  ctx: DeskContext,
  { document, edits }: Input<'impactOf'>,
): Promise<Result<Impact>> {
  await upToDate(ctx)
  const { db } = ctx.store
  const found = standing(db, document)
  if (!found.ok) return found
  const before = ctx.drafts.actOf(found.value)
  const planned = edits.map(unitEdit)
  const after = applyEditsToAct(before, planned)
  if (!after.ok) return after
  const changed = {
    id: document,
    before,
    after: after.value,
    heirs: heirsOf(planned),
    carrier: new Carrier(before, after.value),
  }
  const documents = new Map(listDocuments(db).map((one) => [one.key, one]))
  const touched: TouchedReference[] = []
  const rewrites: Impact['rewrites'] = []
  for (const [key, rows] of groupBy(citationsOfAct(db, document), (row) => row.document)) {
    const citing = documents.get(key)
    if (!citing || citing.id === document) continue
    const { others, profile } = ctx.references.scopeOf(citing)
    const then = { profile, others: others.map((other) => changedIn(other, changed)) }
    const units = new Set<UnitId>()
    for (const row of rows) {
      const outcome = outcomeAfter(row, then)
      if (!outcome) continue
      touched.push({ document: citing.id, title: citing.title, ...placeOf(row), outcome })
      units.add(unitId(row.unit))
    }
    if (units.size === 0) continue
    const plan = planIn(ctx, citing, { changed, others, units })
    const { id, title } = citing
    if (plan.length > 0)
      rewrites.push({ document: id, title, refusal: refusalOf(ctx, citing), plan })
    await nextTurn()
  }
  return ok({ touched, rewrites })
}

/** Why a draft takes no changes; what the windows would be told when they tried. */
function refusalOf({ drafts, shares }: DeskContext, citing: ListedDocument): Problem | null {
  return drafts.draftOf(citing).fault ?? shares.refusal(citing.id) ?? null
}

interface Asking {
  readonly changed: Changed
  /** What the citing act may name. */
  readonly others: readonly OtherAct[]
  /** The citing units that are touched. */
  readonly units: ReadonlySet<UnitId>
}

function planIn(
  { drafts }: DeskContext,
  citing: ListedDocument,
  { changed, others, units }: Asking,
): Impact['rewrites'][number]['plan'] {
  const cited = others.find(({ id }) => id === changed.id)
  if (!cited) return []
  const { act, ignored } = drafts.draftOf(citing)
  const profile = profileOf(act)
  const placed = unitMapOf(act).units
  const { act: _, title: __, ...named } = cited
  const beside = others.filter((other) => other !== cited)
  const { before, after, carrier, heirs } = changed
  return planRewritesIn(act, { ...named, before, after, carrier, beside }, { units, heirs })
    .filter(({ from, citation }) => !ignored.has(ignoreKey({ from, text: citation })))
    .map((rewrite) => {
      const at = placed.get(rewrite.from)
      const place = at ? placeInWords(profile, at) : ''
      return { ...rewrite, targets: [...rewrite.targets], place }
    })
}

/** An act that citations may name, as it would read; others keep their reading for when it is asked for. */
function changedIn(other: OtherAct, { id, after }: Changed): OtherAct {
  return other.id === id ? { ...other, title: titleOf(after), act: after } : other
}

/** What becomes of a reference when the cited act reads so; undefined: nothing. */
function outcomeAfter(
  row: PlacedCitation,
  { others, profile }: CitingScope,
): TouchedReference['outcome'] | undefined {
  const elsewhere = readElsewhere(row.elsewhere)
  if (!elsewhere) return undefined
  const resolved = resolveElsewhere(profile, elsewhere, row.text, others)
  const { targets } = resolved
  const status = statusOf(resolved, readKeptCheck(row.check))
  const isSame =
    targets.map(({ unit }) => unit).join(' ') === row.targets.map(({ unit }) => unit).join(' ')
  if (isSame && status === row.status) return undefined
  return status === 'broken' || status === 'repealed' || status === 'ambiguous'
    ? status
    : 'elsewhere'
}

function unitEdit(edit: Input<'impactOf'>['edits'][number]): UnitEdit {
  const unit = unitId(edit.unit)
  if (edit.kind === 'split') return { ...edit, unit, newUnit: unitId(edit.newUnit) }
  if (edit.kind === 'join') return { ...edit, unit, into: unitId(edit.into) }
  if (edit.kind !== 'move') return { ...edit, unit }
  const { parent, after } = edit.to
  return {
    kind: 'move',
    unit,
    to: {
      parent: parent === null ? null : unitId(parent),
      after: after === null ? null : unitId(after),
    },
  }
}
