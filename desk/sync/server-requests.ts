import { z } from 'zod'
import { problem } from '#shared/base/problem.ts'
import { fail, ok, type Result } from '#shared/base/result.ts'
import { sharedMember } from '#shared/bridge/sharing.ts'
import type { Invitation } from '#shared/sync/invitation.ts'
import { ROLES, type Role } from '#shared/sync/role.ts'
import type { Network } from './server-link.ts'

/** Milliseconds that a server may take to answer. */
const PATIENCE = 15_000

const person = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  document: z.string(),
})

const members = z.array(
  z
    .object({
      id: z.string(),
      name: z.string(),
      role: z.enum(ROLES),
      expires_at: z.number(),
      revoked_at: z.number().nullable(),
    })
    .transform(({ expires_at, revoked_at, ...rest }) => ({
      ...rest,
      until: expires_at,
      isRevoked: revoked_at !== null,
    }))
    .pipe(sharedMember),
)

const refusal = z.object({ code: z.string(), message: z.string() })

/** Who an invitation lets in. */
export type InvitedPerson = z.infer<typeof person>

/** What a desk asks of a server beside its rooms. */
export interface ServerRequests {
  me(): Promise<Result<InvitedPerson>>
  base(document: string): Promise<Result<Uint8Array<ArrayBuffer>>>
  putBase(document: string, act: Uint8Array<ArrayBuffer>): Promise<Result<void>>
  members(document: string): Promise<Result<z.infer<typeof members>>>
  invite(
    document: string,
    invited: { readonly name: string; readonly role: Role; readonly days: number },
  ): Promise<Result<{ readonly link: string }>>
  revoke(document: string, member: string): Promise<Result<void>>
}

export function serverRequests(
  { fetch }: Pick<Network, 'fetch'>,
  { address, token }: Invitation,
): ServerRequests {
  return {
    me: () => ask('/me', {}, decoded(person)),
    base: (document) =>
      ask(pathOf(document, 'base'), {}, async (response) =>
        ok(new Uint8Array(await response.arrayBuffer())),
      ),
    putBase: (document, body) => ask(pathOf(document, 'base'), { method: 'PUT', body }, nothing),
    members: (document) => ask(pathOf(document, 'members'), {}, decoded(members)),
    invite: (document, invited) =>
      ask(
        pathOf(document, 'members'),
        { method: 'POST', body: JSON.stringify(invited) },
        decoded(z.object({ link: z.string() })),
      ),
    revoke: (document, member) =>
      ask(
        `${pathOf(document, 'members')}/${encodeURIComponent(member)}`,
        { method: 'DELETE' },
        nothing,
      ),
  }

  async function ask<T>(
    path: string,
    request: RequestInit,
    read: (response: Response) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    try {
      const response = await fetch(`${address}${path}`, {
        ...request,
        headers: { authorization: `Bearer ${token}` },
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE),
      })
      return response.ok ? await read(response) : fail(await problemOf(response))
    } catch (fault) {
      // `fetch` rejects with these where the server is not there or goes away meanwhile.
      if (!(fault instanceof TypeError || fault instanceof DOMException)) throw fault
      return fail(problem('desk/server-away', { address }))
    }
  }
}

function pathOf(document: string, noun: string): string {
  return `/documents/${encodeURIComponent(document)}/${noun}`
}

async function nothing(): Promise<Result<void>> {
  return ok(undefined)
}

function decoded<T>(form: z.ZodType<T>): (response: Response) => Promise<Result<T>> {
  return async (response) => {
    const read = form.safeParse(await json(response))
    return read.success ? ok(read.data) : fail(notAServer())
  }
}

async function json(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return undefined
  }
}

async function problemOf(response: Response) {
  if (response.status === 401) {
    const read = refusal.safeParse(await json(response))
    if (read.success) return { ...read.data, severity: 'error' } as const
  }
  if (response.status === 403) return problem('desk/role:owner')
  if (response.status === 404) return problem('desk/not-shared:here')
  if (response.status === 409) return problem('desk/other-base')
  return notAServer()
}

function notAServer() {
  return problem('desk/no-server')
}
