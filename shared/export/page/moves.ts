import type { Profile } from '../../tradition/tradition.ts'
import { type PagePlace, placeOf } from './changes.ts'
import type { PageUnit } from './unit-page.ts'
import type { PageWords } from './words.ts'

/** The two places of a move; `n` counts the moves from 1 in reading order. */
export interface MovePlaces {
  readonly n: number
  from?: PagePlace
  to?: PagePlace
}

/** What is said at one place of a move of the other. */
export interface MoveSaid {
  readonly n: number
  readonly other: 'from' | 'to'
  /** «Перемещено сюда; прежнее место». */
  readonly said: string
  readonly place: string
}

/** The places of each move, by its name. */
export function movePlaces(units: readonly PageUnit[]): ReadonlyMap<string, MovePlaces> {
  const moves = new Map<string, MovePlaces>()
  const visit = (unit: PageUnit, around: readonly PageUnit[]): void => {
    const { move, kind } = unit.redline
    if (move !== undefined) {
      const places = moves.get(move) ?? { n: moves.size + 1 }
      if (kind === 'movedTo') places.to = { unit, around }
      else places.from = { unit, around }
      moves.set(move, places)
    }
    for (const child of unit.units) visit(child, [...around, unit])
  }
  for (const unit of units) visit(unit, [])
  return moves
}

/** Where a moved unit came from or went; `undefined` for a unit that stays. */
export function moveSaid(
  { redline }: PageUnit,
  moves: ReadonlyMap<string, MovePlaces>,
  words: PageWords,
  profile: Profile,
): MoveSaid | undefined {
  const { move, kind } = redline
  const places = move === undefined ? undefined : moves.get(move)
  const other = kind === 'movedTo' ? 'from' : 'to'
  const place = places?.[other]
  if (places === undefined || place === undefined) return undefined
  const said = other === 'from' ? words.movedHere : words.movedAway
  return { n: places.n, other, said, place: placeOf(place, profile) }
}
