import { describe, expect, it } from 'vitest'
import type { ShareSummary } from '#shared/bridge/sharing.ts'
import { unitId } from '#shared/schema/act.ts'
import type { PresentPerson } from '#shared/sync/presence.ts'
import { SERVER_OWNER } from '#shared/sync/server-owner.ts'
import type { SaveState } from '../../../renderer/host/save-queue.ts'
import { translator } from '../../../renderer/messages/messages.tsx'
import { outlineMaker } from '../../../renderer/panels/outline/model.ts'
import { nameOf, serverState, whoIsWhere } from '../../../renderer/sharing/model.ts'
import { act, art, chapter } from '../../builders/act.ts'

const shared = (state: ShareSummary['state']): ShareSummary => ({
  address: 'https://drafts.example.org',
  name: 'Dana',
  role: 'drafter',
  state,
  member: 'm',
  reason: null,
})
const SAVED: SaveState = { kind: 'saved' }
const EDITED: SaveState = { kind: 'edited' }

describe('what the status bar says of the server', () => {
  it.each([
    ['notShared', EDITED, 'notShared'],
    ['unknown', SAVED, 'unknown'],
    [shared('safe'), SAVED, 'safe'],
    [shared('safe'), EDITED, 'waiting'],
    [shared('sent'), SAVED, 'sent'],
    [shared('sent'), EDITED, 'waiting'],
    [shared('offline'), EDITED, 'offline'],
    [shared('removed'), EDITED, 'removed'],
  ] as const)('U111: no word is safe there that is not on this computer', (share, save, state) => {
    expect(serverState(share, save)).toBe(state)
  })
})

it('U112: somebody in an article is in its line, and in those around it when they are closed', () => {
  const text = act(chapter('1', 'Name', art('1', 'First', 'Words.'), art('2', 'Second', 'Words.')))
  const nodes = outlineMaker().outline(text)
  const around = nodes.find(({ children }) => children.length > 0)
  const [article] = around?.children ?? []
  if (!around || !article) throw new Error('no chapter with an article')
  const place = { unit: article.id, anchor: 1, head: 1 }
  const dana: PresentPerson = { id: 'd', name: 'Dana', places: [place], isOwn: false }
  const where = whoIsWhere([dana], nodes, (unit) => [around.id, unitId(unit)])
  expect([...where.at]).toEqual([[article.id, [dana]]])
  expect([...where.within]).toEqual([
    [around.id, [dana]],
    [article.id, [dana]],
  ])
})

it('U112: who has no name there is called in the language of the window', () => {
  const called = (name: string, isOwn: boolean) =>
    nameOf({ id: 'a', name, places: [], isOwn }, translator('ru'))
  expect(called('Дана', false)).toBe('Дана')
  expect(called(SERVER_OWNER, false)).toBe('Владелец сервера')
  expect(called('Дана', true)).toBe('ваше другое окно')
})
