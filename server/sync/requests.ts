import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { invitationLink } from '#shared/sync/invitation.ts'
import { ROLES } from '#shared/sync/role.ts'
import { isDocumentId } from '#shared/sync/room.ts'
import type { SyncDatabase } from '#store/sync/database.ts'
import { keepSharedBase, readSharedBase } from '#store/sync/shared-bases.ts'
import type { Identity, Person } from './identity.ts'
import type { Invitations } from './invitations.ts'
import { MAX_BASE_BYTES } from './limits.ts'

/** What the requests of the server are answered from. */
export interface RequestParts {
  readonly db: SyncDatabase
  readonly identity: Identity
  readonly invitations: Invitations
  readonly now: () => number
  /** Where people reach the server: what invitation links begin with. */
  address(): string
  metricsPage(): string
  /** Ends what a member may do, everywhere on this node, now. */
  revoke(member: string): Promise<void>
}

interface Answer {
  readonly status: number
  readonly type?: string
  readonly body?: string | Uint8Array
}

const JOIN_PAGE = `Bapta: a shared draft

This address is an invitation. Copy it whole, open Bapta, choose "Join a shared draft" and paste it there.
`

const invitation = z.strictObject({
  name: z.string().trim().min(1).max(200),
  role: z.enum(ROLES),
  days: z.number().int().min(1).max(3650),
})

/** Answers the requests that are not WebSockets: who one is, the base of a draft, its members, metrics. */
export function createRequests(parts: RequestParts) {
  const { db, identity, invitations, now } = parts
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { status, type = 'text/plain; charset=utf-8', body = '' } = await answerTo(request)
    response.writeHead(status, {
      'content-type': type,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'",
      'referrer-policy': 'no-referrer',
    })
    response.end(request.method === 'HEAD' ? undefined : body)
  }

  async function answerTo(request: IncomingMessage): Promise<Answer> {
    const [path = '/'] = (request.url ?? '/').split('?')
    const method = request.method ?? 'GET'
    if (method === 'GET' && path === '/metrics') return { status: 200, body: parts.metricsPage() }
    if (method === 'GET' && path === '/health') return health()
    if (method === 'GET' && (path === '/' || path === '/join'))
      return { status: 200, body: JOIN_PAGE }
    const known = await identity.personOf(bearerOf(request))
    if (!known.ok) return json(401, { code: known.problem.code, message: known.problem.message })
    const person = known.value
    if (method === 'GET' && path === '/me') return json(200, person)
    const [, collection, given = '', noun, member] = path.split('/')
    const document = decoded(given)
    if (collection !== 'documents' || document === undefined || !mayReach(person, document))
      return { status: 404 }
    if (noun === 'base') return base(method, document, person, request)
    if (noun === 'members') return members(method, document, person, request, member)
    return { status: 404 }
  }

  async function health(): Promise<Answer> {
    try {
      await db.run('SELECT 1')
      return { status: 200, body: 'ok\n' }
    } catch {
      return { status: 503, body: 'the database is away\n' }
    }
  }

  async function base(
    method: string,
    document: string,
    person: Person,
    request: IncomingMessage,
  ): Promise<Answer> {
    if (method === 'GET') {
      const act = await readSharedBase(db, document)
      return act ? { status: 200, type: 'application/json', body: act } : { status: 404 }
    }
    if (method !== 'PUT') return { status: 405 }
    if (person.role !== 'owner') return { status: 403 }
    const act = await bodyOf(request, MAX_BASE_BYTES)
    if (!act || act.byteLength === 0) return { status: 413 }
    const kept = await keepSharedBase(db, document, act, now())
    return kept === 'other' ? { status: 409 } : { status: 200 }
  }

  async function members(
    method: string,
    document: string,
    person: Person,
    request: IncomingMessage,
    member: string | undefined,
  ): Promise<Answer> {
    if (person.role !== 'owner') return { status: 403 }
    if (method === 'GET') return json(200, await invitations.members(document))
    if (method === 'POST') {
      const asked = invitation.safeParse(jsonOf(await bodyOf(request, 10_000)))
      if (!asked.success) return { status: 400 }
      const made = await invitations.invite({ ...asked.data, document })
      const link = invitationLink({ address: parts.address(), token: made.token })
      return json(200, { ...made, link })
    }
    if (method !== 'DELETE' || member === undefined) return { status: 405 }
    const found = await invitations.memberOf(member)
    const isOurs = found?.document === document || person.document === '*'
    if (!found || !isOurs) return { status: 404 }
    await parts.revoke(member)
    return { status: 200 }
  }
}

function mayReach(person: Person, document: string): boolean {
  return isDocumentId(document) && (person.document === '*' || person.document === document)
}

function bearerOf(request: IncomingMessage): string {
  return /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
}

function json(status: number, value: unknown): Answer {
  return { status, type: 'application/json', body: JSON.stringify(value) }
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

function jsonOf(bytes: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

/** The body of a request; undefined where it is longer than `most`. */
async function bodyOf(request: IncomingMessage, most: number): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.byteLength
    if (length > most) return undefined
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}
