import { isRole, type Role } from '#shared/sync/role.ts'
import type { Statements } from './database.ts'

/** One invitation: who may do what with a document of the server, and until when. */
export interface Member {
  readonly id: string
  /** `*`: every document. */
  readonly document: string
  readonly name: string
  readonly role: Role
  /** Milliseconds since the epoch. */
  readonly invited_at: number
  readonly expires_at: number
  readonly revoked_at: number | null
}

export async function insertMember({ run }: Statements, member: Member): Promise<void> {
  const { id, document, name, role, invited_at, expires_at } = member
  await run(
    `INSERT INTO sync_members (id, document, name, role, invited_at, expires_at)
     VALUES (?, ?, ?, ?, ?, ?)`,
    [id, document, name, role, invited_at, expires_at],
  )
}

export async function findMember({ run }: Statements, id: string): Promise<Member | undefined> {
  const [found] = await run<Member>('SELECT * FROM sync_members WHERE id = ?', [id])
  return found && isRole(found.role) ? found : undefined
}

/** The members who may reach a document, or all of the server. */
export async function listMembers(
  { run }: Statements,
  document: string,
): Promise<readonly Member[]> {
  return run<Member>(
    `SELECT * FROM sync_members WHERE document = ? OR document = '*' OR ? = '*'
     ORDER BY invited_at, id`,
    [document, document],
  )
}

/** Ends what a member may do; one who was revoked before stays as they were. */
export async function revokeMember({ run }: Statements, id: string, at: number): Promise<void> {
  await run('UPDATE sync_members SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL', [at, id])
}

/** Those of `ids` who may do nothing any more, at `now`: revoked, expired, or not known. */
export async function endedMembers(
  { run }: Statements,
  ids: readonly string[],
  now: number,
): Promise<readonly string[]> {
  if (ids.length === 0) return []
  const places = ids.map(() => '?').join(', ')
  const standing = await run<{ id: string }>(
    `SELECT id FROM sync_members WHERE id IN (${places}) AND revoked_at IS NULL AND expires_at > ?`,
    [...ids, now],
  )
  const known = new Set(standing.map(({ id }) => id))
  return ids.filter((id) => !known.has(id))
}
