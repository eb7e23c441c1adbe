import { ordinalInWords } from '../../citation/ordinal-words.ts'
import type { UnitNoun } from '../../tradition/citation.ts'
import { citationWordsFor } from '../../tradition/citation-words.ts'
import { inCase } from '../../tradition/declension.ts'
import { type Profile, styleOf } from '../../tradition/tradition.ts'
import type { Address, AddressStep } from '../address.ts'

/** An address in the words of the act's language: «подпункт 2) пункта 1 статьи 44»; empty for the act. */
export function addressInWords(address: Address, profile: Profile): string {
  const words = citationWordsFor(profile)
  const phrases = address.map((step, i) => phrase(step, i === 0, i === address.length - 1, profile))
  const ordered = words.place.order === 'large-first' ? phrases : phrases.reverse()
  return ordered.join(words.place.joint)
}

function phrase(
  step: AddressStep,
  outermost: boolean,
  innermost: boolean,
  profile: Profile,
): string {
  const words = citationWordsFor(profile)
  const { place, units } = words
  const style = styleOf(profile, step.kind)
  const noun: UnitNoun | undefined =
    units.find(({ word }) => word === style?.word) ??
    units.find(({ kinds }) => kinds[0] === step.kind)
  const frame = place.frames[step.kind]
  if (frame !== undefined) return frame
  const grammatical = innermost ? 'nominative' : 'genitive'
  const called = noun
    ? inCase((outermost ? noun.free : noun.bound).singular, grammatical)
    : (style?.word ?? step.kind)
  if ('label' in step) {
    const bracketed = /\(?\{n\}\)/.exec(style?.print ?? '')?.[0]
    const form = bracketed ? place.bracketed : place.numbered
    return filled(form, called, bracketed?.replace('{n}', () => step.label) ?? step.label)
  }
  return filled(
    place.ordinal,
    called,
    noun ? ordinalInWords(words, step.ordinal, noun.gender, grammatical) : String(step.ordinal),
  )
}

function filled(form: string, noun: string, n: string): string {
  return form.replace('{noun}', () => noun).replace('{n}', () => n)
}
