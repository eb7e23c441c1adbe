import type { Node } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { decodeBlock, suggestedBlock } from '#shared/review/suggested-block.ts'
import { rewritten } from '#shared/review/suggested-lines.ts'
import {
  decodeSuggestedUnit,
  suggestedUnit,
  unitOfSuggested,
} from '#shared/review/suggested-unit.ts'
import { decodeWords, propose, standingAt } from '#shared/review/suggested-words.ts'
import { openProposal, threadsIn } from '#shared/review/threads.ts'
import { newWordsOf, writtenLines, writtenWords } from '#shared/review/written-words.ts'
import { bodyOf, makeParagraph, makeUnit, type Unit, unitId } from '#shared/schema/act.ts'
import { makeFootnote } from '#shared/schema/footnote.ts'
import { schema } from '#shared/schema/schema.ts'
import { profileOf } from '#shared/tradition/profiles.ts'
import { act, art } from '#test/builders/act.ts'
import { cohort, type Peer } from '#test/cohort/cohort.ts'
import { DONE, drafters, INSERT, NEW, OLEG, suggested } from './suggesting.ts'

const { nodes } = schema
const note = (text: string) => makeFootnote({ marker: '1', text })
const cell = (...words: readonly string[]) => nodes.tableCell.create(null, words.map(makeParagraph))
const row = (...cells: readonly Node[]) => nodes.tableRow.create(null, cells)
const noted = nodes.paragraph.create(null, [
  schema.text('Один два', [schema.marks.strong.create()]),
  note('О двух.').mark([schema.marks.strong.create()]),
  schema.text(' три', [schema.marks.strong.create()]),
  nodes.hardBreak.create(),
  schema.text('четыре.'),
])
const looks = nodes.paragraph.create(null, [
  schema.text('Один', [schema.marks.emphasis.create()]),
  note('О двух.'),
  nodes.hardBreak.create(),
  schema.text('два.'),
])
const table = nodes.table.create(null, [
  row(nodes.tableHeader.create({ colspan: 2 }, [makeParagraph('Сборы')])),
  row(cell('Лодка', 'Вёсла'), cell('10')),
])
const publisher = nodes.note.create(null, schema.text('Сноска. Изменена.'))
const law = act(
  makeUnit(
    { id: unitId('u'), kind: 'article', label: '1' },
    { heading: 'Сборы', body: [noted, table, publisher] },
  ),
  art('2', 'Другое'),
)
const U = unitId('u')

function peers() {
  const { peers: all, meet } = cohort(law, ['a', 'b', 'c'])
  const [a, b] = all
  if (!a || !b) throw new Error('peers were asked for')
  return { a, b, peers: all, meet }
}

/** What Oleg suggests for a whole text of the article, typed as it is shown with some words replaced. */
function reworded({ doc }: Peer, text: number, old: string, next: string) {
  const { words } = standingAt(doc, { unit: U, text, from: 0, to: 1000 })
  const place = { unit: U, text, from: 0, to: words.length }
  const shown = writtenWords(standingAt(doc, place))
  expect(shown).toContain(old)
  const made = propose(doc, place, newWordsOf(shown.replace(old, next)))
  if (!made.ok) throw new Error(made.problem.code)
  const review = new Y.Doc()
  openProposal(review, made.value, { id: 't1', author: OLEG, at: 1, words: '' })
  const [thread] = threadsIn(review)
  if (!thread) throw new Error('a thread was opened')
  return thread
}

const unitOf = ({ session }: Peer): Unit => {
  const unit = session.act.firstChild
  if (!unit) throw new Error('the article stands')
  return unit
}
const linesOf = (peer: Peer) =>
  bodyOf(unitOf(peer)).flatMap((block) => writtenLines(suggestedBlock(block)))
const LINES = [
  'Один два[[1: О двух.]] три⏎четыре.',
  '| Сборы |',
  '|---|',
  '| Лодка ⏎ Вёсла | 10 |',
  'Сноска. Изменена.',
]

describe('words beside what is no word', () => {
  it('S55: a footnote and a break stand among the words that are typed, and what is not touched stays itself', () => {
    const { a, b, meet } = peers()
    expect(linesOf(a)).toEqual(LINES)
    const thread = reworded(a, 0, 'четыре', 'пять')
    expect(thread.anchor.words?.quote).toBe('четыре')
    expect(a.session.accept([thread])).toEqual(DONE)
    meet()
    for (const peer of [a, b]) expect(linesOf(peer)[0]).toBe('Один два[[1: О двух.]] три⏎пять.')
  })

  it('S55: words of a footnote are suggested, a footnote is added, and one that is left out goes', () => {
    const cases = [
      ['О двух.', 'О трёх.', 'Один два[[1: О трёх.]] три⏎четыре.'],
      ['[[1: О двух.]]', '', 'Один два три⏎четыре.'],
      ['четыре', 'четыре[[2: Новая.]]', 'Один два[[1: О двух.]] три⏎четыре[[2: Новая.]].'],
      ['три⏎', 'и[[*: Так.]]⏎три⏎', 'Один два[[1: О двух.]] и[[*: Так.]]⏎три⏎четыре.'],
    ] as const
    for (const [old, next, line] of cases) {
      const { a, b, meet } = peers()
      const thread = reworded(a, 0, old, next)
      expect(linesOf(a)).toEqual(LINES)
      // Whoever accepts apart writes it once, after edits around too.
      b.type(U, 'Ноль ')
      expect([a.session.accept([thread]), b.session.accept([thread])]).toEqual([DONE, DONE])
      meet()
      for (const peer of [a, b]) expect(linesOf(peer)[0]).toBe(`Ноль ${line}`)
    }
  })

  it('S55: a sign of a footnote in words that hold none is no suggestion', () => {
    const update = new Uint8Array()
    expect(decodeWords({ words: 'Раз\ufffcдва', update })).toBeUndefined()
    expect(decodeWords({ words: 'Раз два', update })).toMatchObject({ words: 'Раз два' })
  })

  it('S55: an accepted footnote is undone, and accepted again', () => {
    const { a } = peers()
    const thread = reworded(a, 0, 'О двух.', 'О трёх.')
    for (let round = 0; round < 3; round++) {
      expect(a.session.accept([thread])).toEqual(DONE)
      expect(linesOf(a)[0]).toContain('[[1: О трёх.]]')
      expect(a.session.undo()).toBe(true)
      expect(linesOf(a)).toEqual(LINES)
    }
  })

  it('S55: a new footnote looks as the words that it stands among', () => {
    const { a } = peers()
    expect(a.session.accept([reworded(a, 0, 'О двух.', 'О трёх.')])).toEqual(DONE)
    const [first] = bodyOf(unitOf(a))
    const bold = first?.children.filter(({ marks }) =>
      marks.some(({ type }) => type.name === 'strong'),
    )
    expect(bold?.map(({ textContent }) => textContent).join('|')).toBe('Один два| | три')
  })

  it('S55: words of a cell, of a heading and of a publisher’s note are suggested as any', () => {
    for (const [text, old, next, at] of [
      [3, 'Вёсла', 'Весло', 3],
      [4, '10', '20', 3],
      [5, 'Изменена', 'Исключена', 4],
    ] as const) {
      const { a, b, meet } = peers()
      const thread = reworded(a, text, old, next)
      expect(a.session.accept([thread])).toEqual(DONE)
      meet()
      for (const peer of [a, b])
        expect(linesOf(peer)).toEqual(
          LINES.map((line, n) => (n === at ? line.replace(old, next) : line)),
        )
    }
    const { a } = peers()
    expect(a.session.accept([reworded(a, -1, 'Сборы', 'Плата')])).toEqual(DONE)
    expect(unitOf(a).firstChild?.textContent).toBe('Плата')
  })

  it('S55: leaves that are not of their form, or not as many as the words tell, make no suggestion', () => {
    const { a } = peers()
    const { proposal } = reworded(a, 0, 'О двух.', 'О трёх.')
    if (proposal?.kind !== 'words') throw new Error('words were suggested')
    const review = new Y.Doc()
    const read = (leaves: unknown) => {
      const anchor = { unit: U }
      const comment = { id: 't', author: OLEG, at: 1, words: 'Так.' }
      openProposal(review, { anchor, proposal }, comment)
      review
        .getMap<Y.Map<unknown>>('threads')
        .get('t')
        ?.set('proposal', { ...proposal, leaves })
      return threadsIn(review)[0]?.proposal
    }
    expect(read(proposal.leaves)).toEqual(proposal)
    for (const leaves of [[], 7, [{ break: 1 }], [{ footnote: null }], [{}], [{ break: true }, {}]])
      expect(read(leaves)).toBeUndefined()
    // What shows another footnote than it holds back writes the one that it shows.
    const shown = [{ footnote: { marker: null, text: 'Иное.' } }]
    const forged = {
      ...reworded(a, 0, 'О двух.', 'О трёх.'),
      proposal: { ...proposal, leaves: shown },
    }
    expect(a.session.accept([forged])).toEqual(DONE)
    expect(linesOf(a)[0]).toContain('[[: Иное.]]')
  })
})

describe('new units that hold more than words', () => {
  it('S55: tables, notes, footnotes and looks of a new unit are those that were suggested', () => {
    const unit = makeUnit(
      { id: NEW, kind: 'article', label: '1-1', state: 'draft' },
      { heading: 'Новая', body: [looks, table, publisher] },
    )
    const value = suggestedUnit(unit)
    expect(decodeSuggestedUnit(JSON.parse(JSON.stringify(value)))).toEqual(value)
    expect(unitOfSuggested(value).toJSON()).toEqual(unit.toJSON())
    const { a, b, c, peers: all, meet } = drafters()
    const thread = suggested(c, [{ ...INSERT, unit } as typeof INSERT])
    expect([a.session.accept([thread]), b.session.accept([thread])]).toEqual([DONE, DONE])
    meet()
    for (const { session } of all) {
      const stands = session.act.children.filter(({ attrs }) => attrs['id'] === NEW)
      expect(stands.map((one) => one.toJSON())).toEqual([unit.toJSON()])
    }
  })

  it('S55: rows that are typed are a table, the first its head where a rule follows, and a note is one', () => {
    const empty = suggestedUnit(makeUnit({ id: NEW, kind: 'article', label: '1-1' }))
    const text =
      'Сборы[[1: В год.]]:\n| Что | Сколько |\n|---|---|\n| Лодка[[2: Любая.]] |\n1. Ещё.\n| a |'
    const made = rewritten(profileOf(act()), empty, { label: '1-1', heading: null, text }, () =>
      unitId('p'),
    )
    expect(decodeSuggestedUnit(made)).toEqual(made)
    expect(made.paragraphs.flatMap(writtenLines)).toEqual([
      'Сборы[[1: В год.]]:',
      '| Что | Сколько |',
      '|---|---|',
      '| Лодка[[2: Любая.]] |  |',
    ])
    expect(made.units.flatMap(({ paragraphs }) => paragraphs.flatMap(writtenLines))).toEqual([
      'Ещё.',
      '| a |',
    ])
  })

  it('S36: a block of another form, or more of them than any law has, is none', () => {
    const deep = (depth: number): object => ({
      kind: 'table',
      rows: [
        [{ isHeader: false, colspan: 1, rowspan: 1, blocks: depth === 0 ? [] : [deep(depth - 1)] }],
      ],
    })
    expect(decodeBlock(deep(2))).toBeDefined()
    const hostile: readonly unknown[] = [
      7,
      { kind: 'unknown', inline: [] },
      { kind: 'paragraph', inline: 'x' },
      { kind: 'paragraph', inline: [''] },
      { kind: 'paragraph', inline: ['a\nb'] },
      { kind: 'paragraph', inline: [{ words: 'x', marks: ['toString'] }] },
      { kind: 'paragraph', inline: [{ footnote: { marker: 'x'.repeat(40), text: '' } }] },
      { kind: 'table', rows: [[{ isHeader: false, colspan: 0, rowspan: 1, blocks: [] }]] },
      { kind: 'table', rows: [[{ isHeader: false, colspan: 1e9, rowspan: 1, blocks: [] }]] },
      { kind: 'paragraph', inline: Array.from({ length: 30_000 }, () => 'x') },
      deep(9),
    ]
    for (const value of hostile)
      expect(decodeBlock(value), JSON.stringify(value).slice(0, 80)).toBeUndefined()
  })
})
