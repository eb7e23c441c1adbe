import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { openInvitations } from '#server/sync/invitations.ts'
import { openSyncDatabase } from '#server/sync/sync-database.ts'
import { startSyncServer } from '#server/sync/sync-server.ts'
import { invitationLink } from '#shared/sync/invitation.ts'
import { isRole, ROLES } from '#shared/sync/role.ts'
import { isDocumentId } from '#shared/sync/room.ts'
import type { SyncDatabase } from '#store/sync/database.ts'
import { readSyncSetting, writeSyncSetting } from '#store/sync/sync-settings.ts'
import { argumentsOf, type Command, type Output } from './command.ts'
import { reasonOf } from './input.ts'
import { dataFolder, portOf, stopAsked } from './place.ts'
import { DONE, unreadable, wrongUsage } from './refusal.ts'

const OPTIONS = {
  port: { type: 'string' },
  host: { type: 'string' },
  address: { type: 'string' },
  data: { type: 'string' },
  postgres: { type: 'string' },
  redis: { type: 'string' },
  name: { type: 'string' },
  role: { type: 'string' },
  document: { type: 'string' },
  days: { type: 'string' },
} as const

type Values = ReturnType<typeof argumentsOf<typeof OPTIONS>>['values']

export const sync: Command = {
  async run(args, io) {
    const { values, positionals } = argumentsOf(args, OPTIONS)
    const [verb, member, extra] = positionals
    if (extra !== undefined) throw wrongUsage(`“${extra}” is one argument too many.`)
    switch (verb) {
      case undefined:
        return serveSync(values, io)
      case 'invite':
        return aside(values, (db) => invite(db, values, io))
      case 'members':
        return aside(values, (db) => printMembers(db, io))
      case 'revoke':
        if (member === undefined)
          throw wrongUsage('MEMBER is missing: “bapta sync members” lists them.')
        return aside(values, (db) => revoke(db, member, io))
      default:
        throw wrongUsage(`“bapta sync” knows invite, members and revoke, not “${verb}”.`)
    }
  },
}

async function serveSync(values: Values, io: Output): Promise<number> {
  const log = (where: string, fault: unknown) =>
    io.tell(`${where}: ${fault instanceof Error ? fault.message : String(fault)}`)
  const db = await databaseOf(values, 'server')
  const server = await startSyncServer({
    db,
    host: values.host ?? '127.0.0.1',
    port: values.port === undefined ? undefined : portOf(values.port),
    address: values.address,
    redis: values.redis,
    now: Date.now,
    newId: randomUUID,
    log,
  }).catch(async (fault: unknown) => {
    await db.close()
    throw unreadable(reasonOf(fault))
  })
  await writeSyncSetting(db, 'address', server.address)
  // Before the first line: whoever reads it may ask at once.
  const asked = stopAsked()
  io.print(`${server.address}\n`)
  const { ownerToken: token, address } = server
  if (token !== undefined) {
    io.print(`${invitationLink({ address, token })}\n`)
    io.tell('The second line is your invitation as owner; it is shown once. Paste it in Bapta.')
  }
  io.tell('Drafts are shared at the address above. Ctrl+C ends it.')
  await asked
  await server.close()
  await db.close()
  return DONE
}

async function invite(db: SyncDatabase, values: Values, io: Output): Promise<void> {
  const { name, role = 'drafter', document = '*', days = '90' } = values
  if (name === undefined || name.trim() === '') throw wrongUsage('--name says who is invited.')
  if (!isRole(role)) throw wrongUsage(`--role is one of ${ROLES.join(', ')}, not “${role}”.`)
  if (document !== '*' && !isDocumentId(document))
    throw wrongUsage(`“${document}” is no document: Bapta shows its id beside “Share”.`)
  const held = /^\d{1,4}$/.test(days) ? Number(days) : 0
  if (held < 1) throw wrongUsage(`--days is a number from 1 to 9999, not “${days}”.`)
  const invitations = await openInvitations(db, { now: Date.now, newId: randomUUID })
  const address = values.address ?? (await readSyncSetting(db, 'address'))
  if (address === undefined) throw wrongUsage('--address says where people reach the server.')
  const { member, token } = await invitations.invite({ name, role, document, days: held })
  io.print(`${invitationLink({ address, token })}\n`)
  io.tell(`${name} may join as ${role}; “bapta sync revoke ${member.id}” ends it.`)
}

async function printMembers(db: SyncDatabase, io: Output): Promise<void> {
  const invitations = await openInvitations(db, { now: Date.now, newId: randomUUID })
  for (const { id, name, role, document, expires_at, revoked_at } of await invitations.members(
    '*',
  )) {
    const until = new Date(expires_at).toISOString().slice(0, 10)
    const state = revoked_at === null ? `until ${until}` : 'revoked'
    io.print(`${[id, name, role, document, state].join('\t')}\n`)
  }
}

async function revoke(db: SyncDatabase, member: string, io: Output): Promise<void> {
  const invitations = await openInvitations(db, { now: Date.now, newId: randomUUID })
  const found = await invitations.memberOf(member)
  if (!found) throw unreadable(`There is no member ${member}: “bapta sync members” lists them.`)
  await invitations.revoke(member)
  io.tell(`${found.name} is let in no more.`)
}

async function aside(values: Values, work: (db: SyncDatabase) => Promise<void>): Promise<number> {
  const db = await databaseOf(values, 'aside')
  try {
    await work(db)
  } finally {
    await db.close()
  }
  return DONE
}

async function databaseOf(values: Values, use: 'server' | 'aside'): Promise<SyncDatabase> {
  const { data, postgres } = values
  if (data !== undefined && postgres !== undefined)
    throw wrongUsage('--data and --postgres are two places for the same: give one.')
  const dir = path.resolve(data ?? path.join(dataFolder(), 'sync'))
  const opened = await openSyncDatabase(postgres === undefined ? { dir, use } : { postgres })
  if (!opened.ok) throw unreadable(opened.problem.message)
  return opened.value
}
