/** How often a measurement is repeated before it counts. */
const TRIES = 5

/** How many times longer the second text is. */
const TIMES = 8

/** Midway between {@link TIMES}, by which linear work grows, and its square: 2.8 times as far from each. */
const LINEAR = 22

/**
 * Whether work grows no faster than the text it is done on: by how much the processor works longer on
 * eight times the text. Waiting is not counted, and a run that other work made slow is done again; a
 * reader that squares its work fails each.
 */
export function growsLinearly(length: number, work: (length: number) => void): boolean {
  let [small, large] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let tries = 0; tries < TRIES; tries++) {
    small = Math.min(
      small,
      cost(() => work(length)),
    )
    large = Math.min(
      large,
      cost(() => work(length * TIMES)),
    )
    if (large < small * LINEAR) return true
  }
  return false
}

/** Microseconds of the processor. */
function cost(work: () => void): number {
  const before = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(before)
  return Math.max(user + system, LEAST)
}

/** What a clock that counts the processor's time in ticks of four milliseconds cannot tell from nothing. */
const LEAST = 4_000
