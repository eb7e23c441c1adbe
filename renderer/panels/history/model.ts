import { type UnitId, unitId } from '#shared/schema/act.ts'
import type { JournalEntry } from '#shared/sync/edit.ts'
import type { Person } from '#shared/sync/person.ts'

/** One structural command, or several alike in a row, as the history shows it. */
export interface HistoryRow {
  readonly key: string
  readonly edit: JournalEntry['edit']
  readonly person: Person | undefined
  /** Milliseconds since the epoch, of the last. */
  readonly at: number | null
  readonly unit: UnitId | undefined
  /** Where the unit stands, or the name it had; empty where no one unit was meant. */
  readonly place: string
  /** Whether the unit stands, so that one can go there. */
  readonly stands: boolean
  readonly times: number
  /** Of the version that the draft became again. */
  readonly name: string | undefined
}

export interface HistoryView {
  readonly rows: readonly HistoryRow[]
  /** How many more there are than rows. */
  readonly more: number
}

export interface HistoryNames {
  personOf(id: string): Person | undefined
  /** Empty for a unit that does not stand. */
  placeOf(unit: UnitId): string
  nameOfGone(unit: UnitId): string
}

/** The journal, the last first; of some units only where they are given; `most` of them as rows. */
export function historyView(
  journal: readonly JournalEntry[],
  names: HistoryNames,
  most: number,
  only?: ReadonlySet<string>,
): HistoryView {
  const wanted = only ? journal.filter(({ unit }) => unit !== null && only.has(unit)) : journal
  const runs = runsOf(wanted).reverse()
  return {
    rows: runs.slice(0, most).map((run, index) => rowOf(run, runs.length - index, names)),
    more: Math.max(0, runs.length - most),
  }
}

interface Run {
  readonly entry: JournalEntry
  readonly times: number
}

/** Commands alike one after the other, oldest first; of each run the last entry. */
function runsOf(journal: readonly JournalEntry[]): Run[] {
  const runs: Run[] = []
  for (const entry of journal) {
    const last = runs.at(-1)
    if (last && isAlike(last.entry, entry)) runs[runs.length - 1] = { entry, times: last.times + 1 }
    else runs.push({ entry, times: 1 })
  }
  return runs
}

/** Commands of one run are no further apart than this. */
const ONE_SITTING = 10 * 60_000

function isAlike(a: JournalEntry, b: JournalEntry): boolean {
  const apart = Math.abs((b.at ?? 0) - (a.at ?? 0))
  return (
    a.edit === b.edit &&
    a.unit === b.unit &&
    a.author === b.author &&
    a.name === b.name &&
    apart < ONE_SITTING
  )
}

function rowOf({ entry, times }: Run, number: number, names: HistoryNames): HistoryRow {
  const unit = entry.unit === null ? undefined : unitId(entry.unit)
  const place = unit === undefined ? '' : names.placeOf(unit)
  return {
    key: `${number} ${entry.edit}`,
    edit: entry.edit,
    person: entry.author === null ? undefined : names.personOf(entry.author),
    at: entry.at,
    unit,
    place: place === '' && unit !== undefined ? names.nameOfGone(unit) : place,
    stands: place !== '',
    times,
    name: entry.name,
  }
}
