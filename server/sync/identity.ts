import type { Result } from '#shared/base/result.ts'
import type { Role } from '#shared/sync/role.ts'

/** Somebody whom the server knows, as their token says. */
export interface Person {
  /** Stands for one way in, which can be closed: of an invitation its id, of a directory the account's. */
  readonly id: string
  readonly name: string
  readonly role: Role
  /** The document that they may reach; `*`: every one. */
  readonly document: string
  /** Milliseconds since the epoch. */
  readonly expiresAt: number
}

/**
 * Who people are. Bapta's own is by invitation ({@link file://./invitations.ts}); a directory (OIDC,
 * LDAP) is another implementation: `docs/sync-server.md` says what it must do.
 */
export interface Identity {
  /** Who holds the token, or a problem whose code is `sync/` and a reason to refuse. */
  personOf(token: string): Promise<Result<Person>>
  /** Those of these people, by id, who may stay no longer. Asked every second while they are connected. */
  ended(people: readonly string[]): Promise<readonly string[]>
}
