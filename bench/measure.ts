export function median(times: readonly number[]): number {
  return times.toSorted((x, y) => x - y)[Math.floor(times.length / 2)] ?? Number.NaN
}

/** Milliseconds. */
export function timed(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

/** Milliseconds that passed and those of this thread's work, which a busy machine hardly changes. */
export interface Cost {
  readonly ms: number
  readonly work: number
}

/** The median of the time and the mean of the work, whose clock is coarse. `prepare` is not measured. */
export function costOf<T>(prepare: () => T, run: (prepared: T) => unknown, runs = 5): Cost {
  const costs = Array.from({ length: runs }, () => {
    const prepared = prepare()
    const before = process.threadCpuUsage()
    const ms = timed(() => run(prepared))
    const { user, system } = process.threadCpuUsage(before)
    return { ms, work: (user + system) / 1000 }
  })
  return {
    ms: median(costs.map(({ ms }) => ms)),
    work: costs.reduce((sum, { work }) => sum + work, 0) / runs,
  }
}
