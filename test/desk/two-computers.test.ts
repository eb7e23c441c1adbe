import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { present } from '#shared/base/assert.ts'
import { makeParagraph, makeUnit, unitId } from '#shared/schema/act.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { attributionOf } from '#shared/sync/attribution.ts'
import { peopleIn, signerIn } from '#shared/sync/people.ts'
import type { Place } from '#shared/sync/presence.ts'
import { projectAct } from '#shared/sync/project.ts'
import { createDraftSession } from '../../renderer/editor/binding/session.ts'
import { value } from '../builders/library.ts'
import { until } from '../sync-server/peer.ts'
import {
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

/** Aida shares a draft; Dana joins it at two computers by one invitation. */
async function atTwoComputers() {
  const node = await server()
  const [aida, office, home] = [await person(), await person(), await person()]
  const document = await share(aida, node)
  const invitation = await link(node, 'drafter', document)
  for (const { window } of [office, home]) {
    value(await window.joinDraft({ invitation }))
    await open({ window }, document)
  }
  for (const someone of [aida, office, home])
    await until(async () => (await stateOf(someone, document)) === 'safe')
  return { node, aida, office, home, document }
}

const at = (anchor: number): Place => ({ unit: 'u7', anchor, head: anchor })

it('D18: who is at two computers is one person to others and their own other window to themselves', async () => {
  const { aida, office, home, document } = await atTwoComputers()
  value(await office.window.showPresence({ document, place: at(1) }))
  value(await home.window.showPresence({ document, place: at(2) }))
  const placesOf = (someone: Person) =>
    peopleOf(someone)
      .at(-1)
      ?.flatMap(({ places }) => places)
  await until(() => placesOf(aida)?.length === 2)
  expect(peopleOf(aida).at(-1)).toMatchObject([{ name: 'drafter one', isOwn: false }])
  await until(() => placesOf(office)?.length === 1)
  const own = (someone: Person) =>
    peopleOf(someone)
      .at(-1)
      ?.filter(({ isOwn }) => isOwn)
  expect(own(office)).toEqual([{ id: '', name: '', places: [at(2)], isOwn: true }])
  await until(() => own(home)?.[0]?.places.length === 1)
  expect(own(home)).toEqual([{ id: '', name: '', places: [at(1)], isOwn: true }])
  value(await home.window.closeDocument({ document }))
  await until(() => placesOf(aida)?.length === 1 && own(office)?.length === 0)
})

it('D19: who is removed is removed at both computers, and each keeps its words as a proposal', async () => {
  const { node, aida, office, home, document } = await atTwoComputers()
  const members = value(await aida.window.listMembers({ document }))
  const hers = members.filter(({ role }) => role === 'drafter')
  expect(hers).toHaveLength(1)
  const member = present(hers[0], 'her invitation').id
  value(await aida.window.revokeMember({ document, member }))
  for (const [someone, words] of [
    [office, 'Office '],
    [home, 'Home '],
  ] as const) {
    await until(async () => (await stateOf(someone, document)) === 'removed')
    await write(someone, document, words)
    expect(await reads(someone, document)).toContain(words)
  }
  expect(await reads(office, document)).not.toContain('Home ')
  const peer = node.peer(`${document}/text`, await node.token('reader'))
  await peer.safe()
  expect(peer.room.doc.getMap('units').size).toBeGreaterThan(0)
  expect(await reads(aida, document)).not.toMatch(/Office|Home/)
})

/** The editor of a window at one computer, whose library's own person signs with this id. */
async function editorAt({ window }: Person, document: string, id: string) {
  const doc = new Y.Doc({ gc: false })
  Y.applyUpdate(doc, await open({ window }, document))
  const { member } = present(value(await window.shareOf({ document })), 'a share')
  const way = () => member
  let last = 0
  const session = createDraftSession({
    doc,
    newId: () => unitId(`${id}-${++last}`),
    now: () => 0,
    person: () => signerIn(doc, { id, name: 'Dana' }, member),
    way,
  })
  window.subscribe((event) => {
    if (event.kind === 'update' && event.document === document) session.receive(event.update)
  })
  session.onUpdate((update) => {
    void window.saveUpdate({ document, update: new Uint8Array(update) })
  })
  return session
}

function insertion(id: string): UnitEdit {
  const unit = makeUnit(
    { id: unitId(id), kind: 'article', label: id },
    { body: [makeParagraph(`Words of ${id}.`)] },
  )
  return { kind: 'insert', unit, at: { parent: null, after: null } }
}

it('D20, D21: what one person writes at two computers is theirs in one name, and undone at each by itself', async () => {
  const { aida, office, home, document } = await atTwoComputers()
  const first = await editorAt(office, document, 'person of the office')
  expect(first.edit([insertion('o1')]).ok).toBe(true)
  await until(async () => (await reads(home, document)) === (await reads(office, document)))
  await until(async () => textOf(await open(aida, document)).includes('o1'))
  await until(async () => textOf(await open(home, document)).includes('o1'))
  const second = await editorAt(home, document, 'person at home')
  expect(second.edit([insertion('h1')]).ok).toBe(true)
  await until(async () => textOf(await open(aida, document)).includes('h1'))
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await open(aida, document))
  const attribution = attributionOf(doc)
  for (const unit of ['o1', 'h1'])
    expect(attribution.touches(unitId(unit)).map(({ person }) => person)).toEqual([
      { id: 'person of the office', name: 'Dana' },
    ])
  expect(peopleIn(doc)).toEqual([{ id: 'person of the office', name: 'Dana' }])
  await until(() => first.act.textContent.includes('h1'))
  expect(first.undo()).toBe(true)
  expect(first.act.textContent).toContain('Words of h1.')
  expect(first.act.textContent).not.toContain('Words of o1.')
  await until(() => !second.act.textContent.includes('o1'))
  expect(second.undo()).toBe(true)
  await until(async () => !/o1|h1/.test(textOf(await open(aida, document))))
})

function textOf(state: Uint8Array): string {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return projectAct(doc).textContent
}
