import { z } from 'zod'
import { type Problem, problem } from '#shared/base/problem.ts'
import { fail, ok, type Result } from '#shared/base/result.ts'
import type { Input, Output } from '#shared/bridge/contract.ts'
import type { Act } from '#shared/schema/act.ts'
import { actAttrs } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { type Invitation, readInvitation } from '#shared/sync/invitation.ts'
import { findDocument } from '#store/documents.ts'
import { baseBytes } from '../acts.ts'
import type { DeskContext } from '../context.ts'
import { addDocument, standing } from '../library.ts'
import { type InvitedPerson, type ServerRequests, serverRequests } from './server-requests.ts'
import { readShare, type Share } from './share.ts'

type Answer<
  K extends 'shareDocument' | 'joinDraft' | 'listMembers' | 'inviteMember' | 'revokeMember',
> = Promise<Result<Output<K>>>

/** Puts a document on a server, or on one that this desk starts for its network. */
export async function shareDocument(
  ctx: DeskContext,
  { document, at }: Input<'shareDocument'>,
): Answer<'shareDocument'> {
  const found = standing(ctx.store.db, document)
  if (!found.ok) return found
  const base = baseBytes(ctx.store.db, found.value.key)
  if (!base.ok) return base
  const invited =
    at.kind === 'network' ? await ctx.networkServer.start() : invitationIn(at.invitation)
  if (!invited.ok) return invited
  const server = serverRequests(ctx.shares.network, invited.value)
  const me = await server.me()
  if (!me.ok) return me
  if (me.value.document !== '*' && me.value.document !== document)
    return fail(problem('desk/other-document'))
  if (me.value.role === 'owner') {
    const put = await server.putBase(document, base.value)
    if (!put.ok) return put
  } else {
    const there = await server.base(document)
    if (!there.ok) return there
    if (!sameBytes(there.value, base.value)) return fail(otherBase())
  }
  ctx.shares.begin(document, shareOf(invited.value, me.value))
  return ok(undefined)
}

/** Takes a shared draft into the library: its base now, its text as the server gives it. */
export async function joinDraft(
  ctx: DeskContext,
  { invitation }: Input<'joinDraft'>,
): Answer<'joinDraft'> {
  const { db } = ctx.store
  const invited = invitationIn(invitation)
  if (!invited.ok) return invited
  const server = serverRequests(ctx.shares.network, invited.value)
  const me = await server.me()
  if (!me.ok) return me
  const { document } = me.value
  if (document === '*') return fail(problem('desk/whole-server'))
  const base = await server.base(document)
  if (!base.ok) return base
  const found = findDocument(db, document)
  if (found) {
    const own = baseBytes(db, found.key)
    if (!own.ok) return own
    if (!sameBytes(own.value, base.value)) return fail(otherBase())
    if (found.removed_at !== null) return fail(problem('desk/removed'))
  } else {
    const act = actIn(base.value, document)
    if (!act.ok) return act
    addDocument(db, { act: act.value, source: invited.value.address, sample: 0, at: ctx.now() })
    ctx.references.changed()
    ctx.windows.tell({ kind: 'library' })
  }
  ctx.shares.begin(document, shareOf(invited.value, me.value))
  return ok({ document })
}

export async function listMembers(
  ctx: DeskContext,
  { document }: Input<'listMembers'>,
): Answer<'listMembers'> {
  const server = serverOf(ctx, document)
  return server.ok ? server.value.members(document) : server
}

export async function inviteMember(
  ctx: DeskContext,
  { document, ...invited }: Input<'inviteMember'>,
): Answer<'inviteMember'> {
  const server = serverOf(ctx, document)
  return server.ok ? server.value.invite(document, invited) : server
}

export async function revokeMember(
  ctx: DeskContext,
  { document, member }: Input<'revokeMember'>,
): Answer<'revokeMember'> {
  const server = serverOf(ctx, document)
  return server.ok ? server.value.revoke(document, member) : server
}

function serverOf(ctx: DeskContext, document: string): Result<ServerRequests> {
  const share = readShare(ctx.store.db, document)
  if (!share || share.ended !== null) return fail(problem('desk/not-shared'))
  return ok(serverRequests(ctx.shares.network, share))
}

function shareOf({ address, token }: Invitation, me: InvitedPerson): Share {
  const { id, name, role } = me
  return { address, token, member: id, name, role, safe: false, ended: null }
}

function invitationIn(text: string): Result<Invitation> {
  const read = readInvitation(text)
  if (read) return ok(read)
  return fail(problem('desk/no-invitation'))
}

const actJson = z.looseObject({ type: z.literal('act') })

/** The base of a shared draft, from a server that may be anybody's. */
function actIn(bytes: Uint8Array, document: string): Result<Act> {
  try {
    const json = actJson.parse(JSON.parse(new TextDecoder().decode(bytes)))
    const act = schema.nodeFromJSON(json)
    act.check()
    if (actAttrs(act).id === document) return ok(act)
  } catch (fault) {
    // A parser of JSON, of the act or the schema itself does not know it.
    if (
      !(fault instanceof SyntaxError || fault instanceof RangeError || fault instanceof z.ZodError)
    )
      throw fault
  }
  return fail(problem('desk/bad-base'))
}

function otherBase(): Problem {
  return problem('desk/other-base:own')
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}
