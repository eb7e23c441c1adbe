import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { unitId } from '#shared/schema/act.ts'
import { inForceIn, onInForce, setInForce } from '#shared/sync/in-force.ts'

it('M76: when the law comes into force is merged with the draft, heard of, and taken back', () => {
  const [here, there] = [new Y.Doc(), new Y.Doc()]
  let heard = 0
  const stop = onInForce(there, () => heard++)
  expect(inForceIn(here)).toEqual({ law: null, units: new Map() })
  setInForce(here, 'the law', { kind: 'days', days: 10 })
  setInForce(here, [unitId('a'), unitId('b')], { kind: 'date', date: '2027-01-01' })
  here.getMap('inForce').set('c', { kind: 'date', date: 'tomorrow' })
  Y.applyUpdate(there, Y.encodeStateAsUpdate(here))
  const day = { kind: 'date', date: '2027-01-01' }
  expect(inForceIn(there)).toEqual({
    law: { kind: 'days', days: 10 },
    units: new Map([
      ['a', day],
      ['b', day],
    ]),
  })
  setInForce(there, [unitId('b')], null)
  setInForce(there, 'the law', null)
  stop()
  Y.applyUpdate(here, Y.encodeStateAsUpdate(there))
  expect(inForceIn(here)).toEqual({ law: null, units: new Map([['a', day]]) })
  expect(heard).toBe(3)
})
