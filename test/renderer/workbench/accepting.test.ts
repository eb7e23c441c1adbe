import type { EditorView } from 'prosemirror-view'
import { describe, expect, it } from 'vitest'
import type { Bridge } from '#shared/bridge/contract.ts'
import { referencesOf } from '#shared/citation/references.ts'
import type { Thread } from '#shared/review/threads.ts'
import { unitId } from '#shared/schema/act.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { decisionsIn } from '#shared/sync/decisions.ts'
import { act, art, para, textOf } from '#test/builders/act.ts'
import { cohort, standingUnits } from '#test/cohort/cohort.ts'
import { suggested } from '#test/review/suggesting.ts'
import { createStore } from '../../../renderer/host/store.ts'
import { indexReferences } from '../../../renderer/panels/references/model.ts'
import { acceptSeen } from '../../../renderer/workbench/accepting.ts'
import { createBenchImpact } from '../../../renderer/workbench/bench-impact.ts'

const law = act(
  art('1', 'Вода', para('1', 'Вода чиста.'), para('2', 'Берега открыты.')),
  art('2', 'Лодки', para('1', 'По пункту 2 статьи 1 лодки чисты.')),
  art('3', 'Тропы', para('1', 'По статье 2.')),
)
const A2 = unitId('article-2')
const WATER = unitId('article-1/paragraph-2')
const REMOVE: UnitEdit = { kind: 'remove', unit: A2 }
const AWAY: UnitEdit = {
  kind: 'move',
  unit: WATER,
  to: { parent: unitId('article-3'), after: unitId('article-3/paragraph-1') },
}

function drafter() {
  const [peer] = cohort(law, ['a', 'b']).peers
  if (!peer) throw new Error('a peer was asked for')
  const { session } = peer
  const view = {
    get state() {
      return peer.state
    },
  } as Pick<EditorView, 'state'> as EditorView
  const impact = createBenchImpact({
    bridge: {} as Bridge,
    document: 'd',
    session,
    view,
    referencesRead: () => indexReferences(referencesOf(session.act)),
    incoming: { ...createStore([]), isTold: () => true, whenTold: async () => {} },
    show: () => {},
    edit: (edits) => session.edit(edits).ok,
  })
  const accept = (threads: readonly Thread[]) => acceptSeen({ session, plan: impact.plan }, threads)
  const asked = () =>
    impact.planned.get()?.here.map(({ reference, outcome }) => [reference.text, outcome])
  return { peer, session, impact, accept, asked }
}

describe('accepting what references depend on', () => {
  it('U227: nothing is accepted before the drafter has seen who cites it, nor when they go back', async () => {
    const { peer, session, impact, accept, asked } = drafter()
    await accept([suggested(peer, [REMOVE])])
    expect(asked()).toEqual([['статье 2', 'broken']])
    expect([session.act.eq(law), decisionsIn(peer.doc).size]).toEqual([true, 0])
    await impact.settle('dropped')
    expect([session.act.eq(law), decisionsIn(peer.doc).size]).toEqual([true, 0])
    await accept([suggested(peer, [REMOVE])])
    await impact.settle('done')
    expect(standingUnits(session.act)).not.toContain(A2)
    expect(decisionsIn(peer.doc).get('t1')?.kind).toBe('accepted')
  })

  it('U227: several are asked about together, done together and undone as one', async () => {
    const { peer, session, impact, accept, asked } = drafter()
    await accept([suggested(peer, [REMOVE], 't1'), suggested(peer, [AWAY], 't2')])
    expect(asked()).toEqual([['статье 2', 'broken']])
    await impact.settle('done')
    expect(textOf(session.act)).not.toContain('Лодки')
    expect(session.layout.parents.get(WATER)).toBe('article-3')
    expect(decisionsIn(peer.doc).size).toBe(2)
    session.undo()
    expect([session.act.eq(law), decisionsIn(peer.doc).size]).toEqual([true, 0])
  })

  it('U227: citations that follow are rewritten with the acceptance, and undone with it', async () => {
    const { peer, session, impact, accept } = drafter()
    await accept([suggested(peer, [AWAY])])
    expect(impact.planned.get()?.rewrites.map(({ newWords }) => newWords)).toEqual([
      'пункту 2 статьи 3',
    ])
    await impact.settle('done')
    expect(textOf(session.act)).toContain('По пункту 2 статьи 3 лодки чисты.')
    session.undo()
    expect([session.act.eq(law), decisionsIn(peer.doc).size]).toEqual([true, 0])
  })

  it('U227: where one of several cannot be accepted any more, none is', async () => {
    const { peer, session, impact, accept } = drafter()
    const threads = [suggested(peer, [AWAY], 't1'), suggested(peer, [REMOVE], 't2')]
    session.edit([REMOVE])
    const before = session.act
    await accept(threads)
    expect(impact.planned.get()).toBeUndefined()
    expect([session.act.eq(before), decisionsIn(peer.doc).size]).toEqual([true, 0])
  })

  it('U227: nor where that comes about while the drafter looks at the references', async () => {
    const { peer, session, impact, accept } = drafter()
    await accept([suggested(peer, [AWAY], 't1'), suggested(peer, [REMOVE], 't2')])
    session.edit([REMOVE])
    const before = session.act
    await impact.settle('done')
    expect([session.act.eq(before), decisionsIn(peer.doc).size]).toEqual([true, 0])
  })

  it('U227: what is written after a fault amid it is a step of undo of its own', () => {
    const { peer, session } = drafter()
    const faulty = () => {
      throw new Error('a fault')
    }
    expect(() => session.accept([suggested(peer, [AWAY])], faulty)).toThrow('a fault')
    peer.type(WATER, 'Все ')
    session.undo()
    expect(textOf(session.act)).not.toContain('Все ')
    expect(session.layout.parents.get(WATER)).toBe('article-3')
  })
})
