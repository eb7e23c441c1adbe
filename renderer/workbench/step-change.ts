import type { UnitId } from '#shared/schema/act.ts'
import type { UnitPlaces } from '../editor/node-views/unit-view.ts'

/** The unit of the next change behind a position, or before it; around the end to the other side. */
export function nextChange(
  units: readonly UnitId[],
  places: Pick<UnitPlaces, 'positionOf'>,
  position: number,
  direction: 'next' | 'previous',
): UnitId | undefined {
  const stops = [...new Set(units)]
    .flatMap((unit) => {
      const at = places.positionOf(unit)
      return at === undefined ? [] : [{ unit, at }]
    })
    .sort((a, b) => a.at - b.at)
  /** The caret stands behind the start of its own unit: that change is where we are. */
  const here = stops.findLast(({ at }) => at < position)
  const found =
    direction === 'next'
      ? (stops.find(({ at }) => at >= position) ?? stops[0])
      : (stops.findLast(({ at }) => here !== undefined && at < here.at) ?? stops.at(-1))
  return found?.unit
}

/** The unit behind or before the one looked at, in a list that goes around; nothing: it is not among them. */
export function nextInList(
  units: readonly UnitId[],
  looked: UnitId,
  direction: 'next' | 'previous',
): UnitId | undefined {
  const stops = [...new Set(units)]
  const at = stops.indexOf(looked)
  return at < 0 ? undefined : stops.at((at + (direction === 'next' ? 1 : -1)) % stops.length)
}
