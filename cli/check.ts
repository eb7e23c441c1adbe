import type { Problem } from '#shared/base/problem.ts'
import type { TextRange } from '#shared/base/range.ts'
import { check as checkAct } from '#shared/check/check.ts'
import { unitId } from '#shared/schema/act.ts'
import { type CanonicalText, canonicalText } from '#shared/structure/canonical-text.ts'
import { type Eid, eids } from '#shared/structure/eid.ts'
import { argumentsOf, type Command, filesOf, READING_OPTIONS } from './command.ts'
import { type ReadAct, readAct } from './input.ts'
import { DONE, PROBLEMS } from './refusal.ts'

export const check: Command = {
  run(args, io) {
    const options = { ...READING_OPTIONS, json: { type: 'boolean' } } as const
    const { values, positionals } = argumentsOf(args, options)
    const [file = ''] = filesOf(positionals, 'FILE')
    const found = problemsOf(readAct(file, values))
    if (values.json) io.print(`${JSON.stringify(found)}\n`)
    else for (const problem of found) io.print(`${lineOf(problem)}\n`)
    return found.some(({ severity }) => severity !== 'info') ? PROBLEMS : DONE
  },
}

interface FoundProblem {
  readonly code: string
  readonly severity: Problem['severity']
  /** In the canonical text; an empty range stands where left-out source text would be. */
  readonly at: TextRange & { readonly eId: Eid | null }
  readonly message: string
}

function problemsOf(read: ReadAct): readonly FoundProblem[] {
  const canonical = canonicalText(read.act)
  const byUnit = eids(read.act)
  const first = new Map<string, TextRange>()
  for (const { unit, line } of canonical.lines) if (!first.has(unit)) first.set(unit, line)
  const located = [...read.problems, ...checkAct(read.act)].map((problem): FoundProblem => {
    const { code, severity, message, unit, source } = problem
    const eId = unit === undefined ? null : (byUnit.get(unitId(unit)) ?? null)
    const range =
      (unit === undefined ? undefined : first.get(unit)) ??
      (source ? placeOfSource(read.source, source, canonical) : { start: 0, end: 0 })
    return { code, severity, at: { ...range, eId }, message }
  })
  return located.sort((a, b) => a.at.start - b.at.start)
}

/** Source lines looked back over for one that the canonical text holds. */
const LINES_BACK = 40

/** Where source text stands in the canonical text, or would stand behind the line before it. */
function placeOfSource(source: string, range: TextRange, { text }: CanonicalText): TextRange {
  const words = tidy(source.slice(range.start, range.end))
  const at = words === '' ? -1 : text.indexOf(words)
  if (at >= 0) return { start: at, end: at + words.length }
  const before = source.slice(0, range.start).split('\n').slice(-LINES_BACK)
  for (const line of before.reverse()) {
    const found = tidy(line) === '' ? -1 : text.lastIndexOf(tidy(line))
    if (found >= 0) return { start: found + tidy(line).length, end: found + tidy(line).length }
  }
  return { start: 0, end: 0 }
}

function tidy(words: string): string {
  return words.replaceAll(/\s+/gu, ' ').trim()
}

function lineOf({ code, severity, at, message }: FoundProblem): string {
  return `${severity}  ${at.eId ?? '-'}  ${at.start}-${at.end}  ${code}  ${message}`
}
