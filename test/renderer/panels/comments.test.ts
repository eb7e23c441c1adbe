import { describe, expect, it } from 'vitest'
import { anchorToUnit } from '#shared/review/anchor.ts'
import { unitId } from '#shared/schema/act.ts'
import {
  completeMention,
  filterThreads,
  mentionAt,
  nextThread,
  type PlacedThread,
} from '../../../renderer/panels/comments/model.ts'

const DANA = { id: 'p1', name: 'Дана' }
const OLEG = { id: 'p2', name: 'Олег Ким' }
const unit = unitId('a')

function placed(id: string, author: typeof DANA, words: string, state = ''): PlacedThread {
  const resolved = state.includes('resolved') ? { person: OLEG, at: 2 } : undefined
  const comments = [
    { id, author, at: 1, words, editedAt: undefined, wordsBefore: [], lasting: undefined },
  ]
  const thread = {
    id,
    anchor: anchorToUnit(unit),
    proposal: undefined,
    group: undefined,
    comments,
    resolved,
  }
  return {
    thread,
    located: { kind: 'unit', unit },
    quote: undefined,
    place: '',
    isUnread: state.includes('unread'),
    decision: undefined,
    isTimely: true,
    outlook: undefined,
    path: undefined,
    target: undefined,
  }
}

const threads = [
  placed('1', OLEG, 'Зачем?'),
  placed('2', OLEG, 'Спросим @дана', 'unread'),
  placed('3', DANA, 'Ясно', 'resolved'),
  placed('4', OLEG, '@Олег Ким, сам'),
]
const ids = (list: readonly PlacedThread[]) => list.map(({ thread }) => thread.id).join('')

describe('the comments panel', () => {
  it('U144: threads are filtered: open, unread, mine and to me, resolved', () => {
    const filtered = filterThreads(threads, DANA)
    const { open, unread, mine, resolved, all } = filtered
    expect([open, unread, mine, resolved, all].map(ids)).toEqual(['124', '2', '23', '3', '1234'])
  })

  it('U145: one goes from open thread to open thread, round at the ends', () => {
    const to = (from: string | undefined, direction: 'next' | 'previous') =>
      nextThread(threads, from, direction)?.thread.id
    expect([to(undefined, 'next'), to('2', 'next'), to('4', 'next')]).toEqual(['1', '4', '1'])
    expect([to(undefined, 'previous'), to('4', 'previous')]).toEqual(['4', '2'])
    expect(nextThread([], undefined, 'next')).toBeUndefined()
  })

  it('U143: a name that is begun after @ is offered and completed', () => {
    const words = 'Спросим @ол завтра'
    const mention = mentionAt(words, 'Спросим @ол'.length, [DANA, OLEG])
    expect(mention).toEqual({ at: 8, people: [OLEG] })
    expect(mention && completeMention(words, 'Спросим @ол'.length, mention, OLEG)).toEqual({
      words: 'Спросим @Олег Ким завтра',
      caret: 'Спросим @Олег Ким '.length,
    })
    const offered = (text: string) => mentionAt(text, text.length, [DANA, OLEG])?.people.length ?? 0
    expect(['@', '@олег к', 'a@', '@Олег Ким ', 'нет'].map(offered)).toEqual([2, 1, 0, 0, 0])
  })
})
