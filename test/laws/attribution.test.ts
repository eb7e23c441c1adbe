import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { bodyOf, headingOf, isUnit, unitAttrs } from '#shared/schema/act.ts'
import { type Attribution, attributionOf } from '#shared/sync/attribution.ts'
import { art, act as makeAct, para, point } from '#test/builders/act.ts'
import { pick, seeded } from '#test/cohort/chance.ts'
import { cohort, type Peer, standingUnits } from '#test/cohort/cohort.ts'
import { act, DEEDS } from '#test/cohort/deeds.ts'
import { newRecord } from '#test/cohort/record.ts'

const base = makeAct(
  art('1', 'Первая', para('1', 'Один один.', point('1', 'раз;')), para('2', 'Два два.')),
  art('2', 'Вторая', para('1', 'Три три.'), para('2', 'Пять.')),
)

it('V6 V5: drafters who saw the same tell the same of who wrote what, as from scratch, and every character has its span', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = seeded(seed)
      let time = 0
      const { peers, meet, deliverSome } = cohort(base, ['a', 'b', 'c'], { now: () => time })
      const record = newRecord()
      const kept = peers.map(({ doc }) => attributionOf(doc))
      for (let step = 0; step < 30; step++) {
        time += Math.floor(random() * 90_000)
        const peer = pick(peers, random)
        const deed = pick(DEEDS, random)
        if (peer && deed) act(peer, deed, record, random)
        if (random() < 0.2) deliverSome(random)
        // What is asked in between is remembered, and must not be remembered too long.
        const asked = pick(kept, random)
        if (asked && peer) told(asked, peer)
      }
      meet()
      const [first] = peers
      if (!first) throw new Error('three peers were asked for')
      const collected = new Y.Doc()
      Y.applyUpdate(collected, Y.encodeStateAsUpdate(first.doc))
      const scratch = told(attributionOf(collected), first)
      for (const attribution of kept) expect(told(attribution, first)).toEqual(scratch)
      everyCharacterHasItsSpan(attributionOf(first.doc), first)
    }),
    { numRuns: 60 },
  )
})

function told(attribution: Attribution, { session }: Peer) {
  return standingUnits(session.act).map((unit) => [
    unit,
    attribution.touches(unit),
    attribution.made(unit),
    attribution.written({ unit, block: 0 }),
    attribution.deleted({ unit, block: 0 }),
  ])
}

function everyCharacterHasItsSpan(attribution: Attribution, { session }: Peer): void {
  session.act.descendants((node) => {
    if (!isUnit(node)) return false
    const unit = unitAttrs(node).id
    const size = (block: number) =>
      attribution.written({ unit, block }).reduce((sum, { length }) => sum + length, 0)
    for (const [block, child] of bodyOf(node).entries()) {
      if (child.isTextblock) expect(size(block)).toBe(child.content.size)
    }
    const heading = headingOf(node)
    if (heading) expect(size(-1)).toBe(heading.content.size)
    return true
  })
}
