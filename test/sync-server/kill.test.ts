import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { openInvitations } from '#server/sync/invitations.ts'
import { openSyncDatabase, type SyncPlace } from '#server/sync/sync-database.ts'
import { tempFolder, value } from '../builders/library.ts'
import { createPeer } from './peer.ts'
import { buildServers, loadServers } from './served.ts'
import { startServices } from './services.ts'

const ROUNDS = 50
/** Edits acknowledged before a round is killed: 1 to 13, never in step with the compaction. */
const editsIn = (round: number) => 1 + ((round * 5) % 13)
const COMPACT_AT = 10

/** Where a server is killed: after so many edits; while its thread compacts the room; or after that. */
const STAGES = ['edits', 'compacting', 'compacted'] as const
type Stage = (typeof STAGES)[number]

it(`G3: (T3 of the field) what was acknowledged survives kill -9 of the server, ${ROUNDS} times on SQLite and on Postgres, its compaction running`, async () => {
  const { dir, remove } = tempFolder()
  const services = await startServices()
  const places: readonly SyncPlace[] = [{ dir, use: 'aside' }, { postgres: services.postgres }]
  const args = ['--data', dir, '--postgres', services.postgres, '--rows', String(COMPACT_AT)]
  const program = await buildServers()
  const load = () => loadServers(program, places.length, args)
  const tokens = await Promise.all(places.map(tokenFor))
  const acknowledged = places.map((): string[] => [])
  const killed: Record<Stage, number> = { edits: 0, compacting: 0, compacted: 0 }
  let next = load()
  for (let round = 0; round < ROUNDS; round++) {
    const servers = next
    const addresses = await servers.start()
    next = load()
    await Promise.all(
      addresses.map(async (address, i) => {
        const peer = createPeer({
          room: 'law/text',
          token: tokens[i] ?? '',
          address: () => address,
        })
        await peer.safe()
        // A peer of each round begins with nothing, so what it finds the server has kept.
        expect(acknowledged[i]?.filter((key) => !peer.keys().includes(key))).toEqual([])
        const aim = STAGES[round % STAGES.length] ?? 'edits'
        let stage: Stage = 'edits'
        for (let edit = 0; edit < editsIn(round) || rank(stage) < rank(aim); edit++) {
          peer.write(`${round}-${edit}`)
          await peer.safe()
          acknowledged[i]?.push(`${round}-${edit}`)
          stage = await stageOf(addresses[i] ?? '')
        }
        peer.write('not waited for')
        peer.close()
      }),
    )
    for (const address of addresses) killed[await stageOf(address)]++
    await servers.kill()
  }
  await next.kill()
  for (const place of places) {
    const db = value(await openSyncDatabase(place))
    const [snapshots] = await db.run<{ n: number }>('SELECT max(id) AS n FROM sync_snapshots')
    expect(snapshots?.n).toBeGreaterThan(3)
    const [aside] = await db.run<{ n: number }>('SELECT count(*) AS n FROM sync_quarantine')
    expect(aside?.n).toBe(0)
    await db.close()
  }
  for (const stage of STAGES) expect(killed[stage], stage).toBeGreaterThan(5)
  for (const keys of acknowledged) expect(keys.length).toBeGreaterThan(ROUNDS * 6)
  await services.end()
  remove()
}, 300_000)

function rank(stage: Stage): number {
  return STAGES.indexOf(stage)
}

/** How far the compaction of a server that was just started is, as it says itself. */
async function stageOf(address: string): Promise<Stage> {
  const page = await (await fetch(`${address}/metrics`)).text()
  if (/^bapta_sync_compacting 1$/m.test(page)) return 'compacting'
  return /^bapta_sync_compactions_total [1-9]/m.test(page) ? 'compacted' : 'edits'
}

async function tokenFor(place: SyncPlace): Promise<string> {
  const db = value(await openSyncDatabase(place))
  const invitations = await openInvitations(db, { now: Date.now, newId: randomUUID })
  const invited = { name: 'Aida', role: 'drafter', document: '*', days: 1 } as const
  const { token } = await invitations.invite(invited)
  await db.close()
  return token
}
