import { type Unit, unitAttrs } from '../schema/act.ts'
import type { UnitKind } from '../schema/kind.ts'
import type { CitationWords, UnitNoun } from '../tradition/citation.ts'
import type { GrammaticalCase } from '../tradition/declension.ts'
import { type Profile, styleOf } from '../tradition/tradition.ts'
import type { PlacedUnit } from './act-index.ts'
import type { LabelItem } from './address.ts'
import { numberInParent } from './ordinal.ts'
import { ordinalInWords } from './ordinal-words.ts'

export type LabelSign = LabelItem['style'] | 'enclosed' | 'cardinal'

/** How a number is written: «2», «2)», "(2)", «вторая», "two". */
export interface LabelForm {
  readonly sign: LabelSign
  readonly noun: UnitNoun
  readonly case: GrammaticalCase
}

/** A unit's number in a citation; `undefined` for a unit that has none to be cited by. */
export function labelWords(
  words: CitationWords,
  placed: PlacedUnit,
  { sign, noun, case: grammaticalCase }: LabelForm,
): string | undefined {
  const label = labelOf(placed)
  if (label === undefined) return undefined
  const counts = placed.own || unitAttrs(placed.unit).label === null
  const n = Number(label)
  const inWords = (sign === 'ordinal' || counts) && Number.isInteger(n)
  if (sign === 'cardinal' && Number.isInteger(n))
    return words.numerals.find(([, value]) => value === n)?.[0] ?? label
  if (inWords) return ordinalInWords(words, n, noun.gender, grammaticalCase) ?? label
  if (sign === 'bracketed') return `${label})`
  return sign === 'enclosed' ? `(${label})` : label
}

/** The number that law cites: printed, or counted among the units beside it. */
export function labelOf({ unit, parents, own }: PlacedUnit): string | undefined {
  if (own) return '1'
  const { label, kind } = unitAttrs(unit)
  if (label !== null) return label
  const parent = parents.at(-1)
  const counted = kind === 'subparagraph' || kind === 'alinea'
  return counted && parent ? String(numberInParent(unit, parent)) : undefined
}

/** How the profile of an act has the numbers of a unit's kind written in citations. */
export function signOf(profile: Profile, unit: Unit): LabelSign {
  const { kind, label } = unitAttrs(unit)
  if (label === null) return 'ordinal'
  const print = styleOf(profile, kind)?.print ?? ''
  if (print.startsWith('(')) return 'enclosed'
  return print.endsWith(')') ? 'bracketed' : 'plain'
}

/** The noun by which acts of a profile call units of a kind. */
export function nounOf(
  words: CitationWords,
  profile: Profile,
  kind: UnitKind,
): UnitNoun | undefined {
  const word = styleOf(profile, kind)?.word
  return (
    words.units.find((noun) => noun.word === word) ??
    words.units.find(({ kinds }) => kinds[0] === kind)
  )
}

/** Between a number and the noun behind it: "5-бап", "2) тармақша", "екінші бөлік". */
export function gapBefore(words: CitationWords, sign: LabelSign, last: string): string {
  if (sign !== 'plain' || /[IVXLC]/.test(last) || !/\d/.test(last)) return ' '
  return words.place.numbered.includes('-') ? '-' : ' '
}
