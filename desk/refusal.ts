import type { Problem } from '#shared/base/problem.ts'

/** The desk could not be opened; its message is a sentence for the person. */
export class DeskRefusal extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.message)
    this.name = 'DeskRefusal'
    this.problem = problem
  }
}
