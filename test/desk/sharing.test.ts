import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Network } from '#desk/sync/server-link.ts'
import { present } from '#shared/base/assert.ts'
import { invitationLink } from '#shared/sync/invitation.ts'
import { asReader, asWriter } from '#store/connection.ts'
import { type DocumentKey, findDocument } from '#store/documents.ts'
import { MIGRATIONS, migrate } from '#store/migrate.ts'
import { appendUpdate, readUpdates } from '#store/updates.ts'
import { commenting, commentsIn } from '../bridge/review-cases.ts'
import { importLaw, wordsOf, writing } from '../bridge/window-asks.ts'
import { value } from '../builders/library.ts'
import { startNode } from '../sync-server/node.ts'
import { QUICK, until } from '../sync-server/peer.ts'
import {
  folder,
  join,
  joinAs,
  link,
  open,
  type Person,
  peopleOf,
  person,
  reads,
  server,
  share,
  stateOf,
  write,
} from './sharing.ts'

it('J60: a draft that is shared and joined is the same on both desks, and what one writes the other has', async () => {
  const node = await server()
  const [aida, dana] = [await person(), await person()]
  const document = await share(aida, node)
  await write(aida, document, 'Before ')
  await join(dana, node, document)
  const [first, second] = await Promise.all(
    [aida, dana].map(async ({ window }) => value(await window.readBase({ document })).act),
  )
  expect(first).toEqual(second)
  await until(async () => (await reads(dana, document)).includes('Before '))
  await write(dana, document, 'Hers ')
  await until(async () => (await reads(aida, document)).includes('Hers '))
  await until(async () => (await stateOf(aida, document)) === 'safe')
  await aida.desk.close()
  const db = asReader(new Database(path.join(aida.dir, 'library.db')))
  const { key } = present(findDocument(db, document), document)
  const origins = readUpdates(db, key, 0).map(({ origin }) => origin)
  // The server sends to everybody what anybody wrote; what one wrote oneself is not kept twice.
  expect(origins).toEqual(['seed', 'window', 'remote'])
  db.close()
})

it('D16: a window has the text of a draft that is joined or opened before its server is asked for more', async () => {
  const node = await server()
  const aida = await person()
  const document = await share(aida, node)
  let sockets = 0
  const network: Network = {
    ...QUICK,
    socket(url) {
      sockets++
      return QUICK.socket(url)
    },
  }
  const dana = await person(folder(), network)
  const invitation = await link(node, 'drafter', document)
  value(await dana.window.joinDraft({ invitation }))
  await open(dana, document)
  expect(sockets).toBe(0)
  await until(async () => (await stateOf(dana, document)) === 'safe')
  value(await dana.window.closeDocument({ document }))
  await open(dana, document)
  expect(sockets).toBe(1)
  await until(() => sockets === 2)
  // One that was left before its turn is not connected.
  value(await dana.window.closeDocument({ document }))
  await open(dana, document)
  value(await dana.window.closeDocument({ document }))
  await dana.desk.close()
  expect(sockets).toBe(2)
})

it('J61: (T9 of the field) five hundred edits on each of two desks without a server, and a restart of it, become one draft', async () => {
  const [dir, node] = [folder(), await startNode({ dir: folder(), use: 'server' })]
  await node.stop()
  const first = await server(dir)
  const port = Number(new URL(first.server.address).port)
  const [aida, dana] = [await person(), await person()]
  const document = await share(aida, first)
  await join(dana, first, document)
  await until(async () => (await stateOf(aida, document)) === 'safe')
  await first.stop()
  await until(async () => (await stateOf(aida, document)) === 'offline')
  for (const [someone, words] of [
    [aida, 'a'],
    [dana, 'd'],
  ] as const) {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, await open(someone, document))
    const heading = present([...doc.getMap('units').values()][0], 'unit')
    const text = heading instanceof Y.Map ? heading.get('heading') : undefined
    for (let n = 0; n < 500; n++) {
      const before = Y.encodeStateVector(doc)
      if (text instanceof Y.XmlText) text.insert(text.length, words)
      const update = new Uint8Array(Y.encodeStateAsUpdate(doc, before))
      value(await someone.window.saveUpdate({ document, update }))
    }
  }
  expect(await stateOf(dana, document)).toBe('offline')
  await server(dir, port)
  const whole = (words: string) =>
    words.split('a'.repeat(500)).length === 2 && words.includes('d'.repeat(500))
  await until(async () => whole(await reads(aida, document)) && whole(await reads(dana, document)))
  expect(await reads(aida, document)).toBe(await reads(dana, document))
  await until(async () => (await stateOf(dana, document)) === 'safe')
})

it('J68: (T9 of the field) who comes back with edits of their own reviews what both did, unit by unit; who had none, nothing', async () => {
  const dir = folder()
  const first = await server(dir)
  const port = Number(new URL(first.server.address).port)
  const [aida, dana, erlan] = [await person(), await person(), await person()]
  const document = await share(aida, first)
  for (const someone of [dana, erlan]) await join(someone, first, document)
  for (const someone of [aida, dana, erlan])
    await until(async () => (await stateOf(someone, document)) === 'safe')
  await first.stop()
  await until(async () => (await stateOf(dana, document)) === 'offline')
  await write(dana, document, 'Hers ')
  await aida.desk.close()
  const again = await server(dir, port)
  await until(async () => (await stateOf(dana, document)) === 'safe')
  await again.stop()
  const back = await person(aida.dir)
  await write(back, document, 'Mine ')
  expect(await mergesOf(back, document)).toEqual([])
  await server(dir, port)
  await until(() => back.events.some(({ kind }) => kind === 'merge'))
  const [merge, ...others] = await mergesOf(back, document)
  expect(others).toEqual([])
  const [entry, ...rest] = present(merge, 'a merge').entries
  expect(rest).toEqual([])
  expect(entry).toMatchObject({
    mineDid: ['heading'],
    theirsDid: ['heading'],
    clashes: ['heading'],
  })
  await until(async () => (await reads(erlan, document)).includes('Mine '))
  for (const someone of [dana, erlan]) expect(await mergesOf(someone, document)).toEqual([])
})

it('J62: what was not sent before the desk was closed goes out when it is opened again', async () => {
  const dir = folder()
  const first = await server(dir)
  const port = Number(new URL(first.server.address).port)
  const aida = await person()
  const document = await share(aida, first)
  await until(async () => (await stateOf(aida, document)) === 'safe')
  await first.stop()
  await write(aida, document, 'Late ')
  await aida.desk.close()
  const again = await server(dir, port)
  await person(aida.dir)
  const peer = again.peer(`${document}/text`, await again.token('reader'))
  await until(() => wordsOf(Y.encodeStateAsUpdate(peer.room.doc)).includes('Late '))
})

it('J63: who is removed keeps every word, as a proposal of their own', async () => {
  const node = await server()
  const [aida, dana] = [await person(), await person()]
  const document = await share(aida, node)
  await join(dana, node, document)
  await until(async () => (await stateOf(dana, document)) === 'safe')
  const members = value(await aida.window.listMembers({ document }))
  const hers = present(
    members.find(({ role }) => role === 'drafter'),
    'her invitation',
  )
  value(await aida.window.revokeMember({ document, member: hers.id }))
  await until(async () => (await stateOf(dana, document)) === 'removed')
  expect(value(await dana.window.shareOf({ document }))?.reason).toBe('revoked')
  await write(dana, document, 'Unsent ')
  expect(await reads(dana, document)).toContain('Unsent ')
  expect(value(await dana.window.openDocument({ document })).readOnly).toBeNull()
  expect(await reads(aida, document)).not.toContain('Unsent ')
})

it('J65: words count as safe when the server has answered them all, and not before', async () => {
  const node = await server()
  const aida = await person()
  const document = await share(aida, node)
  await until(async () => (await stateOf(aida, document)) === 'safe')
  aida.events.length = 0
  await write(aida, document, 'More ')
  await until(() => statesOf(aida).includes('safe'))
  expect(statesOf(aida)).toEqual(['sent', 'safe'])
})

it('J67: a version that one names before or while a draft is shared, the others have; a reader names none', async () => {
  const node = await server()
  const [aida, dana] = [await person(), await person()]
  const document = await importLaw(aida.window)
  value(await aida.window.nameVersion({ document, name: 'before' }))
  const invitation = await link(node, 'owner', '*')
  value(await aida.window.shareDocument({ document, at: { kind: 'server', invitation } }))
  await join(dana, node, document)
  await until(async () => (await versionsOf(dana, document)).length === 1)
  dana.events.length = 0
  const { version } = value(await aida.window.nameVersion({ document, name: 'after' }))
  await until(() => dana.events.some(({ kind }) => kind === 'versions'))
  expect(await versionsOf(dana, document)).toEqual(await versionsOf(aida, document))
  const acts = [aida, dana].map(async ({ window }) =>
    value(await window.readVersion({ document, version })),
  )
  expect(await acts[0]).toEqual(await acts[1])
  const reading = await person()
  const token = await node.token('reader', document)
  const asReading = invitationLink({ address: node.server.address, token })
  value(await reading.window.joinDraft({ invitation: asReading }))
  await open(reading, document)
  await until(async () => (await versionsOf(reading, document)).length === 2)
  expect((await reading.window.nameVersion({ document, name: 'no' })).ok).toBe(false)
  await until(async () => (await stateOf(reading, document)) === 'safe')
})

it('V69, V70: what a reviewer says of a draft, the others have; its text a reviewer does not write, a reader neither', async () => {
  const node = await server()
  const [aida, dana, oleg] = [await person(), await person(), await person()]
  const document = await share(aida, node)
  await joinAs('reviewer', dana, node, document)
  await joinAs('reader', oleg, node, document)
  expect(value(await dana.window.openReview({ document })).readOnly).toBeNull()
  expect(value(await oleg.window.openReview({ document })).readOnly?.message).toMatch(/to read/)
  value(await dana.window.saveReview({ document, update: commenting('Why thirty?') }))
  for (const { events } of [aida, oleg])
    await until(() => events.some(({ kind }) => kind === 'review'))
  for (const { window } of [aida, oleg]) {
    const { state } = value(await window.openReview({ document }))
    expect(commentsIn(state)).toEqual(['Why thirty?'])
  }
  const update = writing(await open(dana, document), 'Mine ')
  expect((await dana.window.saveUpdate({ document, update })).ok).toBe(false)
  const said = await oleg.window.saveReview({ document, update: commenting('Me too') })
  expect(said).toMatchObject({ ok: false, problem: { code: 'desk/role' } })
})

it('J66: desks see who else is in which unit, and that they left', async () => {
  const node = await server()
  const [aida, dana] = [await person(), await person()]
  const document = await share(aida, node)
  await join(dana, node, document)
  const place = { unit: 'u7', anchor: 1, head: 4 }
  value(await dana.window.showPresence({ document, place }))
  await until(() =>
    present(peopleOf(aida).at(-1), 'people').some(({ places }) => places.length > 0),
  )
  expect(peopleOf(aida).at(-1)).toMatchObject([
    { name: 'drafter one', places: [place], isOwn: false },
  ])
  value(await dana.window.closeDocument({ document }))
  await until(() => peopleOf(aida).at(-1)?.length === 0)
})

it('J64: a server for this network starts with the desk, and its invitations hold after the next start', async () => {
  const aida = await person()
  const document = await importLaw(aida.window)
  value(await aida.window.shareDocument({ document, at: { kind: 'network' } }))
  const invited = { document, name: 'Dana', role: 'drafter', days: 3 } as const
  const { link: invitation } = value(await aida.window.inviteMember(invited))
  await write(aida, document, 'Kept ')
  await aida.desk.close()
  const again = await person(aida.dir)
  await open(again, document)
  await until(async () => (await stateOf(again, document)) === 'safe')
  const dana = await person()
  value(await dana.window.joinDraft({ invitation }))
  await until(async () => (await reads(dana, document)).includes('Kept '))
})

it('P40: a library of version 3 takes updates of others into its logs', () => {
  const db = asWriter(new Database(':memory:'))
  const copyTo = () => path.join(folder(), 'copy.db')
  migrate(db, { copyTo, migrations: MIGRATIONS.slice(0, 3) })
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO documents (id, title, language, profile, source, units, sample, created_at, crc)
       VALUES ('a', 'Law', 'en', 'law', 'a.txt', 1, 0, 0, 0)`,
    )
    .run()
  const key = Number(lastInsertRowid) as DocumentKey
  const bytes = Y.encodeStateAsUpdate(new Y.Doc())
  appendUpdate(db, key, { bytes, at: 0, origin: 'window' })
  const before = readUpdates(db, key, 0)
  expect(migrate(db, { copyTo }).ok).toBe(true)
  expect(readUpdates(db, key, 0)).toEqual(before)
  db.prepare("UPDATE updates SET origin = 'remote'").run()
})

async function mergesOf({ window }: Person, document: string) {
  return value(await window.listMerges({ document }))
}

async function versionsOf({ window }: Person, document: string) {
  return value(await window.listVersions({ document }))
}

function statesOf({ events }: Person): readonly string[] {
  return events.flatMap((event) =>
    event.kind === 'share' && event.share ? [event.share.state] : [],
  )
}
