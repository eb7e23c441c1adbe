import * as Y from 'yjs'
import { deletionsIn, numbers } from './people.ts'

/** Neighboring characters, and the Yjs item that tells who deleted them; undefined: nobody told. */
export interface DeletedPart {
  readonly length: number
  readonly by: { readonly client: number; readonly clock: number } | undefined
}

/** Who deleted what, as those who deleted the words of others wrote it down. */
export interface Deletions {
  /** What was told of a run of characters, in parts. */
  of(client: number, clock: number, length: number): readonly DeletedPart[]
}

export function deletionsBy(doc: Y.Doc): Deletions {
  const told = new Map<number, Told[]>()
  for (const [entry, by] of entriesOf(deletionsIn(doc))) {
    const [client, clock, length] = numbers(entry)
    if (client === undefined || clock === undefined || length === undefined) continue
    const known = told.get(client)
    const range = { from: clock, to: clock + length, by }
    if (known) known.push(range)
    else told.set(client, [range])
  }
  const parted = new Map([...told].map(([client, ranges]) => [client, disjoint(ranges)]))
  return { of: (client, clock, length) => partsOf(parted.get(client) ?? [], clock, clock + length) }
}

interface Told {
  readonly from: number
  readonly to: number
  readonly by: { readonly client: number; readonly clock: number }
}

/** In order and without overlap: of what two deleted at once, one is told to have. */
function disjoint(ranges: readonly Told[]): readonly Told[] {
  const parted: Told[] = []
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    const from = Math.max(range.from, parted.at(-1)?.to ?? 0)
    if (from < range.to) parted.push({ ...range, from })
  }
  return parted
}

function partsOf(ranges: readonly Told[], from: number, to: number): readonly DeletedPart[] {
  const parts: DeletedPart[] = []
  let at = from
  for (let i = firstAfter(ranges, from); i < ranges.length; i++) {
    const range = ranges[i]
    if (!range || range.from >= to) break
    if (range.from > at) parts.push({ length: range.from - at, by: undefined })
    const start = Math.max(at, range.from)
    at = Math.min(to, range.to)
    parts.push({ length: at - start, by: range.by })
  }
  if (at < to) parts.push({ length: to - at, by: undefined })
  return parts
}

/** Index of the first range that ends behind a clock. */
function firstAfter(ranges: readonly Told[], clock: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.to ?? 0) <= clock) low = middle + 1
    else high = middle
  }
  return low
}

/** The entries of an array with the id of the item that each stands in. */
function* entriesOf(array: Y.Array<unknown>): Generator<readonly [unknown, Told['by']]> {
  for (let item = array._start; item; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentAny)) continue
    for (const [index, entry] of item.content.arr.entries()) {
      yield [entry, { client: item.id.client, clock: item.id.clock + index }]
    }
  }
}
