import { headingOf, type Unit, unitAttrs, unitsOf } from '../schema/act.ts'
import type { UnitKind } from '../schema/kind.ts'
import { compareLabels } from '../structure/label.ts'
import { styleOf } from '../tradition/tradition.ts'
import { type ActIndex, idOf, isCitedByItself, type PlacedUnit } from './act-index.ts'
import type { LabelItem, Step } from './address.ts'
import { countedPart } from './ordinal.ts'
import { tightRange } from './scan.ts'

/** What the steps of a citation name in one act. */
export interface Found {
  readonly units: readonly PlacedUnit[]
  /** The numbers that no unit answers to. */
  readonly missing: readonly string[]
  /** Several units answer to one number. */
  readonly ambiguous: boolean
  /** What each step of some kind names, outermost first, and in it each item. */
  readonly trail: readonly (readonly (readonly PlacedUnit[])[])[]
}

const NOTHING: Found = { units: [], missing: [], ambiguous: false, trail: [] }

/** The unit that holds a citation, and what it cited last: «указанная статья». */
export interface Citing extends PlacedUnit {
  readonly said: readonly PlacedUnit[]
}

/** Resolves steps in the act, as seen from `citing`; `undefined` where they lead to no place at all. */
export function resolveSteps(
  index: ActIndex,
  steps: readonly Step[],
  citing: Citing | undefined,
): Found {
  const named = steps.filter(({ kinds }) => kinds.length > 0)
  const [outer, ...inner] = named
  if (!outer) return NOTHING
  const candidates = outermost(index, outer, citing).map((start) => {
    let found = start
    for (const step of inner) found = within(index, found, step)
    return found
  })
  return candidates.find(({ missing }) => missing.length === 0) ?? candidates[0] ?? NOTHING
}

/** What the first step may name, the likeliest first: «настоящая часть» may be two units around. */
function outermost(index: ActIndex, step: Step, citing: Citing | undefined): readonly Found[] {
  if (step.selector.kind === 'titled') return [titled(index, step.selector.heading, step.word)]
  if (step.selector.kind !== 'labels') return beside(step, step.selector.kind, citing)
  const { kinds } = step
  const small = kinds.filter((kind) => !isListed(index, kind))
  return [
    collect(step.selector.items, (item) => {
      const near = citing && isSmallFirst(kinds, small) ? nearest(index, citing, item, small) : []
      return near.length > 0 ? near : inAct(index, item, kinds, citing)
    }),
  ]
}

/** A part of the act by its name: the part's heading begins with it. */
function titled(index: ActIndex, heading: string, name: string): Found {
  const units = index.ofKind('book').filter(({ unit }) => {
    const own = headingOf(unit)
    return own?.textContent.trim().toLowerCase().startsWith(heading) ?? false
  })
  return units.length === 0
    ? { ...NOTHING, missing: [name] }
    : { ...NOTHING, units, ambiguous: units.length > 1, trail: [[units]] }
}

/** Whether the noun's likeliest kind is one that is counted in its article. */
function isSmallFirst([first]: readonly UnitKind[], small: readonly UnitKind[]): boolean {
  return first !== undefined && small.includes(first)
}

/** Whether units of the kind are looked for in the whole act. */
function isListed(index: ActIndex, kind: UnitKind): boolean {
  const { units } = index.profile
  const at = units.findIndex((style) => style.kind === kind)
  const article = units.findIndex((style) => style.series === 'act' && style.kind !== 'annex')
  return at < 0 ? index.ofKind(kind).length > 0 : at <= article
}

function inAct(
  index: ActIndex,
  item: LabelItem,
  kinds: readonly UnitKind[],
  citing: PlacedUnit | undefined,
): readonly PlacedUnit[] {
  for (const kind of kinds) {
    const all = withRange(
      item,
      (label) => index.find(kind, label),
      () => index.ofKind(kind),
    )
    if (all.length > 0) return closest(index, inner(all, item), kind, citing)
  }
  return []
}

/** Of several chapters 3, the one in the citing unit's own section. */
function closest(
  index: ActIndex,
  units: readonly PlacedUnit[],
  kind: UnitKind,
  citing: PlacedUnit | undefined,
): readonly PlacedUnit[] {
  if (units.length < 2 || !citing || isCitedByItself(index.profile, kind)) return units
  const around = [...citing.parents, citing.unit]
  const depth = ({ parents }: PlacedUnit) =>
    parents.filter((parent) => around.some((one) => idOf(one) === idOf(parent))).length
  const deepest = Math.max(...units.map(depth))
  return deepest === 0 ? units : units.filter((unit) => depth(unit) === deepest)
}

/** A paragraph or point without its article: in the citing unit, else in one around it. */
function nearest(
  index: ActIndex,
  citing: PlacedUnit,
  item: LabelItem,
  kinds: readonly UnitKind[],
): readonly PlacedUnit[] {
  const around = [...citing.parents, citing.unit]
  const article = around.findIndex((unit) => isCitedByItself(index.profile, unitAttrs(unit).kind))
  // A number of the other sign is looked for only where none of this one is around.
  for (const sort of item.style === 'ordinal' ? [kinds] : bySign(index, item, kinds))
    for (let i = around.length - 1; i >= Math.max(article, 0); i--) {
      const unit = around[i]
      if (!unit || sort.length === 0) continue
      const found = inUnit(index, { unit, parents: around.slice(0, i) }, item, sort)
      const others = found.filter((one) => one.unit !== unit || item.label === '1')
      if (others.length > 0) return others
    }
  return []
}

/** «настоящей статьи», "the preceding paragraph". */
function beside(
  { kinds, word }: Step,
  which: 'this' | 'said' | 'previous' | 'next',
  citing: Citing | undefined,
): readonly Found[] {
  const said = citing && which === 'said' ? saidUnit(citing.said, kinds) : undefined
  const around = citing ? unitsAround(citing, kinds) : []
  const units = said ? [said, ...around] : around
  const found = units
    .map((placed) => (which === 'this' || which === 'said' ? placed : sibling(placed, which)))
    .filter((placed) => placed !== undefined)
    .map((placed): Found => ({ ...NOTHING, units: [placed], trail: [[[placed]]] }))
  return found.length > 0 ? found : [{ ...NOTHING, missing: [word] }]
}

/** The citing unit and those around it that are of the kinds, in the order of the kinds. */
function unitsAround(
  { unit, parents }: PlacedUnit,
  kinds: readonly UnitKind[],
): readonly PlacedUnit[] {
  const around = [...parents, unit]
  const found = kinds.flatMap((kind) => {
    const at = around.findLastIndex((one) => unitAttrs(one).kind === kind)
    const one = around[at]
    return one ? [{ unit: one, parents: around.slice(0, at) }] : []
  })
  // The first unnumbered part of a unit is the unit's own words, and no unit in it.
  const counted = kinds.some((kind) => kind === 'subparagraph' || kind === 'alinea')
  return counted && !found.some((one) => one.unit === unit) ? [...found, { unit, parents }] : found
}

function sibling(
  { unit, parents }: PlacedUnit,
  which: 'previous' | 'next',
): PlacedUnit | undefined {
  const parent = parents.at(-1)
  const { kind } = unitAttrs(unit)
  const siblings = parent ? unitsOf(parent).filter((one) => unitAttrs(one).kind === kind) : []
  const other = siblings[siblings.indexOf(unit) + (which === 'next' ? 1 : -1)]
  return other ? { unit: other, parents } : undefined
}

/** The unit of such a kind that was cited last, itself or with a unit in it. */
function saidUnit(said: readonly PlacedUnit[], kinds: readonly UnitKind[]): PlacedUnit | undefined {
  for (const { unit, parents } of said) {
    const path = [...parents, unit]
    const at = path.findLastIndex((one) => kinds.includes(unitAttrs(one).kind))
    const found = path[at]
    if (found) return { unit: found, parents: path.slice(0, at) }
  }
  return undefined
}

function within(index: ActIndex, found: Found, { kinds, selector }: Step): Found {
  if (selector.kind !== 'labels') return { ...found, trail: [...found.trail, []] }
  const inner = collect(selector.items, (item) =>
    found.units.flatMap((placed) => inUnit(index, placed, item, kinds)),
  )
  const trail = [...found.trail, ...inner.trail]
  if (found.units.length > 1)
    return { ...inner, missing: [...found.missing, ...inner.missing], trail }
  return {
    trail,
    units: inner.units,
    missing: [...found.missing, ...(found.units.length === 0 ? [] : inner.missing)],
    ambiguous: inner.ambiguous,
  }
}

function collect(
  items: readonly LabelItem[],
  find: (item: LabelItem) => readonly PlacedUnit[],
): Found {
  const units: PlacedUnit[] = []
  const missing: string[] = []
  const named: (readonly PlacedUnit[])[] = []
  let ambiguous = false
  for (const item of items) {
    const found = [...new Map(find(item).map((placed) => [placed.unit, placed])).values()]
    if (found.length === 0) missing.push(printed(item))
    if (found.length > 1 && item.to === undefined && !item.tight) ambiguous = true
    units.push(...found)
    named.push(found)
  }
  return { units, missing, ambiguous, trail: [named] }
}

function printed({ label, to, inner }: LabelItem): string {
  return `${label}${to === undefined ? '' : `–${to}`}${inner.map((one) => `(${one})`).join('')}`
}

function inUnit(
  index: ActIndex,
  placed: PlacedUnit,
  item: LabelItem,
  kinds: readonly UnitKind[],
): readonly PlacedUnit[] {
  const parents = [...placed.parents, placed.unit]
  if (item.style === 'ordinal') {
    const labelled = labelledIn(placed, item, kinds)
    if (labelled.length > 0) return labelled
    const first = countedPart(placed.unit, Number(item.label), kinds)
    const last = item.to === undefined ? first : countedPart(placed.unit, Number(item.to), kinds)
    if (!first || !last) return []
    return rangeOf(placed.unit, first, last).map((unit) =>
      unit === placed.unit ? { ...placed, own: true } : { unit, parents },
    )
  }
  return inner(labelledIn(placed, item, bySign(index, item, kinds).flat()), item)
}

/** Kinds that print the number as the citation does come first: «пункт 2)» is a point, «пункт 2» is none. */
function bySign(
  index: ActIndex,
  { style }: LabelItem,
  kinds: readonly UnitKind[],
): readonly (readonly UnitKind[])[] {
  const bracketed = (kind: UnitKind) =>
    styleOf(index.profile, kind)?.print?.endsWith(')') === (style === 'bracketed')
  return [kinds.filter(bracketed), kinds.filter((kind) => !bracketed(kind))]
}

function rangeOf(parent: Unit, first: Unit, last: Unit): readonly Unit[] {
  if (first === last) return [first]
  const kind = unitAttrs(last).kind
  const all = [
    ...(first === parent ? [parent] : []),
    ...unitsOf(parent).filter((unit) => unitAttrs(unit).kind === kind),
  ]
  return all.slice(all.indexOf(first), all.indexOf(last) + 1)
}

/** Units of the kinds by label: the unit's own first, else those in units in it. */
function labelledIn(
  placed: PlacedUnit,
  item: LabelItem,
  kinds: readonly UnitKind[],
): readonly PlacedUnit[] {
  for (const kind of kinds) {
    let level: readonly PlacedUnit[] = children(placed)
    for (let depth = 0; level.length > 0 && depth < DEEPEST; depth++) {
      const ofKind = level.filter(({ unit }) => unitAttrs(unit).kind === kind)
      const found = withRange(
        item,
        (label) => ofKind.filter(hasLabel(label)),
        () => ofKind,
      )
      if (found.length > 0) return found
      level = level.flatMap(children)
    }
  }
  return []
}

/** Levels of units in a unit of law; a guard against documents that are none. */
const DEEPEST = 12

function children({ unit, parents }: PlacedUnit): readonly PlacedUnit[] {
  const below = [...parents, unit]
  return unitsOf(unit).map((child) => ({ unit: child, parents: below }))
}

function hasLabel(label: string) {
  return ({ unit }: PlacedUnit) => unitAttrs(unit).label?.toLowerCase() === label.toLowerCase()
}

/** One label, or all from one to another: `13-15` is the inserted unit where there is one. */
function withRange(
  item: LabelItem,
  find: (label: string) => readonly PlacedUnit[],
  all: () => readonly PlacedUnit[],
): readonly PlacedUnit[] {
  const range = item.to === undefined ? undefined : ([item.label, item.to] as const)
  const one = range ? [] : find(item.label)
  const ends = range ?? (item.tight && one.length === 0 ? tightRange(item.label) : undefined)
  if (!ends) return one
  const [label, to] = ends
  if (find(label).length === 0 || find(to).length === 0) return []
  return all().filter(({ unit }) => {
    const own = unitAttrs(unit).label
    return own !== null && compareLabels(label, own) <= 0 && compareLabels(own, to) <= 0
  })
}

/** "44(1)(b)": units in the found ones, of whatever kind. */
function inner(units: readonly PlacedUnit[], { inner: labels }: LabelItem): readonly PlacedUnit[] {
  let found = units
  for (const label of labels)
    found = found.flatMap((placed) => children(placed).filter(hasLabel(label)))
  return found
}
