import { type Act, type Unit, type UnitId, unitAttrs, walkUnits } from '../schema/act.ts'
import type { CitationWords, UnitNoun } from '../tradition/citation.ts'
import { citationWordsFor } from '../tradition/citation-words.ts'
import { type GrammaticalCase, type GrammaticalNumber, inCase } from '../tradition/declension.ts'
import { profileOf } from '../tradition/profiles.ts'
import type { Profile } from '../tradition/tradition.ts'
import { idOf, isCitedByItself, type PlacedUnit } from './act-index.ts'
import { gapBefore, labelWords, nounOf, signOf } from './label-words.ts'

export interface CitationOptions {
  /** Of the innermost unit, as the sentence asks; the nominative if left out. */
  readonly case?: GrammaticalCase
  /** The unit that will hold the citation: its own article is «настоящей статьи». */
  readonly from?: UnitId
  /** The act's name as it stands beside a unit: «настоящего Закона», "this Law", "осы Заңның". */
  readonly actName?: string
}

/**
 * A new citation of units of an act, in the form and case that law writes: «подпунктом 2) пункта 3
 * статьи 44». Read where it will stand, it names the units. `undefined` for a unit without a number to
 * be cited by, and for units that the act does not have.
 */
export function citationFor(
  act: Act,
  units: readonly UnitId[],
  options: CitationOptions = {},
): string | undefined {
  const places = placesOf(act, [...units, ...(options.from === undefined ? [] : [options.from])])
  const cited = units.map((id) => places.get(id))
  const from = options.from === undefined ? undefined : places.get(options.from)
  const profile = profileOf(act)
  const words = citationWordsFor(profile)
  const largeFirst = words.place.order === 'large-first'
  const writer = new Writer(words, profile, options, from)
  const paths = byParent(cited).map((group) => writer.path(group))
  if (paths.length === 0 || paths.includes(undefined)) return undefined
  const last = paths.at(-1) ?? ''
  const rest = paths.slice(0, -1)
  const list = rest.length === 0 ? last : `${rest.join(', ')} ${words.and[0]} ${last}`
  const { actName } = options
  if (actName === undefined) return list
  return largeFirst ? `${actName} ${list}` : `${list}${words.place.joint}${actName}`
}

function placesOf(act: Act, ids: readonly UnitId[]): ReadonlyMap<UnitId, PlacedUnit> {
  const wanted = new Set(ids)
  const places = new Map<UnitId, PlacedUnit>()
  walkUnits(act, (unit, parents) => {
    const id = idOf(unit)
    if (wanted.has(id) && !places.has(id)) places.set(id, { unit, parents })
  })
  return places
}

type Group = readonly (PlacedUnit | undefined)[]

/** Units that stand in one unit and are of one kind are one list. */
function byParent(cited: Group): readonly Group[] {
  const groups = new Map<string, (PlacedUnit | undefined)[]>()
  for (const placed of cited) {
    const parent = placed?.parents.at(-1)
    const kind = placed ? unitAttrs(placed.unit).kind : ''
    const key = `${kind} ${parent && kind !== 'article' ? idOf(parent) : ''}`
    const known = groups.get(key)
    if (known) known.push(placed)
    else groups.set(key, [placed])
  }
  return [...groups.values()]
}

class Writer {
  private readonly words: CitationWords
  private readonly profile: Profile
  private readonly options: CitationOptions
  private readonly from: PlacedUnit | undefined

  constructor(
    words: CitationWords,
    profile: Profile,
    options: CitationOptions,
    from: PlacedUnit | undefined,
  ) {
    this.words = words
    this.profile = profile
    this.options = options
    this.from = from
  }

  /** The units of one list with the units around them. */
  path(group: Group): string | undefined {
    const placed = group.filter((one) => one !== undefined)
    const [first] = placed
    if (!first || placed.length < group.length) return undefined
    const around = this.around(first)
    const opens = this.options.actName !== undefined
    const outer = around.map((unit, i) => this.outer(unit, opens || i > 0 ? 'bound' : 'free'))
    const standing = opens || around.length > 0 ? 'bound' : 'free'
    const phrases = [...outer, this.inner(placed, standing)]
    if (phrases.includes(undefined)) return undefined
    const isLargeFirst = this.words.place.order === 'large-first'
    return (isLargeFirst ? phrases : phrases.reverse()).join(this.words.place.joint)
  }

  /** The units that a citation names to reach this one, from the article in. */
  private around({ unit, parents }: PlacedUnit): readonly PlacedUnit[] {
    if (isCitedByItself(this.profile, unitAttrs(unit).kind)) return []
    const from = parents.findLastIndex((one) => isCitedByItself(this.profile, unitAttrs(one).kind))
    if (from < 0) return []
    return parents.slice(from).map((one, i) => ({ unit: one, parents: parents.slice(0, from + i) }))
  }

  private outer(placed: PlacedUnit, standing: 'free' | 'bound'): string | undefined {
    const noun = nounOf(this.words, this.profile, unitAttrs(placed.unit).kind)
    if (!noun) return undefined
    if (this.isOwn(placed.unit)) {
      const self = inCase(this.words.thisForms[noun.gender], 'genitive')
      return `${self} ${inCase(noun.free.singular, 'genitive')}`
    }
    return this.step([placed], noun, 'genitive', standing)
  }

  private isOwn(unit: Unit): boolean {
    if (!this.from || !isCitedByItself(this.profile, unitAttrs(unit).kind)) return false
    return [...this.from.parents, this.from.unit].some((one) => idOf(one) === idOf(unit))
  }

  private inner(placed: readonly PlacedUnit[], standing: 'free' | 'bound'): string | undefined {
    const [first] = placed
    const noun = first && nounOf(this.words, this.profile, unitAttrs(first.unit).kind)
    return noun && this.step(placed, noun, this.options.case ?? 'nominative', standing)
  }

  private step(
    placed: readonly PlacedUnit[],
    noun: UnitNoun,
    grammaticalCase: GrammaticalCase,
    standing: 'free' | 'bound',
  ): string | undefined {
    const number: GrammaticalNumber = placed.length > 1 ? 'plural' : 'singular'
    const signs = placed.map(({ unit }) => signOf(this.profile, unit))
    const labels = placed.map((one, i) =>
      labelWords(this.words, one, {
        sign: signs[i] ?? 'plain',
        noun,
        case: grammaticalCase,
      }),
    )
    if (labels.includes(undefined)) return undefined
    const last = labels.at(-1) ?? ''
    const rest = labels.slice(0, -1)
    const list = rest.length === 0 ? last : `${rest.join(', ')} ${this.words.and[0]} ${last}`
    const called = inCase(noun[standing][number], grammaticalCase)
    if (this.words.number === 'before')
      return list + gapBefore(this.words, signs.at(-1) ?? 'plain', list) + called
    const isCounted = signs[0] === 'ordinal' && this.words.place.ordinal.startsWith('{n}')
    return isCounted && labels.length === 1 ? `${list} ${called}` : `${called} ${list}`
  }
}
