import { getRevisions, initialize } from 'docxodus/core'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { compareActs } from '#shared/diff/compare.ts'
import { signRedline } from '#shared/diff/sign.ts'
import { toldAs } from '#shared/diff/telling.ts'
import { aboutAct } from '#shared/export/about.ts'
import { docxRedline } from '#shared/export/docx/docx.ts'
import { type Act, unitId } from '#shared/schema/act.ts'
import { applyEditToAct } from '#shared/structure/apply-edit.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { act, art, chapter, para } from '#test/builders/act.ts'
import { joinedTrial, randomTrial } from '#test/builders/random-trial.ts'

const BY = { author: 'Рабочая группа', date: '2026-11-24T08:00:00Z' }

beforeAll(() => initialize())

describe('Word redlines in Docxodus', () => {
  const base = act(
    chapter(
      '1',
      'О власти',
      art(
        '1',
        'О выборах',
        para('1', 'Президент избирается на пять лет.'),
        para('2', 'Срок один.'),
      ),
      art('2', 'О сроке', para('1', 'Срок начинается со дня присяги.')),
    ),
    chapter('2', 'О суде', art('3', 'О судьях', para('1', 'Судьи независимы.'))),
  )
  const article = unitId('chapter-1/article-1')
  const moved = edited(base, {
    kind: 'move',
    unit: article,
    to: { parent: unitId('chapter-2'), after: unitId('chapter-2/article-3') },
  })

  it('X91: a moved article is one move, with all its words and its author', async () => {
    const moves = await movesIn(base, moved)
    expect(moves).toEqual([
      {
        author: BY.author,
        text: 'Статья 1 О выборах¶1. Президент избирается на пять лет.¶2. Срок один.¶',
        status: 'supported',
      },
    ])
  })

  it('X91: a move stays a move where words of the moved unit change', async () => {
    const draft = edited(moved, {
      kind: 'setText',
      unit: unitId('chapter-1/article-1/paragraph-1'),
      heading: null,
      body: para('1', 'Президент избирается на семь лет.').children,
    })
    const moves = await movesIn(base, draft)
    expect(moves.map(({ status }) => status)).toEqual(['supported'])
    expect(moves[0]?.text).toContain('Президент избирается на ')
  })

  it('X70 X91: a move is by who moved the unit, whoever changed words in it', async () => {
    const paragraph = unitId('chapter-1/article-1/paragraph-1')
    const draft = edited(moved, {
      kind: 'setText',
      unit: paragraph,
      heading: null,
      body: para('1', 'Президент избирается на семь лет.').children,
    })
    const date = '2026-11-23T10:00:00Z'
    const redline = signRedline(compareActs(base, draft), {
      unit: (unit) => ({ author: unit === paragraph ? 'Ерлан' : 'Дана', date }),
      written: () => [],
      deleted: () => [],
    })
    const revisions = await getRevisions(docxRedline(redline, aboutAct(draft, BY)))
    expect(revisions.filter(({ text }) => text === 'семь')).toMatchObject([
      { type: 'insert', author: 'Ерлан' },
    ])
    expect(revisions.filter(({ type }) => type === 'move')).toMatchObject([
      { author: 'Дана', date, resolutionStatus: 'supported' },
    ])
  })

  it('X91: two moves are two, and none where moves are told as deletion and insertion', async () => {
    const draft = edited(moved, {
      kind: 'move',
      unit: unitId('chapter-2/article-3'),
      to: { parent: unitId('chapter-1'), after: null },
    })
    expect(await movesIn(base, draft)).toHaveLength(2)
    const redline = toldAs(compareActs(base, draft), {
      moves: 'deleteAndInsert',
      granularity: 'words',
    })
    const revisions = await getRevisions(docxRedline(redline, aboutAct(draft, BY)))
    expect(revisions.length).toBeGreaterThan(4)
    expect(revisions.map(({ type }) => type)).not.toContain('move')
  })

  it('X91: every move of random acts is a move, and nothing else is', async () => {
    const seeds = Array.from({ length: 30 }, (_, i) => i + 1)
    const { redline, draft } = joinedTrial(seeds.map((seed) => randomTrial(seed, 'ru')))
    const file = docxRedline(redline, aboutAct(draft, BY))
    const xml = strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array())
    const written = xml.match(/<w:moveToRangeStart /g) ?? []
    const moves = (await getRevisions(file)).filter(({ type }) => type === 'move')
    expect(written.length).toBeGreaterThan(15)
    expect(moves).toHaveLength(written.length)
    // X10 parts the two places of a few by two minutes, which Docxodus takes for two movers.
    const plain = moves.filter(({ resolutionStatus }) => resolutionStatus === 'supported')
    expect(plain.length / moves.length).toBeGreaterThan(0.8)
  })
})

async function movesIn(base: Act, draft: Act) {
  const revisions = await getRevisions(docxRedline(compareActs(base, draft), aboutAct(draft, BY)))
  return revisions
    .filter(({ type }) => type === 'move')
    .map(({ author, text, resolutionStatus }) => ({ author, text, status: resolutionStatus }))
}

function edited(act: Act, edit: UnitEdit): Act {
  const next = applyEditToAct(act, edit)
  if (!next.ok) throw new Error(next.problem.message)
  return next.value
}
