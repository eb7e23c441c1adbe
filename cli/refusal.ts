/** What ended a command, told to the person in one sentence; the exit code says of what sort it is. */
export class Refusal extends Error {
  readonly exitCode: number

  constructor(exitCode: typeof WRONG_USAGE | typeof UNREADABLE, message: string) {
    super(message)
    this.exitCode = exitCode
  }
}

export const DONE = 0
/** Done, but problems were found. */
export const PROBLEMS = 1
export const WRONG_USAGE = 2
/** An input could not be read, or an output not be written. */
export const UNREADABLE = 3

export function wrongUsage(message: string): Refusal {
  return new Refusal(WRONG_USAGE, message)
}

export function unreadable(message: string): Refusal {
  return new Refusal(UNREADABLE, message)
}
