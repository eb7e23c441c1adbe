import '../base/jitless.ts'
import { z } from 'zod'
import { place } from '../sync/presence.ts'
import { ROLES } from '../sync/role.ts'
import { call } from './call.ts'

/** How a document is shared, and how far the words on this computer are. */
export const shareSummary = z.strictObject({
  /** The server: `https://drafts.example.org`. */
  address: z.string(),
  /** Who we are there: the id of our way in, and the name. */
  member: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  /**
   * `offline`: the server does not answer; `sent`: not all is acknowledged; `safe`: all is on its
   * disk; `refused`: it does not take what was written here; `removed`: we were sent away, and what
   * stands here is a proposal of our own.
   */
  state: z.enum(['offline', 'sent', 'safe', 'refused', 'removed']),
  /** Why it is `removed`: `revoked`, `expired` and the like. */
  reason: z.string().nullable(),
})

/** Somebody who was let into a shared document. */
export const sharedMember = z.strictObject({
  id: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  /** When the invitation ends; milliseconds since the epoch. */
  until: z.number(),
  isRevoked: z.boolean(),
})

export type ShareSummary = z.infer<typeof shareSummary>

export type SharedMember = z.infer<typeof sharedMember>

/** The calls by which a document is shared with others. */
export const sharingCalls = {
  /** How a document is shared with others; null: it is not. `share` events tell of changes. */
  shareOf: call(z.strictObject({ document: z.string() }), shareSummary.nullable()),
  /** Shares a document: on a server that an invitation leads to, or with the people of this network. */
  shareDocument: call(
    z.strictObject({
      document: z.string(),
      at: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('network') }),
        z.strictObject({ kind: z.literal('server'), invitation: z.string().max(5000) }),
      ]),
    }),
    z.void(),
  ),
  /** Takes a draft that others share into the library, by its invitation. */
  joinDraft: call(
    z.strictObject({ invitation: z.string().max(5000) }),
    z.strictObject({ document: z.string() }),
  ),
  /** Shares a document no longer; it stays in the library as it is. */
  leaveShare: call(z.strictObject({ document: z.string() }), z.void()),
  /** Tries to reach the server of a document now. */
  retryShare: call(z.strictObject({ document: z.string() }), z.void()),
  /** Who may reach a shared document; asked by its owners. */
  listMembers: call(z.strictObject({ document: z.string() }), z.array(sharedMember)),
  /** Lets somebody into a shared document by a link. */
  inviteMember: call(
    z.strictObject({
      document: z.string(),
      name: z.string().trim().min(1).max(200),
      role: z.enum(ROLES),
      days: z.number().int().min(1).max(3650),
    }),
    z.strictObject({ link: z.string() }),
  ),
  /** Lets somebody into a shared document no longer; they are sent away at once. */
  revokeMember: call(z.strictObject({ document: z.string(), member: z.string() }), z.void()),
  /** Where this window is in a document; others see it by `presence` events. */
  showPresence: call(z.strictObject({ document: z.string(), place: place.nullable() }), z.void()),
}
