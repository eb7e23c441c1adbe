/**
 * Grammatical cases of the languages of law here. Russian has the first six; Kazakh the first four,
 * `instrumental`, `locative`, `ablative` and `attributive` («-дағы», what stands in it); English only
 * the nominative.
 */
export const CASES = [
  'nominative',
  'genitive',
  'dative',
  'accusative',
  'instrumental',
  'prepositional',
  'locative',
  'ablative',
  'attributive',
] as const

export type GrammaticalCase = (typeof CASES)[number]

export type GrammaticalNumber = 'singular' | 'plural'

export type Gender = 'masculine' | 'feminine' | 'neuter'

/** A word's form in each case that its language has. */
export type CaseForms = Readonly<Partial<Record<GrammaticalCase, string>>>

/** A noun in all its cases, one and many. */
export type Declension = Readonly<Record<GrammaticalNumber, CaseForms>>

/** The form of a word in a case; that of the nominative where the language does not tell them apart. */
export function inCase(forms: CaseForms, grammaticalCase: GrammaticalCase): string {
  return forms[grammaticalCase] ?? forms.nominative ?? ''
}

/** The forms of a word, given in the order of `cases`. */
export function caseForms(cases: readonly GrammaticalCase[], forms: readonly string[]): CaseForms {
  return Object.fromEntries(cases.map((one, i) => [one, forms[i] ?? '']))
}

/** Every form of a word once. */
export function formsOf(forms: CaseForms): readonly string[] {
  return [...new Set(Object.values(forms))]
}
