import type { Saying } from '../../base/problem.ts'
import { placeInWords } from '../../citation/place.ts'
import { type Act, isUnit, type Unit, type UnitId, unitAttrs } from '../../schema/act.ts'
import { profileOf } from '../../tradition/profiles.ts'
import type { Candidate } from '../outcome.ts'
import { around } from './search.ts'
import { nodeAt, type Path, unitIdAt } from './tree.ts'

/** What came of one instruction on an act: another act, or why there is none. */
export type Done = Changed | Refused

export interface Changed {
  readonly ok: true
  readonly act: Act
  readonly units: readonly UnitId[]
  /** Why a person should look; none when done without doubt. */
  readonly doubt: Saying | undefined
}

export interface Refused {
  readonly ok: false
  /** `taken`: what the instruction puts there is there already. */
  readonly why: 'ambiguous' | 'not-found' | 'taken'
  readonly reason: Saying
  readonly candidates: readonly Candidate[]
  /** The units it is about, as far as they were found. */
  readonly units: readonly UnitId[]
}

export function changed(act: Act, units: readonly (UnitId | undefined)[], doubt?: Saying): Changed {
  return { ok: true, act, units: units.filter((id) => id !== undefined), doubt }
}

export function refused(
  why: Refused['why'],
  reason: Saying,
  candidates: readonly Candidate[] = [],
  units: readonly (UnitId | undefined)[] = [],
): Refused {
  return { ok: false, why, reason, candidates, units: units.filter((id) => id !== undefined) }
}

/** The unit at the path, or around it, as a candidate. */
export function candidateAt(act: Act, path: Path, text = '', start = 0, end = 0): Candidate {
  const unit = unitIdAt(act, path) ?? null
  const words =
    text === '' ? (nodeAt(act, path)?.textContent.slice(0, 80) ?? '') : around(text, start, end)
  return { unit, at: placeOf(act, path), words }
}

/** The place at the path in the words of the act's language. */
export function placeOf(act: Act, path: Path): string {
  const units: Unit[] = []
  for (let end = 1; end <= path.length; end++) {
    const node = nodeAt(act, path.slice(0, end))
    if (node && isUnit(node)) units.push(node)
  }
  const unit = units.pop()
  return unit ? placeInWords(profileOf(act), { unit, parents: units }) : ''
}

export function idAt(act: Act, path: Path): UnitId | undefined {
  const node = nodeAt(act, path)
  return node && isUnit(node) ? unitAttrs(node).id : unitIdAt(act, path)
}
