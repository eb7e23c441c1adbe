import type { AmendingPhrases } from '../../tradition/phrases.ts'
import type { Commencement } from '../amending-law.ts'
import { dateInWords } from './date.ts'
import { capitalized, filled } from './tongue.ts'

/**
 * When the law comes into force, a sentence an article: what holds for all of it with its exceptions,
 * or each part for itself where nothing holds for all.
 */
export function commencementSentences(
  phrases: AmendingPhrases,
  commencement: readonly Commencement[],
): readonly string[] {
  const { all, part, exceptPlace, except, exceptMany } = phrases.law.commencement
  const rule = commencement.find(({ of }) => of === null)
  const parts = commencement.filter(({ of }) => of !== null)
  if (!rule) {
    return parts.map((one) =>
      capitalized(`${filled(part, { of: one.of ?? '', when: when(phrases, one) })}.`),
    )
  }
  const exceptions = parts.map((one) => {
    const isMany = /[,–]|\s(?:и|және|and)\s/u.test(one.of ?? '')
    const phrase = isMany ? exceptMany : except
    return keptEnds(phrase, filled(phrase, { of: one.of ?? '', when: when(phrases, one) }))
  })
  const whole = filled(all, { when: when(phrases, rule) })
  if (exceptPlace === 'before') return [capitalized(`${exceptions.join('')}${whole}.`)]
  return [capitalized(`${whole}${exceptions.join('')}.`)]
}

/** A phrase that is joined to another keeps the blank at its end. */
function keptEnds(phrase: string, text: string): string {
  return phrase.endsWith(' ') ? `${text} ` : text
}

function when(phrases: AmendingPhrases, { when: date }: Commencement): string {
  const { onDate, onPublication, afterDays, days } = phrases.law.commencement
  switch (date.kind) {
    case 'date':
      return filled(onDate, { date: (grammatical) => dateInWords(phrases, date.date, grammatical) })
    case 'publication':
      return onPublication
    case 'days':
      return filled(afterDays, { days: days[date.days] ?? String(date.days) })
    case 'words':
      return date.words
  }
}
