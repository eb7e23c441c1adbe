import type { ShareSummary } from '#shared/bridge/sharing.ts'
import type { UnitId } from '#shared/schema/act.ts'
import type { PresentPerson } from '#shared/sync/presence.ts'
import { SERVER_OWNER } from '#shared/sync/server-owner.ts'
import type { SaveState } from '../host/save-queue.ts'
import type { Translate } from '../messages/messages.tsx'
import { type OutlineNode, pathTo } from '../panels/outline/model.ts'

/** How a draft is shared, as far as the host told: `unknown`: it gave no answer that can be read. */
export type Sharing = ShareSummary | 'notShared' | 'asked' | 'unknown'

export function isTold(sharing: Sharing): sharing is ShareSummary {
  return typeof sharing === 'object'
}

/**
 * How far the words on the page are, once they are on this computer: `waiting`: not yet there, so not
 * sent either.
 */
export type ServerState = Exclude<Sharing, ShareSummary> | 'waiting' | ShareSummary['state']

/** What is true of the words on the page: none is safe on a server that this computer's disk lacks. */
export function serverState(share: Sharing, save: SaveState): ServerState {
  if (!isTold(share)) return share
  const isHere = save.kind === 'saved'
  if (!isHere && (share.state === 'sent' || share.state === 'safe')) return 'waiting'
  return share.state
}

/** How the window calls somebody who is present: one's own other window by no name. */
export function nameOf({ name, isOwn }: PresentPerson, t: Translate): string {
  return isOwn ? t('presence.ownWindow') : memberName(name, t)
}

/** How the window calls a member: a server has no name of a person for who set it up. */
export function memberName(name: string, t: Translate): string {
  return name === SERVER_OWNER ? t('share.serverOwner') : name
}

/** Who is in a unit: `at` it, and `within` it or the units in it. */
export interface WhoIsWhere {
  readonly at: ReadonlyMap<UnitId, readonly PresentPerson[]>
  readonly within: ReadonlyMap<UnitId, readonly PresentPerson[]>
}

export const NOBODY: WhoIsWhere = { at: new Map(), within: new Map() }

/** Who is where in the outline: a unit that has no line counts for the one around it. */
export function whoIsWhere(
  people: readonly PresentPerson[],
  nodes: readonly OutlineNode[],
  around: (unit: string) => readonly UnitId[],
): WhoIsWhere {
  const at = new Map<UnitId, PresentPerson[]>()
  const within = new Map<UnitId, PresentPerson[]>()
  for (const person of people)
    for (const { unit } of person.places) {
      const line = around(unit).findLast((id) => pathTo(nodes, id).length > 0)
      if (line === undefined) continue
      put(at, line, person)
      for (const { id } of pathTo(nodes, line)) put(within, id, person)
    }
  return { at, within }
}

function put(map: Map<UnitId, PresentPerson[]>, unit: UnitId, person: PresentPerson): void {
  const known = map.get(unit)
  if (!known) map.set(unit, [person])
  else if (!known.includes(person)) known.push(person)
}
