/**
 * What the sync server carries, on loopback: latency from one desk to another under load with the
 * durable log on, beside Hocuspocus with the same settings and no log, in the same run; joining a long
 * draft, bare and by a desk. Server, writers, observers and desks are processes of their own.
 * `node bench/sync-load.ts [--postgres URL] [--seconds N]`
 */
import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Server } from '@hocuspocus/server'
import * as Y from 'yjs'
import { encodeBase } from '#desk/acts.ts'
import { createDesk } from '#desk/desk.ts'
import { createRoomReplica } from '#desk/sync/room-replica.ts'
import { createServerLink, NETWORK } from '#desk/sync/server-link.ts'
import { serverRequests } from '#desk/sync/server-requests.ts'
import { step2Message, tokenMessage, updateMessage } from '#desk/sync/wire.ts'
import { openSyncDatabase } from '#server/sync/sync-database.ts'
import { startSyncServer } from '#server/sync/sync-server.ts'
import { type Act, makeAct, makeParagraph, makeUnit, unitId } from '#shared/schema/act.ts'
import { SCHEMA_VERSION } from '#shared/schema/schema.ts'
import { seedDraft } from '#shared/sync/seed.ts'
import type { Cost } from './measure.ts'

const { values } = parseArgs({
  options: {
    role: { type: 'string', default: 'main' },
    server: { type: 'string', default: 'ours' },
    address: { type: 'string', default: '' },
    invitation: { type: 'string', default: '' },
    token: { type: 'string', default: '' },
    room: { type: 'string', default: 'law/text' },
    people: { type: 'string', default: '10' },
    rate: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '8' },
    postgres: { type: 'string' },
  },
})

const ROLES: Readonly<Record<string, () => Promise<void>>> = {
  main,
  serve,
  write,
  observe,
  join,
  desk,
}
await ROLES[values.role]?.()

/** One row a load; then joining. */
async function main(): Promise<void> {
  const rows: Record<string, Record<string, string | number>> = {}
  for (const [people, rate] of [
    [10, 5],
    [50, 20],
  ] as const) {
    const stock = await underLoad('stock', people, rate)
    const ours = await underLoad('ours', people, rate)
    rows[`${people} × ${rate}/s, Hocuspocus alone`] = stock
    rows[`${people} × ${rate}/s, with our log`] = ours
    rows[`${people} × ${rate}/s, ratio`] = { 'p95 ms': round(ours['p95 ms'] / stock['p95 ms']) }
  }
  console.table(rows)
  console.table(await joining())
}

async function underLoad(server: 'ours' | 'stock', people: number, rate: number) {
  const load = loadavg()[0] ?? 0
  const serving = start('serve', { server })
  const { address, token } = await said<Served>(serving)
  const common = { address, token, seconds: values.seconds, rate: String(rate) }
  const observing = start('observe', { ...common, people: '3' })
  await said(observing)
  const writing = start('write', { ...common, people: String(people - 3) })
  await said(writing)
  // The last updates are on their way.
  await pause(1000)
  observing.send('tell')
  const latencies = (await said<number[]>(observing)).toSorted((a, b) => a - b)
  serving.send('tell')
  const { rss, cpu } = await said<{ rss: number; cpu: number }>(serving)
  for (const child of [writing, observing, serving]) child.kill('SIGKILL')
  const at = (share: number) => round(latencies[Math.floor(latencies.length * share)] ?? Number.NaN)
  return {
    'p50 ms': at(0.5),
    'p95 ms': at(0.95),
    'p99 ms': at(0.99),
    seen: latencies.length,
    'server MB': Math.round(rss),
    'server CPU s': round(cpu),
    'machine load': round(load),
  }
}

/** A sync server: ours, or the stock one with the same window for broadcasts and no log. */
async function serve(): Promise<void> {
  if (values.server === 'stock') {
    const server = new Server({
      quiet: true,
      port: 0,
      address: '127.0.0.1',
      flushDelay: 20,
      stopOnSignals: false,
      yDocOptions: { gc: false, gcFilter: () => false },
    })
    await server.listen()
    tell({ address: `http://127.0.0.1:${server.address.port}`, token: 'any' })
  } else {
    const dir = mkdtempSync(path.join(tmpdir(), 'bapta-load-'))
    process.once('exit', () => rmSync(dir, { recursive: true, force: true }))
    const { postgres } = values
    const db = await openSyncDatabase(postgres ? { postgres } : { dir, use: 'server' })
    if (!db.ok) throw new Error(db.problem.message)
    const { openInvitations } = await import('#server/sync/invitations.ts')
    const shared = { now: Date.now, newId: randomUUID }
    const server = await startSyncServer({
      db: db.value,
      host: '127.0.0.1',
      port: 0,
      log: (where, fault) => process.stderr.write(`${where}: ${fault}\n`),
      ...shared,
    })
    const invitations = await openInvitations(db.value, shared)
    const invited = { name: 'Load', role: 'drafter', document: '*', days: 1 } as const
    const { address, ownerToken } = server
    tell({ address, token: (await invitations.invite(invited)).token, ownerToken })
  }
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    tell({ rss: process.resourceUsage().maxRSS / 1024, cpu: (user + system) / 1e6 })
  })
}

/** People who write and do not read: what they would draw is another process's work. */
async function write(): Promise<void> {
  const every = 1000 / Number(values.rate)
  const end = performance.now() + Number(values.seconds) * 1000
  await Promise.all(
    Array.from({ length: Number(values.people) }, async (_, person) => {
      const doc = new Y.Doc()
      const link = linkTo(`law-${person}`)
      await link.open
      link.send(tokenMessage(values.room, values.token))
      link.send(step2Message(values.room, Y.encodeStateAsUpdate(doc)))
      await pause((person * every) / Number(values.people))
      for (let due = performance.now(); due < end; due += every) {
        const before = Y.encodeStateVector(doc)
        doc.transact(() => {
          doc.getText(`text ${person}`).insert(0, 'words')
          doc.getMap<number>('sent').set(String(person), Number(process.hrtime.bigint()) / 1e6)
        })
        link.send(updateMessage(values.room, Y.encodeStateAsUpdate(doc, before)))
        await pause(Math.max(0, due + every - performance.now()))
      }
    }),
  )
  tell('written')
}

/** Desks that have the whole draft; they measure from the writer's clock to their own view of it. */
async function observe(): Promise<void> {
  const latencies: number[] = []
  const replicas = await Promise.all(
    Array.from({ length: Number(values.people) }, (_, i) => joined(`observer-${i}`)),
  )
  for (const doc of replicas)
    doc.getMap<number>('sent').observe(({ target, keysChanged }) => {
      const now = Number(process.hrtime.bigint()) / 1e6
      for (const key of keysChanged) {
        const sent = target.get(String(key))
        if (sent !== undefined) latencies.push(now - sent)
      }
    })
  tell('ready')
  process.on('message', () => tell(latencies))
}

/** From nothing to the whole draft. */
async function join(): Promise<void> {
  const cost = costing()
  await joined('joining', (doc) => doc.getMap('units').size >= 10_000)
  tell(cost())
}

/** As a person joins: from the invitation to the text on its way to the window, and till all is safe. */
async function desk(): Promise<void> {
  const dir = mkdtempSync(path.join(tmpdir(), 'bapta-join-'))
  process.once('exit', () => rmSync(dir, { recursive: true, force: true }))
  const made = await createDesk({ dir, now: Date.now, newId: randomUUID })
  const window = made.connect()
  const safe = new Promise<void>((resolve) => {
    window.subscribe((event) => {
      if (event.kind === 'share' && event.share?.state === 'safe') resolve()
    })
  })
  // The references of the samples are no part of joining.
  await pause(3000)
  const cost = costing()
  const draft = await window.joinDraft({ invitation: values.invitation })
  if (!draft.ok) throw new Error(draft.problem.message)
  const opened = await window.openDocument(draft.value)
  if (!opened.ok) throw new Error(opened.problem.message)
  const text = cost()
  await safe
  tell({ text, safe: cost() })
}

/** Milliseconds that pass, and those of this process's work, which a busy machine hardly changes. */
function costing(): () => Cost {
  const started = performance.now()
  const before = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(before)
    return { ms: performance.now() - started, work: (user + system) / 1000 }
  }
}

function joined(name: string, isThere = (_: Y.Doc) => true): Promise<Y.Doc> {
  return new Promise((resolve) => {
    const link = linkTo(name, {
      opened: () => replica.connected(values.token),
      hear: (heard) => replica.hear(heard),
    })
    const replica = createRoomReplica({
      room: values.room,
      state: Y.encodeStateAsUpdate(new Y.Doc()),
      send: link.send,
      receive: check,
      met: () => undefined,
      changed: () => check(),
    })
    function check() {
      if (replica.state === 'safe' && isThere(replica.doc)) resolve(replica.doc)
    }
  })
}

function linkTo(
  name: string,
  on: {
    opened?: () => void
    hear?: (heard: Parameters<ReturnType<typeof createRoomReplica>['hear']>[0]) => void
  } = {},
) {
  let opened = () => {}
  const open = new Promise<void>((resolve) => {
    opened = resolve
  })
  const address = values.address.replace('http', 'ws')
  const link = createServerLink({
    network: NETWORK,
    url: () => `${address}/rooms/law?schema=${SCHEMA_VERSION}&as=${name}`,
    opened() {
      opened()
      on.opened?.()
    },
    lost: () => {},
    hear: (_, heard) => on.hear?.(heard),
    ended: (reason) => process.stderr.write(`turned away: ${reason}\n`),
  })
  return { ...link, open }
}

async function joining(): Promise<Record<string, Record<string, number>>> {
  const act = lawOf10_000()
  const seed = seedDraft(act)
  const rows: Record<string, Record<string, number>> = {}
  const row = (what: string, { ms, work }: Cost) => {
    rows[what] = { ms: Math.round(ms), 'work ms': Math.round(work) }
  }
  for (const server of ['stock', 'ours'] as const) {
    const serving = start('serve', { server })
    const { address, token, ownerToken } = await said<Served>(serving)
    Object.assign(values, { address, token })
    const link = linkTo('seed')
    await link.open
    link.send(tokenMessage(values.room, token))
    link.send(step2Message(values.room, seed))
    await pause(2000)
    const joiner = start('join', { address, token })
    row(`join 10,000 units, bare, ${server}`, await said<Cost>(joiner))
    joiner.kill('SIGKILL')
    if (ownerToken !== undefined) {
      const owner = serverRequests(NETWORK, { address, token: ownerToken })
      await owner.putBase('law', new Uint8Array(encodeBase(act)))
      const invited = await owner.invite('law', { name: 'Load', role: 'drafter', days: 1 })
      if (!invited.ok) throw new Error(invited.problem.message)
      const desk = start('desk', { invitation: invited.value.link })
      const { text, safe } = await said<{ text: Cost; safe: Cost }>(desk)
      row('the same by a desk, to its text', text)
      row('the same by a desk, till it is safe and its references are read', safe)
      desk.kill('SIGKILL')
    }
    serving.kill('SIGKILL')
    link.close()
  }
  return rows
}

interface Served {
  readonly address: string
  readonly token: string
  /** Of ours. */
  readonly ownerToken?: string
}

function lawOf10_000(): Act {
  const words = 'Words that every paragraph has, about as many as one of a law. '
  const units = Array.from({ length: 1000 }, (_, i) =>
    makeUnit(
      { id: unitId(`a${i}`), kind: 'article', label: String(i + 1) },
      {
        units: Array.from({ length: 9 }, (_, n) =>
          makeUnit(
            { id: unitId(`a${i}p${n}`), kind: 'paragraph', label: String(n + 1) },
            { body: [makeParagraph(`${i} ${n} ${words.repeat(2)}`)] },
          ),
        ),
      },
    ),
  )
  return makeAct({ id: 'law', language: 'en', tradition: 'plain', profile: 'act' }, units)
}

function start(role: string, options: Readonly<Record<string, string>>): ChildProcess {
  const args = Object.entries({ role, ...options }).map(([name, value]) => `--${name}=${value}`)
  const place = values.postgres ? [`--postgres=${values.postgres}`] : []
  return fork(import.meta.filename, [...args, ...place])
}

function said<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as T))
    child.once('exit', (code) => reject(new Error(`a process ended with ${code}`)))
  })
}

function tell(value: unknown): void {
  process.send?.(value)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
