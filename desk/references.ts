import { problem } from '#shared/base/problem.ts'
import { fail, ok, type Result } from '#shared/base/result.ts'
import type {
  IncomingReference,
  Input,
  OutgoingReference,
  Output,
  UnitText,
} from '#shared/bridge/contract.ts'
import { referenceStatus } from '#shared/bridge/references.ts'
import {
  isTitleMeant,
  unitByNumbers,
  unitQuery,
  unitsByWords,
} from '#shared/citation/find-units.ts'
import { formatPlace } from '#shared/citation/place.ts'
import { type Act, type Unit, unitAttrs, unitId } from '#shared/schema/act.ts'
import { citationsInto, type IncomingRow } from '#store/citation-questions.ts'
import { citationsOfOthers, type PlacedCitation } from '#store/citation-rows.ts'
import { type ListedDocument, listDocuments } from '#store/documents.ts'
import { unitMapOf } from './citation-rows-of.ts'
import type { DeskContext } from './context.ts'
import { standing } from './library.ts'
import { nextTurn } from './turn.ts'

/** References to units of a document in the drafts of all others, as they stand on disk. */
export async function referencesInto(
  ctx: DeskContext,
  { document, units }: Input<'referencesInto'>,
): Promise<Result<Output<'referencesInto'>>> {
  await upToDate(ctx)
  const found = standing(ctx.store.db, document)
  if (!found.ok) return found
  return ok(citationsInto(ctx.store.db, document, units).map(incoming))
}

/** What a document cites of other acts, as its draft stands on disk. */
export async function referencesFrom(
  ctx: DeskContext,
  { document }: Input<'referencesFrom'>,
): Promise<Result<Output<'referencesFrom'>>> {
  await upToDate(ctx)
  const found = standing(ctx.store.db, document)
  if (!found.ok) return found
  const titles = new Map(listDocuments(ctx.store.db).map(({ id, title }) => [id, title]))
  const rows = citationsOfOthers(ctx.store.db, found.value.key).filter(
    ({ note, status }) => note === 0 || status !== 'broken',
  )
  return ok(
    inOrder(ctx, found.value, rows).map(
      (row): OutgoingReference => ({
        ...placeOf(row),
        name: row.name,
        targets: row.targets.map(({ act, unit, label }) => {
          const isOther = act !== document
          const isHere = titles.has(act)
          return {
            document: isOther && isHere ? act : null,
            title: isOther ? (titles.get(act) ?? act) : null,
            unit,
            label,
          }
        }),
      }),
    ),
  )
}

/** As they stand in the act. Where one unit holds them all, the draft is not read for it: in a long act that takes a while. */
function inOrder(
  { drafts }: DeskContext,
  document: ListedDocument,
  rows: readonly PlacedCitation[],
): readonly PlacedCitation[] {
  if (new Set(rows.map(({ unit }) => unit)).size < 2) return rows
  const units = [...unitMapOf(drafts.actOf(document)).units.keys()]
  const order = new Map<string, number>(units.map((unit, at) => [unit, at]))
  return rows.toSorted((a, b) => (order.get(a.unit) ?? 0) - (order.get(b.unit) ?? 0))
}

export function readUnit(
  ctx: DeskContext,
  { document, unit }: Input<'readUnit'>,
): Result<UnitText> {
  ctx.commits.flush()
  const found = standing(ctx.store.db, document)
  if (!found.ok) return found
  const act = ctx.drafts.actOf(found.value)
  const node = unitMapOf(act).units.get(unitId(unit))?.unit
  if (!node) return fail(problem('desk/no-unit'))
  return ok(textOf(found.value, act, node))
}

/** Units found in one act, and in all: more help nobody. */
const MOST_IN_ACT = 8
const MOST_FOUND = 24

/**
 * Units of other acts in the document's language: by numbers in those whose title is named too, by
 * words in all.
 */
export async function findUnits(
  ctx: DeskContext,
  { document, query }: Input<'findUnits'>,
): Promise<Result<Output<'findUnits'>>> {
  ctx.commits.flush()
  const found = standing(ctx.store.db, document)
  if (!found.ok) return found
  const meant = unitQuery(query)
  const units: UnitText[] = []
  for (const other of listDocuments(ctx.store.db)) {
    if (other.id === document || other.language !== found.value.language) continue
    if (units.length >= MOST_FOUND) break
    const isMeant = isTitleMeant(meant, other.title)
    if (meant.labels.length > 0 && !isMeant) continue
    const act = ctx.drafts.actOf(other)
    const one = unitByNumbers(act, meant)
    const several = meant.labels.length > 0 ? [one] : unitsByWords(act, meant, MOST_IN_ACT)
    for (const placed of several) if (placed) units.push(textOf(other, act, placed.unit))
    await nextTurn()
  }
  return ok(units)
}

/** All that is on disk is in the index. */
export async function upToDate(ctx: DeskContext): Promise<void> {
  ctx.commits.flush()
  await ctx.references.current()
}

function incoming(row: IncomingRow): IncomingReference {
  const { document, title, toUnit } = row
  return { document, title, ...placeOf(row), toUnit }
}

/** Where a citation of the index stands. */
export function placeOf(row: IncomingRow | PlacedCitation) {
  const { unit, block, from, to, text, place, sentence, status, ignored } = row
  const known = referenceStatus.parse(status)
  return { unit, block, from, to, text, place, sentence, status: known, ignored: ignored === 1 }
}

/** Characters of a unit that a card or a list shows: some six lines. */
const MOST_WORDS = 420

function textOf({ id, title }: ListedDocument, act: Act, unit: Unit): UnitText {
  const { id: name, state } = unitAttrs(unit)
  const text = unit.textBetween(0, Math.min(unit.content.size, MOST_WORDS), ' ', ' ').trim()
  const words = unit.content.size > MOST_WORDS ? `${text}…` : text
  return { document: id, title, unit: name, place: formatPlace(act, name), words, state }
}
