import type { CitationWords, UnitNoun } from '../tradition/citation.ts'
import {
  CASES,
  type GrammaticalCase,
  type GrammaticalNumber,
  inCase,
} from '../tradition/declension.ts'
import { wordForm } from './token.ts'

export type Standing = 'free' | 'bound'

/** A case, number and standing that a written noun may have. */
export interface NounSlot {
  readonly standing: Standing
  readonly number: GrammaticalNumber
  readonly case: GrammaticalCase
}

const slotsByNoun = new WeakMap<UnitNoun, ReadonlyMap<string, readonly NounSlot[]>>()

/** Every reading of a noun's form: «статьи» is the genitive of one and the nominative of several. */
export function nounSlots(noun: UnitNoun, form: string): readonly NounSlot[] {
  const known = slotsByNoun.get(noun) ?? slotsOf(noun)
  slotsByNoun.set(noun, known)
  return known.get(wordForm(form)) ?? []
}

function slotsOf(noun: UnitNoun): ReadonlyMap<string, readonly NounSlot[]> {
  const slots = new Map<string, NounSlot[]>()
  for (const standing of ['free', 'bound'] as const)
    for (const number of ['singular', 'plural'] as const)
      for (const one of CASES) {
        const form = noun[standing][number][one]
        if (form === undefined) continue
        const slot = { standing, number, case: one }
        const known = slots.get(wordForm(form))
        if (known) known.push(slot)
        else slots.set(wordForm(form), [slot])
      }
  return slots
}

/** The readings that agree with what is said around the noun, all of them where none does. */
export function narrowed(
  slots: readonly NounSlot[],
  allowed: (slot: NounSlot) => boolean,
): readonly NounSlot[] {
  const kept = slots.filter(allowed)
  return kept.length > 0 ? kept : slots
}

/** The readings of a noun behind the words before it: prepositions and verbs govern cases. */
export function governed(
  slots: readonly NounSlot[],
  before: string,
  words: CitationWords,
): readonly NounSlot[] {
  const cases = casesBehind(before, words)
  const kept = narrowed(slots, (slot) => cases.includes(slot.case))
  return kept.toSorted((a, b) => cases.indexOf(a.case) - cases.indexOf(b.case))
}

/** The cases that a noun behind these words may stand in, the likeliest first. */
export function casesBehind(before: string, words: CitationWords): readonly GrammaticalCase[] {
  const word = lastWord(before)
  if (word !== '' && words.agreement?.before.test(word)) {
    const at = before.trimEnd().length - word.length
    return casesBehind(before.slice(0, at), words)
  }
  return words.governs.find(({ words: known }) => known.test(word))?.cases ?? words.ungoverned
}

/** The word right before a place, in the letters by which forms are compared. */
export function lastWord(before: string): string {
  const word = /(\p{L}+)\s+$/u.exec(before)?.[1]
  return word === undefined ? '' : wordForm(word)
}

/** The form of a noun that all readings ask for, and whether they agree. */
export function nounForm(
  noun: UnitNoun,
  cases: readonly GrammaticalCase[],
  number: GrammaticalNumber,
  standing: Standing,
): { readonly form: string; readonly certain: boolean } {
  const forms = cases.map((one) => inCase(noun[standing][number], one))
  const form = forms[0] ?? inCase(noun[standing][number], 'nominative')
  return { form, certain: forms.length > 0 && forms.every((one) => one === form) }
}
