import { placeInWords } from '#shared/citation/place.ts'
import type { Change } from '#shared/diff/changes.ts'
import { followingNumbers } from '#shared/diff/following-numbers.ts'
import type { ActRedline, UnitRedline } from '#shared/diff/redline.ts'
import { type Unit, type UnitId, unitAttrs } from '#shared/schema/act.ts'
import type { Attribution } from '#shared/sync/attribution.ts'
import { changedBy } from '#shared/sync/changed-by.ts'
import type { Person } from '#shared/sync/person.ts'
import { type ChangeCounts, countedAs } from './model.ts'

/** Which changes are looked at; `null` lets all through. */
export interface ChangeFilter {
  readonly sort: keyof ChangeCounts | null
  /** Id of who made them. */
  readonly author: string | null
  /** The article, or the outermost unit where no article is around. */
  readonly article: UnitId | null
  /** Numbers that say no more than that other units came or went. */
  readonly following: 'shown' | 'hidden'
}

export const EVERY_CHANGE: ChangeFilter = {
  sort: null,
  author: null,
  article: null,
  following: 'shown',
}

export function filterChanges(
  changes: readonly Change[],
  filter: ChangeFilter,
  redline: ActRedline | undefined,
  attribution: Attribution,
): readonly Change[] {
  const { sort, author, article, following } = filter
  const numbers = following === 'hidden' && redline ? followingNumbers(redline) : undefined
  const articles = article === null || !redline ? undefined : articlesIn(redline)
  return changes.filter((change) => {
    const unit = change.units[0]
    if (unit === undefined) return true
    if (sort !== null && countedAs(change.kind) !== sort) return false
    if (articles && !articles.get(unit)?.some(({ id }) => id === article)) return false
    if (change.kind === 'renumbered' && numbers?.has(unit)) return false
    return author === null || authorsOf(change, attribution).some(({ id }) => id === author)
  })
}

/** Who made a change, as far as the draft tells. */
export function authorsOf(
  { units: [unit], kind }: Change,
  attribution: Attribution,
): readonly Person[] {
  const touches = unit === undefined ? [] : changedBy(attribution, unit, kind)
  return touches.flatMap(({ person }) => person ?? [])
}

interface AroundChange {
  readonly id: UnitId
  /** In the words by which law cites it. */
  readonly place: string
}

const remembered = new WeakMap<ActRedline, ReadonlyMap<UnitId, readonly AroundChange[]>>()

/**
 * The article that each unit is in, or the outermost unit; of one that moved, that where it stands and
 * that which it left.
 */
export function articlesIn(redline: ActRedline): ReadonlyMap<UnitId, readonly AroundChange[]> {
  const known = remembered.get(redline)
  if (known) return known
  const { profile, units } = redline
  const articles = new Map<UnitId, readonly AroundChange[]>()
  const visit = (
    one: UnitRedline,
    parents: readonly Unit[],
    { around, isLeft }: { readonly around?: AroundChange; readonly isLeft: boolean },
  ): void => {
    const unit = one.unitB ?? one.unitA
    if (!unit) return
    const { id, kind } = unitAttrs(unit)
    const isOwn = kind === 'article' || !around
    const here = isOwn ? { id, place: placeInWords(profile, { unit, parents }) } : around
    const leaves = isLeft || one.kind === 'movedFrom'
    const others = (articles.get(id) ?? []).filter((each) => each.id !== here.id)
    // An article that moved is the same at both its places: it is called by that where it stands.
    const isKnown = articles.get(id)?.length === others.length + 1
    if (!leaves) articles.set(id, [here, ...others])
    else if (!isKnown) articles.set(id, [...others, here])
    for (const child of one.units)
      visit(child, [...parents, unit], { around: here, isLeft: leaves })
  }
  for (const unit of units) visit(unit, [], { isLeft: false })
  remembered.set(redline, articles)
  return articles
}
