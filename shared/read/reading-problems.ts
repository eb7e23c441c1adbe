import { type Problem, problem } from '../base/problem.ts'
import { flattenedLabel } from '../structure/flattened.ts'
import { type DraftUnit, problemAt } from './draft-unit.ts'

/** What the units as read give reason to doubt. */
export function readingProblems(units: readonly DraftUnit[], source: string): readonly Problem[] {
  const problems: Problem[] = []
  const articles: DraftUnit[] = []
  let numbered = false
  const visit = (unit: DraftUnit): void => {
    if (unit.kind === 'article') articles.push(unit)
    numbered ||= unit.label !== null
    if (
      /\d\p{Lu}\p{Ll}/u.test(
        source.slice(unit.range.start, unit.range.start + unit.printed.length + 2),
      ) &&
      unit.printed !== ''
    )
      problems.push(glued(unit))
    for (const child of unit.units) visit(child)
  }
  for (const unit of units) visit(unit)
  problems.push(...articles.flatMap((unit, i) => flattened(articles[i - 1], unit, articles[i + 1])))
  if (!numbered && source.trim() !== '') problems.push(NO_UNITS)
  return problems
}

function glued(unit: DraftUnit): Problem {
  return problemAt(
    unit,
    problem('read/glued-number', { printed: unit.printed }, { severity: 'warning' }),
  )
}

/** «242» between 24 and 25 was 24² before its raised figure was flattened. */
function flattened(
  before: DraftUnit | undefined,
  unit: DraftUnit,
  after: DraftUnit | undefined,
): readonly Problem[] {
  const label = flattenedLabel(before?.label, unit.label, after?.label)
  if (label === undefined) return []
  return [
    problemAt(
      unit,
      problem(
        'read/flattened-number',
        { printed: unit.printed, before: before?.label ?? '', after: after?.label ?? '', label },
        { severity: 'warning' },
      ),
    ),
  ]
}

const NO_UNITS: Problem = problem('read/no-units', {}, { severity: 'warning' })
