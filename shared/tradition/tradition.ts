import type { Language } from '../schema/act.ts'
import type { UnitKind } from '../schema/kind.ts'

/**
 * How a jurisdiction drafts, as data: narrowest match wins (profile, then language, then
 * tradition). Code in shared/ asks a profile and never the name of a country.
 */
export interface Tradition {
  readonly id: string
  readonly profiles: readonly Profile[]
}

/** How the numbers of one kind of unit are written. */
export type LabelStyle = 'arabic' | 'romanUpper' | 'romanLower' | 'letter'

/** How units of one kind are called and printed under a profile. */
export interface UnitStyle {
  readonly kind: UnitKind
  /** The drafter's word for the kind in the nominative: «статья», "бап". */
  readonly word: string
  /** The printed number, `{n}` standing for the label: `Статья {n}.`; absent for unnumbered kinds. */
  readonly print?: string
  readonly labels: LabelStyle
  /**
   * `line`: the number opens a line of its own, followed there only by the heading;
   * `inline`: the number opens the unit's first paragraph.
   */
  readonly placement: 'line' | 'inline'
  /** `act`: numbers run through the whole act, as articles' do; `parent`: they start again in each parent. */
  readonly series: 'act' | 'parent'
  /** The kinds that may stand directly in such a unit, the likeliest first. */
  readonly holds: readonly UnitKind[]
}

/**
 * The conventions of one sort of act in one language: a code prints «Статья 5. Title» and calls
 * «1.» a part; the Constitution prints «Статья 5» and calls «1.» a point.
 */
export interface Profile {
  readonly tradition: string
  readonly id: string
  readonly language: Language
  /** The drafter's name of the sort of act, in its own language. */
  readonly name: string
  /** Outermost kind first. */
  readonly units: readonly UnitStyle[]
}

export function styleOf(profile: Profile, kind: UnitKind): UnitStyle | undefined {
  for (const style of profile.units) if (style.kind === kind) return style
  return undefined
}

/** Where the label stands in a printed number. */
const PLACE = '{n}'

/** The number as the profile prints it: `44-1` → «Статья 44-1.»; `undefined` for an unnumbered kind. */
export function printLabel(profile: Profile, kind: UnitKind, label: string): string | undefined {
  const print = styleOf(profile, kind)?.print
  const at = print?.indexOf(PLACE) ?? -1
  return print && at >= 0 ? print.slice(0, at) + label + print.slice(at + PLACE.length) : print
}
