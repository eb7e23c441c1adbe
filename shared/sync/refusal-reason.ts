/**
 * Why the sync server turns somebody away. `unavailable`, `stopping` and `too-many` pass: one tries
 * again. `bad-update` and `impostor` are faults of the client.
 */
export type SyncRefusalReason =
  | 'unauthorized'
  | 'expired'
  | 'revoked'
  | 'no-room'
  | 'too-many'
  | 'bad-update'
  | 'impostor'
  | 'unavailable'
  | 'stopping'

/** Whether the one turned away is to try no more until a person does something. */
export function isFinal(reason: string): boolean {
  return ['unauthorized', 'expired', 'revoked', 'no-room'].includes(reason)
}
