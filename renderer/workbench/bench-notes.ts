import type { UnitId } from '#shared/schema/act.ts'
import type { InForce, TimeOfForce } from '#shared/schema/in-force.ts'
import type { Wording, Wordings } from '#shared/schema/wordings.ts'
import type { Conflict } from '#shared/sync/conflicts.ts'
import { inForceIn, onInForce, setInForce } from '#shared/sync/in-force.ts'
import {
  justificationsIn,
  onJustifications,
  setJustification,
} from '#shared/sync/justifications.ts'
import { onWordings, setWording, wordingsIn } from '#shared/sync/wordings.ts'
import type { DraftSession } from '../editor/binding/session.ts'
import { createStore, type Store } from '../host/store.ts'

/** What is kept of units beside their text. */
export interface BenchNotes {
  /** What drafters who worked apart did to the same units, for a person to look at. */
  readonly conflicts: Store<readonly Conflict[]>
  /** Why units are changed, as the comparative table says it. */
  readonly justifications: Store<ReadonlyMap<UnitId, string>>
  justify(unit: UnitId, words: string): void
  /** How changes are worded in the amending law. */
  readonly wordings: Store<Wordings>
  /** `null` leaves a unit to the choice for all others. */
  chooseWording(unit: UnitId | 'all others', wording: Wording | null): void
  /** When the amending law comes into force. */
  readonly inForce: Store<InForce>
  /** `null`: what is done to the units comes into force with the law, and of the law nothing is said. */
  chooseTime(units: readonly UnitId[] | 'the law', time: TimeOfForce | null): void
}

export function createBenchNotes(session: DraftSession): BenchNotes & { closeNotes(): void } {
  const { doc } = session
  const conflicts = createStore(session.conflicts)
  const justifications = createStore(justificationsIn(doc))
  const stopJustifying = onJustifications(doc, () => justifications.set(justificationsIn(doc)))
  const wordings = createStore(wordingsIn(doc))
  const stopChoosing = onWordings(doc, () => wordings.set(wordingsIn(doc)))
  const inForce = createStore(inForceIn(doc))
  const stopTiming = onInForce(doc, () => inForce.set(inForceIn(doc)))
  const stopMerging = session.subscribe(() => conflicts.set(session.conflicts))
  return {
    conflicts,
    justifications,
    justify: (unit, words) => setJustification(doc, unit, words, 'justify'),
    wordings,
    chooseWording: (unit, wording) => setWording(doc, unit, wording, 'wording'),
    inForce,
    chooseTime: (units, time) => setInForce(doc, units, time, 'inForce'),
    closeNotes() {
      stopTiming()
      stopChoosing()
      stopJustifying()
      stopMerging()
    },
  }
}
