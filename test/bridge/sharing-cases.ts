import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openInvitations } from '#server/sync/invitations.ts'
import { openSyncDatabase } from '#server/sync/sync-database.ts'
import { startSyncServer } from '#server/sync/sync-server.ts'
import type { Bridge, CallName } from '#shared/bridge/contract.ts'
import type { sharingCalls } from '#shared/bridge/sharing.ts'
import { invitationLink } from '#shared/sync/invitation.ts'
import type { Role } from '#shared/sync/role.ts'
import { type Case, codeOf, importLaw, once, value, wordsOf, writing } from './window-asks.ts'

/** A sync server in this process, for as long as a case lasts. */
interface TestServer {
  readonly owner: string
  invitation(role: Role, document: string): Promise<string>
}

async function withServer(work: (server: TestServer) => Promise<void>): Promise<void> {
  const dir = mkdtempSync(path.join(tmpdir(), 'bapta-sync-'))
  const db = value(await openSyncDatabase({ dir, use: 'server' }))
  const shared = { now: Date.now, newId: randomUUID }
  const server = await startSyncServer({ db, host: '127.0.0.1', port: 0, log: () => {}, ...shared })
  const invitations = await openInvitations(db, shared)
  const { address, ownerToken = '' } = server
  try {
    await work({
      owner: invitationLink({ address, token: ownerToken }),
      async invitation(role, document) {
        const invited = { name: 'Dana', role, document, days: 1 }
        return invitationLink({ address, token: (await invitations.invite(invited)).token })
      },
    })
  } finally {
    await server.close()
    await db.close()
    rmSync(dir, { recursive: true })
  }
}

/** A document that is shared on the server, and safe there. */
async function shared(bridge: Bridge, invitation: string): Promise<string> {
  const document = await importLaw(bridge)
  const safe = once(bridge, isSafe)
  value(await bridge.shareDocument({ document, at: { kind: 'server', invitation } }))
  await safe
  return document
}

function isSafe(event: Parameters<Parameters<Bridge['subscribe']>[0]>[0]): boolean {
  return event.kind === 'share' && event.share?.state === 'safe'
}

export const SHARING_CASES: Readonly<Record<keyof typeof sharingCalls & CallName, Case>> = {
  shareOf: ({ bridge }) =>
    withServer(async ({ owner }) => {
      const document = await importLaw(bridge)
      assert.equal(value(await bridge.shareOf({ document })), null)
      const asked = { document, at: { kind: 'server', invitation: owner } } as const
      value(await bridge.shareDocument(asked))
      const found = value(await bridge.shareOf({ document }))
      assert.deepEqual([found?.role, found?.name, found?.reason], ['owner', 'Owner', null])
    }),

  shareDocument: ({ bridge, other }) =>
    withServer(async ({ owner, invitation }) => {
      const document = await shared(bridge, owner)
      const { state } = value(await other.openDocument({ document }))
      const safe = once(bridge, isSafe)
      const update = writing(state, 'Repainted ')
      value(await other.saveUpdate({ document, update }))
      await safe
      const at = (link: string) => ({ kind: 'server', invitation: link }) as const
      const wrong = await bridge.shareDocument({ document, at: at('bapta') })
      assert.equal(codeOf(wrong), 'desk/no-invitation')
      const others = await invitation('owner', 'another')
      const elsewhere = await bridge.shareDocument({ document, at: at(others) })
      assert.equal(codeOf(elsewhere), 'desk/other-document')
    }),

  joinDraft: ({ bridge }) =>
    withServer(async ({ owner, invitation }) => {
      const document = await shared(bridge, owner)
      value(await bridge.leaveShare({ document }))
      const link = await invitation('reader', document)
      assert.deepEqual(value(await bridge.joinDraft({ invitation: link })), { document })
      const { state, readOnly } = value(await bridge.openDocument({ document }))
      assert.match(readOnly?.message ?? '', /invited to read/)
      const update = writing(state, 'No ')
      assert.equal(codeOf(await bridge.saveUpdate({ document, update })), 'desk/role')
      assert.equal(codeOf(await bridge.joinDraft({ invitation: owner })), 'desk/whole-server')
    }),

  leaveShare: ({ bridge, other }) =>
    withServer(async ({ owner }) => {
      const document = await shared(bridge, owner)
      const told = once(other, (event) => event.kind === 'share' && event.share === null)
      value(await bridge.leaveShare({ document }))
      await told
      assert.equal(value(await bridge.shareOf({ document })), null)
      assert.match(wordsOf(value(await bridge.openDocument({ document })).state), /thirty paces/)
    }),

  retryShare: ({ bridge }) =>
    withServer(async ({ owner }) => {
      const document = await shared(bridge, owner)
      assert.equal(value(await bridge.retryShare({ document })), undefined)
    }),

  listMembers: ({ bridge }) =>
    withServer(async ({ owner }) => {
      const document = await shared(bridge, owner)
      const members = value(await bridge.listMembers({ document }))
      assert.deepEqual(
        members.map(({ name, role, isRevoked }) => ({ name, role, isRevoked })),
        [{ name: 'Owner', role: 'owner', isRevoked: false }],
      )
      assert.match(codeOf(await bridge.listMembers({ document: 'none' })), /not-shared/)
    }),

  inviteMember: ({ bridge }) =>
    withServer(async ({ owner }) => {
      const document = await shared(bridge, owner)
      const invited = { document, name: 'Dana', role: 'reviewer', days: 7 } as const
      const { link } = value(await bridge.inviteMember(invited))
      assert.match(link, /^http:\/\/127\.0\.0\.1:\d+\/join#/)
      const nameless = await bridge.inviteMember({ ...invited, name: ' ' })
      assert.match(codeOf(nameless), /\/invalid-input$/)
    }),

  revokeMember: ({ bridge }) =>
    withServer(async ({ owner }) => {
      const document = await shared(bridge, owner)
      value(await bridge.inviteMember({ document, name: 'Dana', role: 'reader', days: 7 }))
      const dana = value(await bridge.listMembers({ document })).find(({ name }) => name === 'Dana')
      assert.ok(dana)
      value(await bridge.revokeMember({ document, member: dana.id }))
      const after = value(await bridge.listMembers({ document }))
      assert.equal(after.find(({ id }) => id === dana.id)?.isRevoked, true)
      assert.match(codeOf(await bridge.revokeMember({ document, member: 'none' })), /^desk\//)
    }),

  async showPresence({ bridge, other }) {
    const document = await importLaw(bridge)
    value(await bridge.openDocument({ document }))
    value(await other.openDocument({ document }))
    const place = { unit: 'u1', anchor: 2, head: 5 }
    const told = once(other, (event) => event.kind === 'presence' && event.people.length > 0)
    value(await bridge.showPresence({ document, place }))
    const people = [{ id: '', name: '', places: [place], isOwn: true }]
    assert.deepEqual(await told, { kind: 'presence', document, people })
    const gone = once(other, (event) => event.kind === 'presence' && event.people.length === 0)
    value(await bridge.closeDocument({ document }))
    await gone
  },
}
