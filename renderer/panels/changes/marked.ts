import type { Change } from '#shared/diff/changes.ts'
import type { UnitId } from '#shared/schema/act.ts'
import type { ChangeKind } from '#shared/structure/change-kind.ts'

/** Whether what was done to a unit is marked in the text. */
export type MarksChange = (unit: UnitId, kind: ChangeKind) => boolean

export const EVERY_MARK: MarksChange = () => true

/** Marks these changes alone. */
export function marksOf(changes: readonly Change[]): MarksChange {
  const marked = new Map<UnitId, Set<ChangeKind>>()
  for (const { kind, units } of changes) {
    for (const unit of units) marked.set(unit, (marked.get(unit) ?? new Set()).add(kind))
  }
  return (unit, kind) => marked.get(unit)?.has(kind) ?? false
}
