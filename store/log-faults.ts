import { crcOf, sameBytes } from './checksum.ts'
import { isWhole, type SnapshotRow } from './snapshots.ts'
import { GENESIS, type Head, sealHash, type UpdateRow } from './updates.ts'

/** All that is stored of one draft: snapshots from the newest, rows in order. */
export interface DraftLog {
  readonly head: Head | undefined
  readonly snapshots: readonly SnapshotRow[]
  readonly rows: readonly UpdateRow[]
}

/** What is wrong with a log: a row or snapshot that is not as it was written, or rows that are gone. */
export type LogFault =
  | { readonly kind: 'update'; readonly row: UpdateRow }
  | { readonly kind: 'snapshot'; readonly row: SnapshotRow }
  | { readonly kind: 'missing'; readonly from: number; readonly to: number }
  | { readonly kind: 'chain'; readonly seq: number }

/** Every fault of a log; none: it is what was written, to the last bit. */
export function logFaults({ head, snapshots, rows }: DraftLog): readonly LogFault[] {
  const faults: LogFault[] = snapshots
    .filter((row) => !isWhole(row))
    .map((row) => ({ kind: 'snapshot', row }))
  const oldest = snapshots.at(-1)
  let seq =
    rows.length > 0 ? Math.min(oldest?.upto ?? 0, (rows[0]?.seq ?? 1) - 1) : (oldest?.upto ?? 0)
  if (oldest === undefined || snapshots.length < 2) seq = 0
  const chains = new Map(snapshots.map(({ upto, chain }) => [upto, chain]))
  let hash = seq === 0 ? GENESIS : chains.get(seq)
  for (const row of rows) {
    if (row.seq !== seq + 1) faults.push({ kind: 'missing', from: seq + 1, to: row.seq - 1 })
    else if (hash && !sameBytes(row.prev, hash)) faults.push({ kind: 'chain', seq: row.seq })
    if (!isSealed(row)) faults.push({ kind: 'update', row })
    const chain = chains.get(row.seq)
    if (chain && !sameBytes(chain, row.hash)) faults.push({ kind: 'chain', seq: row.seq })
    seq = row.seq
    hash = row.hash
  }
  const newest = snapshots[0]
  if (newest && newest.upto > seq) {
    faults.push({ kind: 'missing', from: seq + 1, to: newest.upto })
    seq = newest.upto
    hash = newest.chain
  }
  if (!head || head.seq < seq) faults.push({ kind: 'chain', seq })
  else if (head.seq > seq) faults.push({ kind: 'missing', from: seq + 1, to: head.seq })
  else if (hash && !sameBytes(head.hash, hash)) faults.push({ kind: 'chain', seq })
  return faults
}

/** Whether the row is as it was written: its bytes by their CRC, all of it by its seal. */
export function isSealed(row: UpdateRow): boolean {
  return hasWholeBytes(row) && sameBytes(sealHash(row, row.prev), row.hash)
}

export function hasWholeBytes(row: UpdateRow): boolean {
  return crcOf(row.bytes) === row.crc
}
