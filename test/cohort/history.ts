import fc from 'fast-check'
import type { Act } from '#shared/schema/act.ts'
import { art, act as makeAct, para, part, point } from '#test/builders/act.ts'
import { pick, seeded } from './chance.ts'
import { type Cohort, cohort, type Peer } from './cohort.ts'
import { ALL_DEEDS, act, type Deed } from './deeds.ts'
import { ownWordsIn, watch } from './oracle.ts'
import { newRecord, WORD } from './record.ts'
import {
  isReviewDeed,
  type ReviewDeed,
  type ReviewTable,
  review,
  reviewFaults,
  reviewOf,
} from './review-deeds.ts'

/** The law that the drafters of a history begin with; words in ⟨⟩ are looked for as those typed later are. */
export const LAW: Act = makeAct(
  part(
    'I',
    'Общие положения',
    art(
      '1',
      'Первая',
      para('1', 'Один ⟨один⟩ один.', point('1', 'раз ⟨раз⟩;'), point('2', 'два.')),
      para('2', 'Два ⟨дважды⟩ два.'),
    ),
  ),
  part(
    'II',
    'Особые',
    art('2', 'Вторая', para('1', 'Три ⟨три⟩.')),
    art('3', 'Третья', para('1', 'Четыре ⟨четыре⟩.'), para('2', '⟨пять⟩ Пять.')),
  ),
)

const DRAFTERS = ['a', 'b', 'c', 'd', 'e']

/** What the network does between deeds. */
const WEATHER = ['some', 'some', 'some', 'part', 'lose', 'compare', 'reopen', 'meet'] as const
type Weather = (typeof WEATHER)[number]

/** One step: who does what, or what the network does; `seed` decides the rest. */
export interface Step {
  readonly drafter: number
  readonly what: Deed | ReviewDeed | Weather
  readonly seed: number
}

/** The same histories in each run; `FUZZ_SEED=N npx vitest run test/laws/sync-weeks.test.ts` tries others. */
export const FUZZ_SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_201)

/** Histories of some length, also of what is said of the draft; a failing one is cut down step by step. */
export function histories(
  minLength: number,
  maxLength: number,
  review: readonly ReviewDeed[] = [],
): fc.Arbitrary<readonly Step[]> {
  const step = fc.record({
    drafter: fc.nat({ max: DRAFTERS.length - 1 }),
    what: fc.constantFrom<Step['what']>(...ALL_DEEDS, ...WEATHER, ...review),
    seed: fc.nat(),
  })
  return fc.array(fc.noBias(step), { minLength, maxLength, size: 'max' })
}

/** Law 7 after a history: what is wrong, in sentences. */
export function faultsAfter(steps: readonly Step[]): readonly string[] {
  const group = cohort(LAW, DRAFTERS, { holdBack: ['b', 'd'] })
  const record = newRecord()
  for (const [unit, words] of ownWordsIn(LAW))
    for (const [word] of words.matchAll(WORD)) record.typed.set(word, unit)
  const table = reviewOf(group.peers)
  const watching = watch(LAW, record)
  for (const { drafter, what, seed } of steps) {
    const peer = group.peers[drafter]
    if (!peer) continue
    const random = seeded(seed)
    if (isWeather(what)) blow(group, table, { peer, weather: what }, random)
    else if (isReviewDeed(what))
      watching.does(peer, what, () => review(table, peer, what, record, random))
    else watching.does(peer, what, () => act(peer, what, record, random))
  }
  const random = seeded(steps.length)
  group.meet(random)
  table.meet(random)
  return [...watching.faults(group, random), ...reviewFaults(table, group.peers)]
}

function isWeather(what: Step['what']): what is Weather {
  return WEATHER.some((weather) => weather === what)
}

function blow(
  { peers, mail, meet, deliverSome, compare }: Cohort,
  table: ReviewTable,
  { peer, weather }: { readonly peer: Peer; readonly weather: Weather },
  random: () => number,
): void {
  switch (weather) {
    case 'some':
      deliverSome(random)
      table.mail.deliverSome(random)
      return
    case 'part':
      mail.part(random)
      return
    case 'lose':
      mail.lose(random)
      table.mail.lose(random)
      return
    case 'compare': {
      const other = pick(peers, random)
      if (other && other !== peer) compare(peer, other)
      return
    }
    case 'reopen':
      // A draft that lacks updates opens read-only until the rest came.
      if (peer.doc.store.pendingStructs === null && peer.doc.store.pendingDs === null) peer.reopen()
      return
    case 'meet':
      meet(random)
      table.meet(random)
      return
  }
}
