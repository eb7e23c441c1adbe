import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { unitId } from '#shared/schema/act.ts'
import { onWordings, setWording, wordingsIn } from '#shared/sync/wordings.ts'

it('S51: how a change is worded is merged with the draft, heard of, and taken back', () => {
  const [here, there] = [new Y.Doc(), new Y.Doc()]
  let heard = 0
  const stop = onWordings(there, () => heard++)
  expect(wordingsIn(here)).toEqual({ default: 'minimal', units: new Map() })
  setWording(here, unitId('a'), 'restate')
  setWording(here, unitId('b'), 'minimal')
  setWording(here, unitId('c'), 'part')
  setWording(here, 'all others', 'restate')
  Y.applyUpdate(there, Y.encodeStateAsUpdate(here))
  expect(wordingsIn(there)).toEqual({
    default: 'restate',
    units: new Map([
      ['a', 'restate'],
      ['b', 'minimal'],
      ['c', 'part'],
    ]),
  })
  setWording(there, unitId('b'), null)
  stop()
  Y.applyUpdate(here, Y.encodeStateAsUpdate(there))
  expect([...wordingsIn(here).units.keys()]).toEqual(['a', 'c'])
  expect(heard).toBe(2)
})
