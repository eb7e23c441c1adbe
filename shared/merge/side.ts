import type * as Y from 'yjs'
import { type Act, type Unit, type UnitId, unitAttrs, walkUnits } from '../schema/act.ts'
import { readJournal } from '../sync/edit.ts'
import { projectAct, recordsOf } from '../sync/project.ts'
import type { UnitRecord } from '../sync/shape.ts'

/** One state of a draft, laid out for comparing unit by unit. */
export interface Side {
  readonly act: Act
  /** The units that stand, in the order of the act. */
  readonly standing: ReadonlyMap<UnitId, StandingUnit>
  /** The registers of all units, standing or not. */
  readonly records: ReadonlyMap<UnitId, UnitRecord>
  /** How often each unit was split. */
  readonly splits: ReadonlyMap<string, number>
}

export interface StandingUnit {
  readonly unit: Unit
  /** Outermost first. */
  readonly parents: readonly Unit[]
}

export function sideOf(doc: Y.Doc): Side {
  const act = projectAct(doc)
  const standing = new Map<UnitId, StandingUnit>()
  walkUnits(act, (unit, parents) => standing.set(unitAttrs(unit).id, { unit, parents }))
  const splits = new Map<string, number>()
  for (const { edit, unit } of readJournal(doc)) {
    if (edit === 'split' && unit !== null) splits.set(unit, (splits.get(unit) ?? 0) + 1)
  }
  return { act, standing, records: recordsOf(doc), splits }
}
