import { type Problem, problem } from '#shared/base/problem.ts'

export function noDocument(): Problem {
  return problem('desk/no-document')
}
