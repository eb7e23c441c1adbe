import { ok, type Result } from '#shared/base/result.ts'
import type { Output } from '#shared/bridge/contract.ts'
import { formatPlace } from '#shared/citation/place.ts'
import type { Reference } from '#shared/citation/reference.ts'
import { type OtherAct, referencesOf } from '#shared/citation/references.ts'
import { sentenceAround } from '#shared/citation/sentence.ts'
import {
  type Act,
  bodyOf,
  headingOf,
  type Unit,
  type UnitId,
  unitAttrs,
  walkUnits,
} from '#shared/schema/act.ts'
import { blockText } from '#shared/structure/canonical-text.ts'
import { profileOf } from '#shared/tradition/profiles.ts'
import { type ListedDocument, listDocuments } from '#store/documents.ts'
import type { DeskContext } from './context.ts'
import { standing } from './library.ts'

type Incoming = Output<'referencesInto'>[number]

/** References to units of a document in the drafts of all others, as they stand on disk. */
export function referencesInto(
  { store, drafts }: DeskContext,
  document: string,
): Result<Output<'referencesInto'>> {
  const found = standing(store.db, document)
  if (!found.ok) return found
  const { id, title } = found.value
  const documents = listDocuments(store.db)
  const act = drafts.actOf(found.value)
  const cited: OtherAct = { id, names: [title, ...sortNames(found.value, documents, act)], act }
  const citing = documents.filter((other) => other.id !== id)
  return ok(citing.flatMap((other) => incomingFrom(other, drafts.actOf(other), cited)))
}

/**
 * «Конституция» without more names the constitution of the library; where there are two of one
 * language it names neither, since a guess would tie a law to another country's text.
 */
function sortNames(
  document: ListedDocument,
  documents: readonly ListedDocument[],
  act: Act,
): readonly string[] {
  if (document.profile !== 'constitution') return []
  const alike = documents.filter(
    ({ profile, language }) => profile === document.profile && language === document.language,
  )
  return alike.length === 1 ? [profileOf(act).name] : []
}

function incomingFrom(document: ListedDocument, act: Act, cited: OtherAct): readonly Incoming[] {
  const references = referencesOf(act, [cited]).filter(({ targets }) =>
    targets.some((target) => target.act === cited.id && target.unit !== null),
  )
  if (references.length === 0) return []
  const units = unitsById(act)
  return references.flatMap((reference) =>
    reference.targets.flatMap(({ act: to, unit: toUnit }): readonly Incoming[] => {
      const from = units.get(reference.from)
      if (to !== cited.id || toUnit === null || !from) return []
      return [
        {
          document: document.id,
          title: document.title,
          fromUnit: reference.from,
          fromPlace: formatPlace(act, reference.from),
          toUnit,
          sentence: sentenceAround(textOf(from, reference), reference.range),
        },
      ]
    }),
  )
}

function unitsById(act: Act): ReadonlyMap<UnitId, Unit> {
  const units = new Map<UnitId, Unit>()
  walkUnits(act, (unit) => units.set(unitAttrs(unit).id, unit))
  return units
}

function textOf(unit: Unit, { block }: Reference): string {
  const node = block < 0 ? headingOf(unit) : bodyOf(unit)[block]
  return node ? blockText(node) : ''
}
