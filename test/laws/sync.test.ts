import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { textAt } from '#shared/review/anchor.ts'
import { type UnitId, unitId } from '#shared/schema/act.ts'
import { unitMaps } from '#shared/sync/shape.ts'
import { pick, seeded } from '#test/cohort/chance.ts'
import { cohort, type Peer } from '#test/cohort/cohort.ts'
import { act, allWords, ownWords, STRUCTURE_DEEDS, typeWord } from '#test/cohort/deeds.ts'
import { LAW } from '#test/cohort/history.ts'
import { disagreements, watch } from '#test/cohort/oracle.ts'
import { newRecord, noteTouch, typable } from '#test/cohort/record.ts'

/** Trials of one batch, 2,000 in all. */
const TRIALS = 400
const BATCHES = [7, 8, 9, 10, 11]

describe('law 7', () => {
  it.each(BATCHES)(
    `S21: in ${TRIALS} trials no word typed beside a structural command is lost, doubled or in another unit, seed %i`,
    (seed) => {
      const random = seeded(seed)
      const wrong: string[] = []
      for (let trial = 0; trial < TRIALS; trial++) {
        const group = cohort(LAW, ['a', 'b'], { holdBack: ['b'] })
        const [a, b] = group.peers
        if (!a || !b) throw new Error('two peers were asked for')
        const record = newRecord()
        const deed = pick(STRUCTURE_DEEDS, random) ?? 'move'
        act(a, deed, record, random)
        typeWord(b, pick(typable(b.state.doc), random), record, random)
        group.meet()
        wrong.push(...disagreements(group))
        const [[word, unit] = ['', '']] = record.typed
        const times = allWords(a).split(word).length - 1
        const stands = ownWords(a.session.act, unit).includes(word)
        const isKept =
          stands || a.session.conflicts.some((c) => 'words' in c && c.words.includes(word))
        if (times !== 1 || !isKept) wrong.push(`trial ${trial}: ${deed} beside ${word} in ${unit}`)
      }
      expect(wrong).toEqual([])
    },
  )
})

const HOME = unitId('part-I/article-1/paragraph-1')
const OTHER = unitId('part-II/article-2/paragraph-1')
const WORD = '⟨a0⟩'

/** What a faulty program might do to the shared text, and what the oracle says of it. */
const FAULTS: Readonly<Record<string, readonly [(peer: Peer) => void, RegExp]>> = {
  'loses a word': [({ doc }) => take(doc), /⟨a0⟩, typed into .*, is lost/],
  'puts a word into another unit': [
    ({ doc }) => {
      take(doc)
      put(doc, OTHER, WORD)
    },
    /⟨a0⟩, typed into .*article-1\/paragraph-1, stands in .*article-2\/paragraph-1/,
  ],
  'writes a word twice': [({ doc }) => put(doc, HOME, WORD), /⟨a0⟩, typed once, stands in/],
  'writes into law that nobody edited': [
    ({ doc }) => put(doc, OTHER, 'х'),
    /article-2\/paragraph-1, which nobody edited, reads «хТри ⟨три⟩.»/,
  ],
  'takes a unit away': [
    ({ doc }) => unitMaps(doc).get(OTHER)?.set('live', { root: OTHER, words: '', parent: null }),
    /article-2\/paragraph-1, which nobody removed, is gone/,
  ],
  'keeps what it wrote to itself': [
    ({ doc, session }) => {
      const copy = new Y.Doc()
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
      put(copy, HOME, 'х')
      session.receive(Y.encodeStateAsUpdate(copy))
    },
    /does not hold all updates/,
  ],
}

describe('the oracle of law 7', () => {
  it.each(Object.entries(FAULTS))('S20: finds a replica that %s', (_, [spoil, fault]) => {
    expect(faultsOf(() => {})).toBe('')
    expect(faultsOf(spoil)).toMatch(fault)
  })
})

/** What is wrong after one drafter typed a word and another did something unwatched. */
function faultsOf(spoil: (peer: Peer) => void): string {
  const group = cohort(LAW, ['a', 'b', 'c'])
  const [a, b] = group.peers
  if (!a || !b) throw new Error('three peers were asked for')
  const record = newRecord()
  const watching = watch(LAW, record)
  watching.does(a, 'type', () => {
    a.type(HOME, WORD)
    record.typed.set(WORD, HOME)
    noteTouch(a, HOME, record)
  })
  group.meet()
  spoil(b)
  group.meet()
  return watching.faults(group, seeded(1)).join('\n')
}

function put(doc: Y.Doc, unit: UnitId, words: string): void {
  textAt(doc, { unit, text: 0 })?.insert(0, words)
}

function take(doc: Y.Doc): void {
  textAt(doc, { unit: HOME, text: 0 })?.delete(0, WORD.length)
}
