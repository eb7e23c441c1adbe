import { present } from '#shared/base/assert.ts'

/** Chance that a seed repeats. */
export class Chance {
  private state: number

  constructor(seed: number) {
    this.state = seed
  }

  pick<T>(from: readonly T[]): T {
    return present(from[this.below(from.length)], 'something to pick')
  }

  /** True in `p` of 1 cases. */
  chance(p: number): boolean {
    return this.below(1000) < p * 1000
  }

  /** mulberry32: a whole number from 0 to `limit`, without it. */
  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % limit
  }
}

/** The looks that words may have. */
export const MARKS = ['strong', 'emphasis', 'underline', 'superscript', 'subscript'] as const
