import { exportJWK, generateKeyPair, importJWK, type JWK, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import { problem } from '#shared/base/problem.ts'
import { fail, ok, type Result } from '#shared/base/result.ts'
import { ROLES, type Role } from '#shared/sync/role.ts'
import type { SyncDatabase } from '#store/sync/database.ts'
import {
  endedMembers,
  findMember,
  insertMember,
  listMembers,
  type Member,
  revokeMember,
} from '#store/sync/members.ts'
import { settleSyncSetting } from '#store/sync/sync-settings.ts'
import type { Identity, Person } from './identity.ts'

/** Who is to be let in, and to what. */
export interface Invited {
  readonly name: string
  readonly role: Role
  /** `*`: every document. */
  readonly document: string
  /** Days that the invitation holds. */
  readonly days: number
}

/** The server's own sign-in: each person holds a token that it signed, and that it can revoke. */
export interface Invitations extends Identity {
  /** The token of a new member. */
  invite(invited: Invited): Promise<{ readonly member: Member; readonly token: string }>
  /** Whether anybody was ever invited. */
  isNew(): Promise<boolean>
  members(document: string): Promise<readonly Member[]>
  memberOf(id: string): Promise<Member | undefined>
  revoke(id: string): Promise<void>
}

const ALGORITHM = 'EdDSA'
const AUDIENCE = 'bapta-sync'
const DAY = 86_400_000

const claims = z.object({
  jti: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  document: z.string(),
  exp: z.number(),
})

/** Opens the sign-in of a server. Its key is made at the first start and stays in its database. */
export async function openInvitations(
  db: SyncDatabase,
  { now, newId }: { readonly now: () => number; readonly newId: () => string },
): Promise<Invitations> {
  const jwk: JWK = JSON.parse(await settleSyncSetting(db, 'key', JSON.stringify(await newKey())))
  const key = await importJWK(jwk, ALGORITHM)
  const { d: _secret, ...half } = jwk
  const publicKey = await importJWK({ ...half, key_ops: ['verify'] }, ALGORITHM)

  return {
    async personOf(token) {
      const read = await claimsOf(token)
      if (!read.ok) return read
      const member = await findMember(db, read.value.jti)
      if (!member) return refused('unauthorized')
      if (member.revoked_at !== null) return refused('revoked')
      const { jti, exp, ...rest } = read.value
      return ok({ id: jti, expiresAt: exp * 1000, ...rest } satisfies Person)
    },
    ended: (people) => endedMembers(db, people, now()),
    async invite({ name, role, document, days }) {
      const at = now()
      const expires = Math.floor((at + days * DAY) / 1000)
      const member: Member = {
        id: newId(),
        document,
        name,
        role,
        invited_at: at,
        expires_at: expires * 1000,
        revoked_at: null,
      }
      await insertMember(db, member)
      const token = await new SignJWT({ name, role, document })
        .setProtectedHeader({ alg: ALGORITHM })
        .setJti(member.id)
        .setAudience(AUDIENCE)
        .setIssuedAt(Math.floor(at / 1000))
        .setExpirationTime(expires)
        .sign(key)
      return { member, token }
    },
    isNew: async () => (await listMembers(db, '*')).length === 0,
    members: (document) => listMembers(db, document),
    memberOf: (id) => findMember(db, id),
    revoke: (id) => revokeMember(db, id, now()),
  }

  async function claimsOf(token: string): Promise<Result<z.infer<typeof claims>>> {
    try {
      const { payload } = await jwtVerify(token, publicKey, {
        algorithms: [ALGORITHM],
        audience: AUDIENCE,
        currentDate: new Date(now()),
      })
      const read = claims.safeParse(payload)
      return read.success ? ok(read.data) : refused('unauthorized')
    } catch (fault) {
      const isLate = fault instanceof Error && 'code' in fault && fault.code === 'ERR_JWT_EXPIRED'
      return refused(isLate ? 'expired' : 'unauthorized')
    }
  }
}

async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true })
  return exportJWK(privateKey)
}

function refused(reason: 'expired' | 'revoked' | 'unauthorized'): Result<never> {
  return fail(problem(`sync/${reason}`))
}
