import { casesBehind } from '#shared/citation/inflect.ts'
import { citationFor } from '#shared/citation/write.ts'
import type { Act, UnitId } from '#shared/schema/act.ts'
import { citationWordsFor } from '#shared/tradition/citation-words.ts'
import { CASES } from '#shared/tradition/declension.ts'
import { profileOf } from '#shared/tradition/profiles.ts'

/**
 * The citations of a unit in the cases of the language, each once: those that the words before the
 * caret ask for come first.
 */
export function citationForms(
  act: Act,
  unit: UnitId,
  place: { readonly from: UnitId | undefined; readonly before: string },
): readonly string[] {
  const likely = casesBehind(place.before, citationWordsFor(profileOf(act)))
  const cases = [...new Set([...likely, ...CASES])]
  const from = place.from === undefined ? {} : { from: place.from }
  const forms = cases.flatMap((one) => citationFor(act, [unit], { case: one, ...from }) ?? [])
  return [...new Set(forms)]
}
