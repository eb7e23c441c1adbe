import { isCitedByItself, type PlacedUnit } from '#shared/citation/act-index.ts'
import type { CitationsByUnit } from '#shared/citation/by-unit.ts'
import { isOpenCheck } from '#shared/citation/check.ts'
import { ignoreKey } from '#shared/citation/ignored.ts'
import { placeInWords } from '#shared/citation/place.ts'
import type { ReferenceTarget } from '#shared/citation/reference.ts'
import type { BoundCitation } from '#shared/citation/references.ts'
import { sentenceOf } from '#shared/citation/sentence.ts'
import {
  type Act,
  actAttrs,
  headingOf,
  type Unit,
  type UnitId,
  unitAttrs,
  walkUnits,
} from '#shared/schema/act.ts'
import type { CitationCheck, Looked } from '#shared/schema/citation-check.ts'
import { blockText } from '#shared/structure/canonical-text.ts'
import { printedNum } from '#shared/structure/label.ts'
import { profileOf } from '#shared/tradition/profiles.ts'
import { styleOf } from '#shared/tradition/tradition.ts'
import type { CitationRow, CitationTarget, Division } from '#store/citation-rows.ts'

/** Where the units of an act stand, in document order, and which chapter each is in. */
export interface UnitMap {
  readonly units: ReadonlyMap<UnitId, PlacedUnit>
  readonly divisions: ReadonlyMap<UnitId, UnitId | null>
}

const maps = new WeakMap<Act, UnitMap>()

/** A unit's chapter is the innermost unit around it that holds articles; of a unit beside articles, the outermost. */
export function unitMapOf(act: Act): UnitMap {
  const known = maps.get(act)
  if (known) return known
  const profile = profileOf(act)
  const units = new Map<UnitId, PlacedUnit>()
  const divisions = new Map<UnitId, UnitId | null>()
  walkUnits(act, (unit, parents) => {
    const { id } = unitAttrs(unit)
    const path = [...parents, unit]
    const article = path.findIndex((one) => isCitedByItself(profile, unitAttrs(one).kind))
    const around = article < 0 ? unit : path[article - 1]
    units.set(id, { unit, parents: [...parents] })
    divisions.set(id, around ? unitAttrs(around).id : null)
  })
  const map = { units, divisions }
  maps.set(act, map)
  return map
}

/** The chapters that hold units of law, in order, in words: «Глава 2. Парламент». */
export function divisionsOf(act: Act): readonly Division[] {
  const profile = profileOf(act)
  const { units, divisions } = unitMapOf(act)
  return [...new Set(divisions.values())].flatMap((id): readonly Division[] => {
    const unit = id === null ? undefined : units.get(id)?.unit
    if (!unit || id === null) return []
    const heading = headingOf(unit)
    const { kind } = unitAttrs(unit)
    const num = printedNum(profile, unit) ?? styleOf(profile, kind)?.word ?? kind
    const words = heading && kind !== 'preface' ? `${num} ${blockText(heading)}`.trim() : num
    return [{ unit: id, words }]
  })
}

/** Rows of one unit's citations, as the index keeps them. */
export function rowsOf(
  { act, others }: CitationsByUnit,
  unit: UnitId,
  citations: readonly BoundCitation[],
  { ignored, checks }: Looked,
): readonly CitationRow[] {
  const map = unitMapOf(act)
  const { id } = actAttrs(act)
  const placed = map.units.get(unit)
  const place = placed ? placeInWords(profileOf(act), placed) : ''
  return citations.map((citation): CitationRow => {
    const { block, range, text, elsewhere, inNote } = citation
    const check = checks.get(ignoreKey(citation))
    const targets = targetsOf(citation.targets, id, (cited) =>
      cited === id ? act : others.find((other) => other.id === cited)?.act,
    )
    return {
      unit,
      place,
      division: map.divisions.get(unit) ?? null,
      block,
      from: range.start,
      to: range.end,
      text,
      sentence: sentenceIn(placed?.unit, { block, range }),
      ...outcomeOf({ status: citation.status, targets }, check && ofDocument(check, id)),
      note: inNote ? 1 : 0,
      ignored: ignored.has(ignoreKey(citation)) ? 1 : 0,
      name: elsewhere?.name ?? null,
      elsewhere: elsewhere ? JSON.stringify(elsewhere) : null,
      check: check ? JSON.stringify(ofDocument(check, id)) : null,
    }
  })
}

/** The index names the citing document by its id too. */
function ofDocument(check: CitationCheck, document: string): CitationCheck {
  return { ...check, act: check.act ?? document }
}

/** What the index keeps of where a citation leads: until it is settled, a check is its status. */
export function outcomeOf(
  resolved: Pick<CitationRow, 'status' | 'targets'>,
  check: CitationCheck | undefined,
): Pick<CitationRow, 'status' | 'targets'> {
  return { ...resolved, status: statusOf(resolved, check) }
}

/** {@link outcomeOf} of a citation that is not in the index yet. */
export function statusOf(
  resolved: Parameters<typeof isOpenCheck>[1],
  check: CitationCheck | undefined,
): string {
  return check && isOpenCheck(check, resolved) ? 'check' : resolved.status
}

/** Targets as rows; `actOf` gives the acts at hand, undefined for the name of one that is not. */
export function targetsOf(
  targets: readonly ReferenceTarget[],
  own: string,
  actOf: (id: string) => Act | undefined,
): readonly CitationTarget[] {
  return targets.map(({ act, unit, label }) => {
    const cited = unit === null ? undefined : actOf(act ?? own)
    const division = (cited && unit !== null && unitMapOf(cited).divisions.get(unit)) ?? null
    return { act: act ?? own, unit, label, division: division || null }
  })
}

function sentenceIn(unit: Unit | undefined, place: Parameters<typeof sentenceOf>[1]): string {
  return unit ? sentenceOf(unit, place) : ''
}
