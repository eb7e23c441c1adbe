import { expect, it } from 'vitest'
import type { OutgoingReference } from '#shared/bridge/contract.ts'
import { ignoreKey } from '#shared/citation/ignored.ts'
import type { Reference } from '#shared/citation/reference.ts'
import { unitId } from '#shared/schema/act.ts'
import {
  filtered,
  indexReferences,
  nextDoubtful,
  referenceCounts,
  referencesView,
} from '../../../renderer/panels/references/model.ts'
import { overlayOf, type ShownReference } from '../../../renderer/panels/references/shown.ts'

const external: Reference = {
  from: unitId('p'),
  block: 0,
  range: { start: 3, end: 30 },
  text: 'статье 5 Закона «О лодках»',
  status: 'external',
  targets: [{ act: 'Закона «О лодках»', unit: null, label: 'статье 5 Закона «О лодках»' }],
}
const led: OutgoingReference = {
  unit: 'p',
  block: 0,
  from: 90,
  to: 117,
  text: external.text,
  place: 'статья 1',
  sentence: '',
  status: 'valid',
  ignored: false,
  name: 'Закона  «О лодках»',
  targets: [{ document: 'boats', title: 'О лодках', unit: 'b5', label: 'статья 5' }],
}
const at = (start: number, status: ShownReference['status']): ShownReference => ({
  ...external,
  range: { start, end: start + 5 },
  status,
  targets: [{ act: null, unit: null, label: 'x' }],
})

const NOTHING = { ignored: new Set<string>(), checks: new Map() }

it('U70: a citation of another act leads where the index says, wherever it now stands', () => {
  const overlay = overlayOf([led], NOTHING)
  expect(overlay.shown(external)).toMatchObject({
    status: 'valid',
    targets: [{ act: 'boats', unit: 'b5' }],
  })
  expect(overlay.titleOf('boats')).toBe('О лодках')
  expect(overlay.shown({ ...external, from: unitId('q') }).status).toBe('external')
})

it('U74: a reference that is left alone is shown so, until its words change', () => {
  const overlay = overlayOf([led], { ...NOTHING, ignored: new Set([ignoreKey(external)]) })
  expect(overlay.shown(external).status).toBe('ignored')
  expect(overlay.shown({ ...external, text: 'статье 6' }).status).toBe('external')
})

it('U201: a reference is to be checked until it names what it had to', () => {
  const check = {
    act: 'boats',
    targets: ['b6'],
    words: external.text,
    proposal: 'статье 6 Закона «О лодках»',
    reason: 'number',
  } as const
  const checks = new Map([[ignoreKey(external), check]])
  const overlay = overlayOf([led], { ...NOTHING, checks })
  expect(overlay.shown(external).status).toBe('check')
  expect(overlay.checkOf(external)).toEqual(check)
  const [target] = led.targets
  const right = { ...led, targets: target ? [{ ...target, unit: 'b6' }] : [] }
  expect(overlayOf([right], { ...NOTHING, checks }).shown(external).status).toBe('valid')
  const both = { ignored: new Set(checks.keys()), checks }
  expect(overlayOf([led], both).shown(external).status).toBe('ignored')
})

it('U72: references stand by act, the open one first, and are counted and filtered by status', () => {
  const overlay = overlayOf([led], NOTHING)
  const references = [overlay.shown(external), at(40, 'broken'), at(50, 'valid')]
  const { outgoing } = referencesView({
    index: indexReferences(references),
    elsewhere: [],
    within: null,
    placeOf: () => '',
    titleOf: overlay.titleOf,
  })
  expect(outgoing.map(({ title, rows }) => [title, rows.length])).toEqual([
    ['', 2],
    ['О лодках', 1],
  ])
  expect(referenceCounts(outgoing)).toMatchObject({ all: 3, doubtful: 1, valid: 2, ignored: 0 })
  expect(filtered(outgoing, 'doubtful').flatMap(({ rows }) => rows)).toHaveLength(1)
})

it('U73: next and previous doubtful go around the end', () => {
  const references = [at(10, 'broken'), at(20, 'valid'), at(30, 'ambiguous'), at(40, 'ignored')]
  const step = (from: number, direction: 'next' | 'previous') =>
    nextDoubtful(references, from, ({ range }) => range.start, direction)?.range.start
  expect([step(0, 'next'), step(10, 'next'), step(30, 'next')]).toEqual([10, 30, 10])
  expect([step(10, 'previous'), step(25, 'previous')]).toEqual([30, 10])
  expect(nextDoubtful([at(1, 'valid')], 0, () => 1, 'next')).toBeUndefined()
})
