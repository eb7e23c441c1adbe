/** What the server counts of itself, as Prometheus reads it. Names no document and no person. */
export interface Metrics {
  committed(updates: number, milliseconds: number): void
  failed(): void
  quarantined(updates: number): void
  refused(reason: string): void
  throttled(): void
  /** How many rooms are compacted now. */
  compacting(rooms: 0 | 1): void
  compacted(milliseconds: number): void
  /** The page of `/metrics`. */
  page(gauges: Readonly<Record<string, number>>): string
}

export function createMetrics(): Metrics {
  const sums = new Map<string, number>()
  let compacting = 0
  const add = (name: string, by: number) => sums.set(name, (sums.get(name) ?? 0) + by)
  return {
    committed(updates, milliseconds) {
      add('updates_committed_total', updates)
      add('commits_total', 1)
      add('commit_seconds_total', milliseconds / 1000)
    },
    failed: () => add('commits_failed_total', 1),
    quarantined: (updates) => add('updates_quarantined_total', updates),
    refused: (reason) => add(`refused_total{reason="${reason}"}`, 1),
    throttled: () => add('throttled_total', 1),
    compacting(rooms) {
      compacting = rooms
    },
    compacted(milliseconds) {
      add('compactions_total', 1)
      add('compaction_seconds_total', milliseconds / 1000)
    },
    page: (gauges) =>
      [...typed('gauge', Object.entries({ ...gauges, compacting })), ...typed('counter', [...sums])]
        .join('\n')
        .concat('\n'),
  }
}

function typed(type: 'gauge' | 'counter', values: readonly (readonly [string, number])[]) {
  const told = new Set<string>()
  return values.flatMap(([name, value]) => {
    const family = name.replace(/\{.*/, '')
    const head = told.has(family) ? [] : [`# TYPE bapta_sync_${family} ${type}`]
    told.add(family)
    return [...head, `bapta_sync_${name} ${value}`]
  })
}
