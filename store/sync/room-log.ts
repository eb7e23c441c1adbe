import { crcOf, sameBytes, sha256 } from '../checksum.ts'
import type { Statements, SyncDatabase, Value } from './database.ts'

/** An update on its way into the log of a room. */
export interface RoomUpdate {
  readonly room: string
  readonly bytes: Uint8Array
  /** Whose it is: a member's id. */
  readonly member: string
  /** Milliseconds since the epoch. */
  readonly at: number
}

interface UpdateRow {
  readonly id: number
  readonly bytes: Uint8Array
  readonly crc: number
}

interface SnapshotRow {
  readonly id: number
  readonly state: Uint8Array
  readonly sha256: Uint8Array
}

/** What the log holds of a room: all of it is needed, in any order. */
export interface StoredRoom {
  /** The snapshot that was read; 0: none. */
  readonly snapshot: number
  /** The newest snapshot there is, also where it is damaged; 0: none. */
  readonly newest: number
  readonly state: Uint8Array | undefined
  readonly updates: readonly { readonly id: number; readonly bytes: Uint8Array }[]
  /** Rows whose checksum is wrong; nothing of them is used. */
  readonly damaged: readonly number[]
}

/** Values of one row in an INSERT of several: SQLite takes some 32,000 in a statement. */
const ROWS_AT_ONCE = 500

/** Appends updates, of any rooms, in one transaction. */
export async function appendUpdates(
  db: SyncDatabase,
  updates: readonly RoomUpdate[],
): Promise<void> {
  await db.transact(async (inside) => {
    for (let at = 0; at < updates.length; at += ROWS_AT_ONCE)
      await insertUpdates(inside, updates.slice(at, at + ROWS_AT_ONCE))
  })
}

async function insertUpdates({ run }: Statements, updates: readonly RoomUpdate[]): Promise<void> {
  const places = updates.map(() => '(?, ?, ?, ?, ?)').join(', ')
  const values = updates.flatMap(({ room, bytes, member, at }): Value[] => [
    room,
    bytes,
    sealOf(room, bytes),
    member,
    at,
  ])
  await run(`INSERT INTO sync_updates (room, bytes, crc, member, at) VALUES ${places}`, values)
}

/** Reads a room: the newest snapshot that is whole, and the updates that it does not cover. */
export async function readRoom({ run }: Statements, room: string): Promise<StoredRoom> {
  const snapshots = await run<SnapshotRow>(
    'SELECT id, state, sha256 FROM sync_snapshots WHERE room = ? ORDER BY id DESC',
    [room],
  )
  const whole = snapshots.find(isWhole)
  const rows = await run<UpdateRow>(
    `SELECT id, bytes, crc FROM sync_updates
     WHERE room = ? AND (snapshot IS NULL OR snapshot > ?) ORDER BY id`,
    [room, whole?.id ?? 0],
  )
  const isSealed = ({ bytes, crc }: UpdateRow) => sealOf(room, bytes) === crc
  return {
    snapshot: whole?.id ?? 0,
    newest: snapshots[0]?.id ?? 0,
    state: whole?.state,
    updates: rows.filter(isSealed),
    damaged: rows.filter((row) => !isSealed(row)).map(({ id }) => id),
  }
}

/** Sets rows aside that cannot be used, as they are. */
export async function quarantine(
  db: SyncDatabase,
  ids: readonly number[],
  reason: 'checksum' | 'unreadable',
  at: number,
): Promise<void> {
  await db.transact(async ({ run }) => {
    for (const id of ids) {
      await run(
        `INSERT INTO sync_quarantine (room, bytes, reason, at)
         SELECT room, bytes, ?, CAST(? AS BIGINT) FROM sync_updates WHERE id = ?`,
        [reason, at, id],
      )
      await run('DELETE FROM sync_updates WHERE id = ?', [id])
    }
  })
}

/** A snapshot made of what {@link readRoom} gave. */
export interface NewSnapshot {
  readonly room: string
  /** The newest snapshot when it was made. */
  readonly before: number
  /** The snapshot that it was made from. */
  readonly from: number
  readonly state: Uint8Array
  /** SHA-256 of the state. */
  readonly seal: Uint8Array
  /** The updates in it that no snapshot covered. */
  readonly covers: readonly number[]
  /** The updates that the snapshot covers from which it was made: they stayed in case it was damaged. */
  readonly drops: readonly number[]
}

/**
 * Writes a snapshot and gives its number; undefined: another node was faster. Of two that are written
 * at once, the key of the table takes one.
 */
export async function insertSnapshot(
  db: SyncDatabase,
  { room, before, state, seal }: NewSnapshot,
  at: number,
): Promise<number | undefined> {
  return db.transact(async ({ run }) => {
    const [newest] = await run<{ id: number | null }>(
      'SELECT max(id) AS id FROM sync_snapshots WHERE room = ?',
      [room],
    )
    if ((newest?.id ?? 0) !== before) return undefined
    const [made] = await run<{ id: number }>(
      `INSERT INTO sync_snapshots (room, before, state, sha256, at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (room, before) DO NOTHING RETURNING id`,
      [room, before, state, seal, at],
    )
    return made?.id
  })
}

export async function isSnapshotWhole({ run }: Statements, id: number): Promise<boolean> {
  const [row] = await run<SnapshotRow>(
    'SELECT id, state, sha256 FROM sync_snapshots WHERE id = ?',
    [id],
  )
  return row !== undefined && isWhole(row)
}

/** The updates of a room that a snapshot, or one before it, covers. */
export async function coveredBy(
  { run }: Statements,
  room: string,
  snapshot: number,
): Promise<readonly number[]> {
  const rows = await run<{ id: number }>(
    'SELECT id FROM sync_updates WHERE room = ? AND snapshot <= ?',
    [room, snapshot],
  )
  return rows.map(({ id }) => id)
}

/** Notes of some updates that a snapshot covers them. They stay until the next one is written. */
export async function markCovered(
  { run }: Statements,
  snapshot: number,
  ids: readonly number[],
): Promise<void> {
  await run(`UPDATE sync_updates SET snapshot = ? WHERE id IN (${placesOf(ids)})`, [
    snapshot,
    ...ids,
  ])
}

export async function dropUpdates({ run }: Statements, ids: readonly number[]): Promise<void> {
  await run(`DELETE FROM sync_updates WHERE id IN (${placesOf(ids)})`, ids)
}

export async function dropSnapshot({ run }: Statements, id: number): Promise<void> {
  await run('DELETE FROM sync_snapshots WHERE id = ?', [id])
}

export async function dropSnapshotsBefore(
  { run }: Statements,
  room: string,
  id: number,
): Promise<void> {
  await run('DELETE FROM sync_snapshots WHERE room = ? AND id < ?', [room, id])
}

function placesOf(ids: readonly number[]): string {
  return ids.map(() => '?').join(', ')
}

function isWhole({ state, sha256: seal }: SnapshotRow): boolean {
  return sameBytes(sha256(state), seal)
}

/** The checksum of a row: of its room too, so that no row passes for another room's. */
function sealOf(room: string, bytes: Uint8Array): number {
  return (crcOf(bytes) ^ crcOf(room)) >>> 0
}
