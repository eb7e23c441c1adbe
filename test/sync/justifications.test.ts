import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { unitId } from '#shared/schema/act.ts'
import {
  justificationsIn,
  onJustifications,
  setJustification,
} from '#shared/sync/justifications.ts'

it('S50: a justification is merged with the draft, heard of, and taken away by no words', () => {
  const [here, there] = [new Y.Doc(), new Y.Doc()]
  let heard = 0
  const stop = onJustifications(there, () => heard++)
  setJustification(here, unitId('a'), 'Уточнение.')
  setJustification(here, unitId('b'), 'Иное.')
  Y.applyUpdate(there, Y.encodeStateAsUpdate(here))
  expect([...justificationsIn(there)]).toEqual([
    ['a', 'Уточнение.'],
    ['b', 'Иное.'],
  ])
  setJustification(there, unitId('b'), '')
  stop()
  Y.applyUpdate(here, Y.encodeStateAsUpdate(there))
  expect([...justificationsIn(here).keys()]).toEqual(['a'])
  expect(heard).toBe(2)
})
