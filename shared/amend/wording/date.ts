import type { GrammaticalCase } from '../../tradition/declension.ts'
import type { AmendingPhrases } from '../../tradition/phrases.ts'
import { filled } from './tongue.ts'

/** An ISO date as the language writes it; Kazakh bends the month. Other words stay as they are. */
export function dateInWords(
  { law }: AmendingPhrases,
  iso: string,
  grammatical: GrammaticalCase,
): string {
  const [, y = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? []
  const months = law.months[grammatical] ?? law.months['nominative']
  const named = months?.[Number(month) - 1]
  if (named === undefined) return iso
  return filled(law.date, { d: String(Number(day)), month: named, y })
}
