import { type Problem, problemMet } from '../base/problem.ts'

/** What a reader was not sure of, each sort once, with the place of the first and how many there are. */
export class Doubts {
  private readonly found = new Map<string, { readonly problem: Problem; count: number }>()

  tell(doubt: Problem): void {
    const key = `${doubt.code} ${doubt.message}`
    const known = this.found.get(key)
    if (known) known.count++
    else this.found.set(key, { problem: doubt, count: 1 })
  }

  problems(): readonly Problem[] {
    return [...this.found.values()].map(({ problem, count }) =>
      count === 1 ? problem : problemMet(count, problem),
    )
  }
}
