import type { Problem, Severity } from '../base/problem.ts'
import type { TextRange } from '../base/range.ts'

/** What a reader was not sure of, each sort once, with the place of the first and how many there are. */
export class Doubts {
  private readonly found = new Map<string, { readonly problem: Problem; count: number }>()

  tell(code: string, severity: Severity, message: string, source: TextRange): void {
    const key = `${code} ${message}`
    const known = this.found.get(key)
    if (known) known.count++
    else this.found.set(key, { problem: { code, severity, message, source }, count: 1 })
  }

  problems(): readonly Problem[] {
    return [...this.found.values()].map(({ problem, count }) =>
      count === 1 ? problem : { ...problem, message: `${problem.message} (${count} times)` },
    )
  }
}
