import type { Severity } from '#shared/base/problem.ts'
import type { Facts, Finding } from '#shared/check/findings.ts'
import type { CheckProblem, Remedy } from '#shared/check/remedy.ts'
import { type UnitId, unitId } from '#shared/schema/act.ts'
import type { Conflict } from '#shared/sync/conflicts.ts'
import type { Translate } from '../../messages/messages.tsx'

export interface ProblemRow {
  readonly key: string
  readonly severity: Severity
  readonly finding: Finding
  readonly facts: Facts
  readonly place: string
  readonly unit: UnitId | undefined
  readonly remedy: Remedy | undefined
}

export interface ProblemsView {
  readonly rows: readonly ProblemRow[]
  /** How many more there are than rows. */
  readonly more: number
  readonly errors: number
  readonly warnings: number
}

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** The problems, gravest first, otherwise as they stand in the act; `most` of them as rows. */
export function problemsView(
  problems: readonly CheckProblem[],
  most: number,
  placeOf: (unit: UnitId) => string,
): ProblemsView {
  const count = (wanted: Severity) => problems.filter(({ severity }) => severity === wanted).length
  const shown = problems
    .map((problem, index) => ({ problem, index }))
    .sort((a, b) => ORDER[a.problem.severity] - ORDER[b.problem.severity])
    .slice(0, most)
  return {
    rows: shown.map(({ problem, index }): ProblemRow => {
      const unit = problem.unit === undefined ? undefined : unitId(problem.unit)
      return {
        key: `${index} ${problem.code} ${problem.unit ?? ''}`,
        severity: problem.severity,
        finding: problem.finding,
        facts: problem.facts,
        place: unit === undefined ? '' : placeOf(unit),
        unit,
        remedy: problem.remedy,
      }
    }),
    more: problems.length - shown.length,
    errors: count('error'),
    warnings: count('warning'),
  }
}

/** What was found, in the language of the window; units are named as the act prints them. */
export function findingWords(t: Translate, finding: Finding, facts: Facts): string {
  return t(`finding.${finding}`, { before: 'none', ...facts })
}

/** A conflict of merging as the panel shows it, with what a press on it does. */
export interface ConflictRow {
  readonly key: string
  readonly kind: Conflict['kind']
  readonly unit: UnitId
  /** Where the unit stands; empty when it stands nowhere. */
  readonly place: string
  /** The words of a unit that stands nowhere. */
  readonly words: string
  readonly does: 'jump' | 'restore'
}

export function conflictRows(
  conflicts: readonly Conflict[],
  placeOf: (unit: UnitId) => string,
): readonly ConflictRow[] {
  return conflicts.map((conflict): ConflictRow => {
    const { kind, unit } = conflict
    const row = { key: `${kind} ${unit}`, kind, unit }
    return kind === 'edited-and-removed'
      ? { ...row, place: '', words: conflict.words, does: 'restore' }
      : { ...row, place: placeOf(unit), words: '', does: 'jump' }
  })
}
