import type {
  beforeHandleAwarenessPayload,
  beforeSyncPayload,
  Extension,
  onAuthenticatePayload,
} from '@hocuspocus/server'
import type { SyncRefusalReason } from '#shared/sync/refusal-reason.ts'
import { mayWrite } from '#shared/sync/role.ts'
import { parseRoom } from '#shared/sync/room.ts'
import { metaOf } from '#shared/sync/shape.ts'
import type { Identity } from './identity.ts'
import { MAX_SOCKETS_A_MEMBER } from './limits.ts'
import type { Metrics } from './metrics.ts'
import { SyncRefusal } from './refusal.ts'
import type { Visit } from './visit.ts'

/** The query parameter in which a program says the newest document version that it knows. */
export const SCHEMA_PARAMETER = 'schema'

/**
 * Lets people into rooms by their token and role. A program that is older than the draft may listen
 * and write nothing: it would take away what it does not know.
 */
export function admission(identity: Identity, metrics: Metrics): Extension<Visit> {
  const refuse = (reason: SyncRefusalReason): never => {
    metrics.refused(reason)
    throw new SyncRefusal(reason)
  }
  return {
    extensionName: 'admission',
    // Before the log: a connection must be judged before its update is kept.
    priority: 200,
    async onAuthenticate(asked: onAuthenticatePayload<Visit>): Promise<Visit> {
      const room = parseRoom(asked.documentName)
      if (!room) return refuse('no-room')
      const known = await identity.personOf(asked.token).catch(() => refuse('unavailable'))
      if (!known.ok) return refuse(reasonOf(known.problem.code))
      const person = known.value
      if (person.document !== '*' && person.document !== room.document) return refuse('no-room')
      if (socketsOf(asked, person.id) >= MAX_SOCKETS_A_MEMBER) return refuse('too-many')
      asked.connectionConfig.readOnly = !mayWrite(person.role, room.part)
      const schema = Number(asked.requestParameters.get(SCHEMA_PARAMETER) ?? 0)
      return { person, room, schema: Number.isFinite(schema) ? schema : 0 }
    },
    async beforeSync({ connection, context, document }: beforeSyncPayload<Visit>) {
      const version = metaOf(document).get('schemaVersion')
      if (typeof version === 'number' && context.schema < version) connection.readOnly = true
    },
    async beforeHandleAwareness(said: beforeHandleAwarenessPayload<Visit>) {
      const { states, context, awareness } = said
      // Other nodes have judged theirs.
      if (!context) return
      for (const [client, state] of states) {
        // Hocuspocus adds the empty state of its own scratch replica.
        if (Object.keys(state).length === 0) {
          states.delete(client)
          continue
        }
        const holder: unknown = awareness.getStates().get(client)?.['user']?.id
        if (holder !== undefined && holder !== context.person.id) return refuse('impostor')
        context.client ??= client
        if (client !== context.client) return refuse('impostor')
        const { id, name, role } = context.person
        state['user'] = { id, name, role }
      }
    },
  }
}

/** How often somebody is in the room already. */
function socketsOf({ instance, documentName }: onAuthenticatePayload<Visit>, person: string) {
  const connections = instance.documents.get(documentName)?.getConnections() ?? []
  return connections.filter(({ context }) => context.person?.id === person).length
}

function reasonOf(code: string): SyncRefusalReason {
  return code === 'sync/expired' ? 'expired' : code === 'sync/revoked' ? 'revoked' : 'unauthorized'
}
