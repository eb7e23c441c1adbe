import type { Problem, Severity } from '#shared/base/problem.ts'
import { type UnitId, unitId } from '#shared/schema/act.ts'

export interface ProblemRow {
  readonly key: string
  readonly severity: Severity
  readonly message: string
  readonly place: string
  readonly unit: UnitId | undefined
}

export interface ProblemsView {
  readonly rows: readonly ProblemRow[]
  readonly errors: number
  readonly warnings: number
}

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** The problems, gravest first, otherwise as they stand in the act. */
export function problemsView(
  problems: readonly Problem[],
  placeOf: (unit: UnitId) => string,
): ProblemsView {
  const rows = problems.map((problem, index): ProblemRow => {
    const unit = problem.unit === undefined ? undefined : unitId(problem.unit)
    return {
      key: `${index} ${problem.code} ${problem.unit ?? ''}`,
      severity: problem.severity,
      message: problem.message,
      place: unit === undefined ? '' : placeOf(unit),
      unit,
    }
  })
  return {
    rows: rows.sort((a, b) => ORDER[a.severity] - ORDER[b.severity]),
    errors: rows.filter(({ severity }) => severity === 'error').length,
    warnings: rows.filter(({ severity }) => severity === 'warning').length,
  }
}
