import { randomUUID } from 'node:crypto'
import { afterEach, expect } from 'vitest'
import type { DeskConnection } from '#desk/connection.ts'
import { createDesk, type Desk } from '#desk/desk.ts'
import type { BridgeEvent } from '#shared/bridge/contract.ts'
import type { ShareSummary } from '#shared/bridge/sharing.ts'
import { invitationLink } from '#shared/sync/invitation.ts'
import type { Role } from '#shared/sync/role.ts'
import { importLaw, wordsOf, writing } from '../bridge/window-asks.ts'
import { tempFolder, value } from '../builders/library.ts'
import { type Node, startNode } from '../sync-server/node.ts'
import { QUICK } from '../sync-server/peer.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean()
})

/** A desk with one window, and what it heard. */
export interface Person {
  readonly dir: string
  readonly desk: Desk
  readonly window: DeskConnection
  readonly events: BridgeEvent[]
}

export async function person(dir = folder(), network = QUICK): Promise<Person> {
  const desk = await createDesk({ dir, now: Date.now, newId: randomUUID, network })
  cleanups.push(() => desk.close())
  const window = desk.connect()
  const events: BridgeEvent[] = []
  window.subscribe((event) => events.push(event))
  return { dir, desk, window, events }
}

export function folder(): string {
  const { dir, remove } = tempFolder()
  cleanups.push(remove)
  return dir
}

export async function server(dir = folder(), port = 0): Promise<Node> {
  const node = await startNode({ dir, use: 'server' }, { port })
  cleanups.push(() => node.stop())
  return node
}

export async function link(node: Node, role: Role, document: string): Promise<string> {
  return invitationLink({ address: node.server.address, token: await node.token(role, document) })
}

export async function share({ window }: Person, node: Node, text?: string): Promise<string> {
  const document = await importLaw(window, text)
  const invitation = await link(node, 'owner', '*')
  value(await window.shareDocument({ document, at: { kind: 'server', invitation } }))
  await open({ window }, document)
  return document
}

export function join(person: Person, node: Node, document: string): Promise<void> {
  return joinAs('drafter', person, node, document)
}

export async function joinAs(
  role: Role,
  { window }: Person,
  node: Node,
  document: string,
): Promise<void> {
  const invitation = await link(node, role, document)
  expect(value(await window.joinDraft({ invitation }))).toEqual({ document })
  await open({ window }, document)
}

export async function open(
  { window }: Pick<Person, 'window'>,
  document: string,
): Promise<Uint8Array> {
  return value(await window.openDocument({ document })).state
}

export async function write(
  someone: Pick<Person, 'window'>,
  document: string,
  words: string,
): Promise<void> {
  const update = writing(await open(someone, document), words)
  value(await someone.window.saveUpdate({ document, update }))
}

export async function reads(someone: Pick<Person, 'window'>, document: string): Promise<string> {
  return wordsOf(await open(someone, document))
}

export async function stateOf(
  { window }: Pick<Person, 'window'>,
  document: string,
): Promise<ShareSummary['state'] | undefined> {
  return value(await window.shareOf({ document }))?.state
}

export function peopleOf({ events }: Person) {
  return events.flatMap((event) => (event.kind === 'presence' ? [event.people] : []))
}
