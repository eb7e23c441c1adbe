import type { Hocuspocus } from '@hocuspocus/server'
import type { SyncRefusalReason } from '#shared/sync/refusal-reason.ts'
import type { Identity } from './identity.ts'
import { CLOSE_CODES } from './refusal.ts'
import type { Visit } from './visit.ts'

/** Who is connected to this node. */
export interface PresentPeople {
  /** Closes all that somebody has open, with a reason. */
  close(person: string, reason: SyncRefusalReason): void
  /** Closes what is open of people who may stay no longer. */
  sendEndedAway(): Promise<void>
}

export function createPresentPeople(
  hocuspocus: Hocuspocus<Visit>,
  identity: Identity,
  log: (where: string, fault: unknown) => void,
): PresentPeople {
  const connections = () =>
    [...hocuspocus.documents.values()].flatMap((document) => document.getConnections())
  const close = (person: string, reason: SyncRefusalReason) => {
    const code = CLOSE_CODES[reason]
    for (const connection of connections()) {
      if (personIn(connection.context) !== person) continue
      connection.close({ code, reason })
      connection.webSocket.close(code, reason)
    }
  }
  return {
    close,
    async sendEndedAway() {
      const present = new Set(connections().flatMap(({ context }) => personIn(context) ?? []))
      if (present.size === 0) return
      try {
        for (const person of await identity.ended([...present])) close(person, 'revoked')
      } catch (fault) {
        log('revocations', fault)
      }
    },
  }
}

function personIn(context: Partial<Visit>): string | undefined {
  return context.person?.id
}
