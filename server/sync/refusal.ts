import type { SyncRefusalReason } from '#shared/sync/refusal-reason.ts'

/** Turns a connection or a message away; `reason` is what the client is told. */
export class SyncRefusal extends Error {
  readonly code: number
  readonly reason: SyncRefusalReason

  constructor(reason: SyncRefusalReason) {
    // Hocuspocus prints what has a message; a refusal is no fault of the server.
    super('')
    this.name = 'SyncRefusal'
    this.reason = reason
    this.code = CLOSE_CODES[reason]
  }
}

/** WebSocket close codes: 4000 and above are the application's own. */
export const CLOSE_CODES: Readonly<Record<SyncRefusalReason, number>> = {
  unauthorized: 4401,
  expired: 4401,
  revoked: 4403,
  'no-room': 4404,
  'too-many': 4429,
  'bad-update': 4400,
  impostor: 4409,
  unavailable: 1013,
  stopping: 1001,
}
