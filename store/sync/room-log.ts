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
  const whole = snapshots.find(({ state, sha256: seal }) => sameBytes(sha256(state), seal))
  const rows = await run<UpdateRow>(
    `SELECT id, bytes, crc FROM sync_updates
     WHERE room = ? AND (snapshot IS NULL OR snapshot > ?) ORDER BY id`,
    [room, whole?.id ?? 0],
  )
  const isWhole = ({ bytes, crc }: UpdateRow) => sealOf(room, bytes) === crc
  return {
    snapshot: whole?.id ?? 0,
    state: whole?.state,
    updates: rows.filter(isWhole),
    damaged: rows.filter((row) => !isWhole(row)).map(({ id }) => id),
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
  /** The snapshot that it was made from. */
  readonly before: number
  readonly state: Uint8Array
  /** The updates in it. */
  readonly covers: readonly number[]
  readonly at: number
}

/**
 * Writes a snapshot, read back before anything is dropped. Updates that it covers stay until the next
 * one, so that a damaged snapshot loses nothing. False: another node was faster.
 */
export async function writeSnapshot(db: SyncDatabase, snapshot: NewSnapshot): Promise<boolean> {
  const { room, before, state, covers, at } = snapshot
  return db.transact(async ({ run }) => {
    const seal = sha256(state)
    const [made] = await run<{ id: number }>(
      `INSERT INTO sync_snapshots (room, before, state, sha256, at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (room, before) DO NOTHING RETURNING id`,
      [room, before, state, seal, at],
    )
    if (!made) return false
    const [written] = await run<SnapshotRow>(
      'SELECT id, state, sha256 FROM sync_snapshots WHERE id = ?',
      [made.id],
    )
    if (!written || !sameBytes(sha256(written.state), seal))
      throw new Error(`a snapshot of ${room} did not read back as written`)
    for (let from = 0; from < covers.length; from += ROWS_AT_ONCE) {
      const ids = covers.slice(from, from + ROWS_AT_ONCE)
      const places = ids.map(() => '?').join(', ')
      await run(`UPDATE sync_updates SET snapshot = ? WHERE id IN (${places})`, [made.id, ...ids])
    }
    await run('DELETE FROM sync_updates WHERE room = ? AND snapshot <= ?', [room, before])
    await run('DELETE FROM sync_snapshots WHERE room = ? AND id < ?', [room, before])
    return true
  })
}

/** The checksum of a row: of its room too, so that no row passes for another room's. */
function sealOf(room: string, bytes: Uint8Array): number {
  return (crcOf(bytes) ^ crcOf(room)) >>> 0
}
