import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Act } from '#shared/schema/act.ts'
import { projectAct } from '#shared/sync/project.ts'
import { art, dump, act as makeAct, para, part, point } from '#test/builders/act.ts'
import { cohort, type Peer, seeded, standingUnits } from '#test/cohort/cohort.ts'
import {
  act,
  allWords,
  DEEDS,
  newRecord,
  ownWords,
  pick,
  type Record,
  reach,
  STRUCTURE_DEEDS,
  typable,
  typeWord,
} from '#test/cohort/deeds.ts'

const base = makeAct(
  part(
    'I',
    'Общие положения',
    art(
      '1',
      'Первая',
      para('1', 'Один один.', point('1', 'раз;'), point('2', 'два.')),
      para('2', 'Два два.'),
    ),
  ),
  part(
    'II',
    'Особые',
    art('2', 'Вторая', para('1', 'Три три.')),
    art('3', 'Третья', para('1', 'Четыре.'), para('2', 'Пять.')),
  ),
)

/** Histories of 40 deeds by five drafters. */
const SEQUENCES = 120
const TRIALS = 2_000

describe('law 7', () => {
  it('S20: drafters who saw the same hold the same act, each unit once, every word where it was typed', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { peers, record } = history(seed, 40)
        agree(peers)
        for (const fault of strayWords(peers, record)) throw new Error(fault)
      }),
      // The first: words typed while an update waits for one that comes behind it.
      { numRuns: SEQUENCES, examples: [[-39697889]] },
    )
  })

  it(`S21: in ${TRIALS} trials no word typed beside a structural command is lost, doubled or in another unit`, () => {
    const random = seeded(7)
    const wrong: string[] = []
    for (let trial = 0; trial < TRIALS; trial++) {
      const { peers, meet } = cohort(base, ['a', 'b'], { holdBack: ['b'] })
      const [a, b] = peers
      if (!a || !b) throw new Error('two peers were asked for')
      const record = newRecord()
      const deed = pick(STRUCTURE_DEEDS, random) ?? 'move'
      act(a, deed, record, random)
      typeWord(b, pick(typable(b.state.doc), random), record, random)
      meet()
      agree(peers)
      const [[word, unit] = ['', '']] = record.typed
      const times = allWords(a).split(word).length - 1
      const stands = ownWords(a.session.act, unit).includes(word)
      const isKept =
        stands || a.session.conflicts.some((c) => 'words' in c && c.words.includes(word))
      if (times !== 1 || !isKept) wrong.push(`trial ${trial}: ${deed} beside ${word} in ${unit}`)
    }
    expect(wrong).toEqual([])
  })
})

/** Some drafters at work, hearing of each other now and then, in any order, some things twice. */
function history(seed: number, length: number): { peers: readonly Peer[]; record: Record } {
  const random = seeded(seed)
  const group = cohort(base, ['a', 'b', 'c', 'd', 'e'], { holdBack: ['b', 'd'] })
  const record = newRecord()
  for (let step = 0; step < length; step++) {
    const peer = pick(group.peers, random)
    const deed = pick(DEEDS, random)
    if (peer && deed) act(peer, deed, record, random)
    if (random() < 0.15) group.deliverSome(random)
    if (random() < 0.05) group.meet()
  }
  group.meet()
  return { peers: group.peers, record }
}

function agree(peers: readonly Peer[]): void {
  const acts = peers.map(({ session }) => session.act)
  const [first] = acts
  for (const [index, peer] of peers.entries()) {
    const draft = acts[index]
    if (!first || !draft) throw new Error('every peer has an act')
    draft.check()
    if (!draft.eq(first)) expect(dump(draft)).toBe(dump(first))
    if (!draft.eq(projectAct(peer.doc))) expect(dump(draft)).toBe(dump(projectAct(peer.doc)))
    expect(draft.toJSON()).toEqual(first.toJSON())
    expect(peer.state.doc).toBe(draft)
    expect(peer.session.conflicts).toEqual(peers[0]?.session.conflicts)
    expect(peer.session.readOnly).toBeNull()
  }
  if (first) expectOnce(first)
}

function expectOnce(draft: Act): void {
  const ids = standingUnits(draft)
  expect(new Set(ids).size).toBe(ids.length)
}

/** Words in a unit they were not typed into, and words that are nowhere. */
function strayWords([peer]: readonly Peer[], record: Record): readonly string[] {
  if (!peer) return []
  const draft = peer.session.act
  const units = standingUnits(draft)
  const known = allWords(peer)
  const faults: string[] = []
  for (const [word, unit] of record.typed) {
    if (record.undone.has(word)) continue
    const home = reach(record, unit)
    for (const id of units) {
      if (!home.has(id) && ownWords(draft, id).includes(word)) {
        faults.push(`${word}, typed into ${unit}, stands in ${id}`)
      }
    }
    if (!known.includes(word)) faults.push(`${word}, typed into ${unit}, is lost`)
    const isAtHome = ownWords(draft, unit).includes(word)
    if (home.size === 1 && units.includes(unit) && !isAtHome) {
      faults.push(`${word} is not in ${unit}, which stands`)
    }
  }
  return faults
}
