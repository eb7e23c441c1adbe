import type { Problem } from '../base/problem.ts'
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
  return problemAt(unit, {
    code: 'read/glued-number',
    severity: 'warning',
    message: `No space stands after “${unit.printed}” in the text: check that the number ends there.`,
  })
}

/** «242» between 24 and 25 was 24² before its raised figure was flattened. */
function flattened(
  before: DraftUnit | undefined,
  unit: DraftUnit,
  after: DraftUnit | undefined,
): readonly Problem[] {
  const stem = before?.label?.replace(/-\d+$/u, '') ?? ''
  const label = unit.label ?? ''
  const next = Number(after?.label ?? Number.NaN)
  const jumps =
    /^\d+$/u.test(label) &&
    /^\d+$/u.test(stem) &&
    label.length > stem.length &&
    label.startsWith(stem)
  if (!jumps || !(next < Number(label)) || next < Number(stem)) return []
  const index = label.slice(stem.length)
  return [
    problemAt(unit, {
      code: 'read/flattened-number',
      severity: 'warning',
      message: `“${unit.printed}” stands between ${stem} and ${next}: if a raised figure was lost, number it ${stem}-${index}.`,
    }),
  ]
}

const NO_UNITS: Problem = {
  code: 'read/no-units',
  severity: 'warning',
  message:
    'Nothing in this text has a number: check the language and the kind of act chosen for it.',
}
