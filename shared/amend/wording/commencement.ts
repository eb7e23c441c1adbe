import type { GrammaticalCase } from '../../tradition/declension.ts'
import type { AmendingPhrases } from '../../tradition/phrases.ts'
import { type Address, type AddressStep, sameAddress } from '../address.ts'
import type { Commencement } from '../amending-law.ts'
import { dateInWords } from './date.ts'
import { inWords, nounOf, piecesOf, siblingsPiece } from './place.ts'
import { capitalized, filled, listed, type Tongue } from './tongue.ts'

/**
 * When the law comes into force, a sentence an article: what holds for all of it with its exceptions,
 * or each part for itself where nothing holds for all. `tongue` is that of the amending law.
 */
export function commencementSentences(
  tongue: Tongue,
  commencement: readonly Commencement[],
): readonly string[] {
  const { all, part, partMany, exceptPlace, except, exceptPart, exceptPartMany } =
    tongue.phrases.law.commencement
  const { and } = tongue.phrases
  const rule = commencement.find(({ of }) => of === null)
  const parts = commencement.flatMap(({ of, when }) => (of === null ? [] : [{ of, when }]))
  const said = (one: Part, single: string, many: string) =>
    filled(one.of.length > 1 ? many : single, {
      of: (grammatical) => partsInWords(tongue, one.of, grammatical),
      which: whichOf(tongue, one.of),
      when: when(tongue.phrases, one.when),
    })
  if (!rule) return parts.map((one) => capitalized(`${said(one, part, partMany)}.`))
  if (rule.when.kind === 'words') return [capitalized(rule.when.words.replace(/\.?$/u, '.'))]
  const whole = filled(all, { when: when(tongue.phrases, rule.when) })
  if (parts.length === 0) return [capitalized(`${whole}.`)]
  const each = parts.map((one) => said(one, exceptPart, exceptPartMany))
  const joint = exceptPlace === 'behind' ? `, ${and} ` : ` ${and} `
  const exceptions = except.replace('{parts}', () => each.join(joint))
  return [capitalized(`${exceptPlace === 'before' ? exceptions + whole : whole + exceptions}.`)]
}

interface Part {
  readonly of: readonly Address[]
  readonly when: Commencement['when']
}

/** «подпункта 2) статьи 1 и статьи 3»: neighbors in one unit are named together. */
function partsInWords(
  tongue: Tongue,
  of: readonly Address[],
  grammatical: GrammaticalCase,
): string {
  const groups: { readonly outer: Address; readonly steps: AddressStep[] }[] = []
  for (const address of of) {
    const step = address.at(-1)
    const last = groups.at(-1)
    if (!step) continue
    const outer = address.slice(0, -1)
    const [before] = last?.steps ?? []
    const joins =
      last && before && sameAddress(last.outer, outer) && before.kind === step.kind
        ? 'label' in before === 'label' in step
        : false
    if (joins) last?.steps.push(step)
    else groups.push({ outer, steps: [step] })
  }
  const named = groups.map(({ outer, steps }) =>
    inWords(tongue, [...piecesOf(tongue, outer), siblingsPiece(tongue, steps)], grammatical),
  )
  return listed(tongue, named)
}

/** «который», by the gender of what comes into force. */
function whichOf(tongue: Tongue, [first, ...more]: readonly Address[]): string {
  const { which } = tongue.phrases
  const step = first?.at(-1)
  if (!which || !step) return ''
  return which[more.length > 0 ? 'many' : nounOf(tongue, step.kind).gender]
}

function when(phrases: AmendingPhrases, date: Commencement['when']): string {
  const { onDate, onPublication, afterDays, afterDay = afterDays, days } = phrases.law.commencement
  switch (date.kind) {
    case 'date':
      return filled(onDate, { date: (grammatical) => dateInWords(phrases, date.date, grammatical) })
    case 'publication':
      return onPublication
    case 'days':
      return filled(isOne(phrases, date.days) ? afterDay : afterDays, {
        days: days[date.days] ?? String(date.days),
      })
    case 'words':
      return date.words
  }
}

function isOne({ language }: AmendingPhrases, count: number): boolean {
  return new Intl.PluralRules(language).select(count) === 'one'
}
