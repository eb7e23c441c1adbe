import type { EditorView } from 'prosemirror-view'
import { isUnit, type Unit, type UnitId, unitAttrs, walkUnits } from '#shared/schema/act.ts'
import type { Profile } from '#shared/tradition/tradition.ts'
import { selectAndShow } from '../editor/commands/show.ts'
import type { UnitPlaces } from '../editor/node-views/unit-view.ts'
import { placeWords } from '../editor/queries/place-words.ts'
import { firstWordIn, unitsAround } from '../editor/queries/unit-at.ts'
import type { CaretPath } from './caret.ts'

/** The units of the view by id: where they stand, and what they are called. */
export interface BenchUnits {
  /** Puts the caret in a unit and shows it. */
  show(unit: UnitId): void
  /** A unit's place in words: «пункт 2 статьи 44»; empty where it does not stand. */
  placeOf(unit: UnitId): string
  /** The innermost unit of a path and the units in it. */
  unitsWithin(path: CaretPath): readonly UnitId[]
}

export function createBenchUnits(
  view: EditorView,
  places: UnitPlaces,
  profile: Profile,
): BenchUnits {
  return {
    show(unit) {
      const found = unitOf(unit)
      if (!found) return
      const at = firstWordIn(found.node, found.position)
      selectAndShow(view, at, at)
    },
    placeOf(unit) {
      const found = unitOf(unit)
      if (!found) return ''
      const around = unitsAround(view.state.doc.resolve(found.position))
      return placeWords(profile, [...around, found.node])
    },
    unitsWithin(path) {
      const unit = path.at(-1)
      const found = unit === undefined ? undefined : unitOf(unit)
      if (!found) return []
      const inside: UnitId[] = [unitAttrs(found.node).id]
      walkUnits(found.node, (child) => inside.push(unitAttrs(child).id))
      return inside
    },
  }

  function unitOf(unit: UnitId): { readonly position: number; readonly node: Unit } | undefined {
    const position = places.positionOf(unit)
    const node = position === undefined ? null : view.state.doc.nodeAt(position)
    return position === undefined || !node || !isUnit(node) ? undefined : { position, node }
  }
}
