import { describe, expect, it } from 'vitest'
import { type Act, type UnitId, unitId } from '#shared/schema/act.ts'
import { act, art, chapter, para, part, point } from '#test/builders/act.ts'
import {
  filterOutline,
  heldLines,
  lineMaker,
  lineOf,
  linesById,
  type OutlineNode,
  openAtFirst,
  outlineMaker,
  pathTo,
  placeForDrop,
  placeForStep,
  sameUnits,
} from '../../../renderer/panels/outline/model.ts'

const law = (words: string): Act =>
  act(
    part('I', 'General', art('1', '', para('1', 'One.'), para('2', words)), art('2', 'Two')),
    part('II', 'Person', chapter('1', 'Rights', art('3', 'Three', point('1', 'Last.')))),
  )
const outlineOf = (text: Act) => outlineMaker().outline(text)
const named = (nodes: readonly OutlineNode[]): readonly string[] =>
  nodes.flatMap(({ name, children }) => [`${name.num} ${name.words}`.trim(), ...named(children)])
const idOf = (nodes: readonly OutlineNode[], line: string): UnitId => {
  for (const node of nodes) {
    if (`${node.name.num} ${node.name.words}`.trim() === line) return node.id
    const below = node.children.length > 0 ? idOf(node.children, line) : ''
    if (below !== '') return unitId(below)
  }
  return unitId('')
}

describe('outline', () => {
  it('U7: a line is the printed number, then the heading or the first words', () => {
    expect(named(outlineOf(law('Two.')))).toEqual([
      'Раздел I General',
      'Статья 1 One.',
      '1. One.',
      '2. Two.',
      'Статья 2 Two',
      'Раздел II Person',
      'Глава 1. Rights',
      'Статья 3 Three',
      '1) Last.',
    ])
  })

  it('U171: an outline made in pieces equals the one made at once', () => {
    const steps = outlineMaker().steps(law('Two.'))
    let step = steps.next()
    while (!step.done) step = steps.next()
    expect(step.value).toEqual(outlineOf(law('Two.')))
  })

  it('U7: the outline is the same object while no line changes', () => {
    const { outline: make } = outlineMaker()
    const before = make(law(`${'word '.repeat(40)}end`))
    expect(make(law(`${'word '.repeat(40)}END`))).toBe(before)
    expect(make(law('Other.'))).not.toBe(before)
  })

  it('U7: lines that nothing changed in stay the same objects', () => {
    const { outline: make } = outlineMaker()
    const before = make(law('Two.'))
    const after = make(law('Other.'))
    expect(after[1]).toBe(before[1])
    expect(after[0]).not.toBe(before[0])
  })

  it('U7: filtering keeps the lines on the way to what matches', () => {
    const nodes = outlineOf(law('Two.'))
    expect(named(filterOutline(nodes, 'last'))).toEqual([
      'Раздел II Person',
      'Глава 1. Rights',
      'Статья 3 Three',
      '1) Last.',
    ])
    expect(filterOutline(nodes, ' ')).toBe(nodes)
  })

  it('U7: what holds articles is open at first', () => {
    const nodes = outlineOf(law('Two.'))
    const open = openAtFirst(law('Two.'))
    expect([...open].sort()).toEqual(
      ['Раздел I General', 'Раздел II Person', 'Глава 1. Rights'].map((l) => idOf(nodes, l)).sort(),
    )
  })

  it('U8: a unit dropped on another becomes the last in it', () => {
    const nodes = outlineOf(law('Two.'))
    const target = idOf(nodes, 'Глава 1. Rights')
    expect(placeForDrop(nodes, idOf(nodes, 'Статья 2 Two'), target, 'on')).toEqual({
      parent: target,
      after: idOf(nodes, 'Статья 3 Three'),
    })
  })

  it('U8: a unit dropped before or behind another becomes its neighbor', () => {
    const nodes = outlineOf(law('Two.'))
    const moved = idOf(nodes, 'Статья 3 Three')
    const second = idOf(nodes, 'Статья 2 Two')
    const first = idOf(nodes, 'Статья 1 One.')
    const parent = idOf(nodes, 'Раздел I General')
    expect(placeForDrop(nodes, moved, second, 'before')).toEqual({ parent, after: first })
    expect(placeForDrop(nodes, moved, second, 'after')).toEqual({ parent, after: second })
    expect(placeForDrop(nodes, moved, first, 'before')).toEqual({ parent, after: null })
  })

  it('U8: a unit does not go into itself', () => {
    const nodes = outlineOf(law('Two.'))
    const outer = idOf(nodes, 'Раздел II Person')
    expect(placeForDrop(nodes, outer, idOf(nodes, '1) Last.'), 'on')).toBeUndefined()
    expect(placeForDrop(nodes, outer, outer, 'after')).toBeUndefined()
  })

  it('U8: a step up or down stays within the row', () => {
    const nodes = outlineOf(law('Two.'))
    const first = idOf(nodes, 'Статья 1 One.')
    const second = idOf(nodes, 'Статья 2 Two')
    const parent = idOf(nodes, 'Раздел I General')
    expect(placeForStep(nodes, second, 'up')).toEqual({ parent, after: null })
    expect(placeForStep(nodes, first, 'down')).toEqual({ parent, after: second })
    expect(placeForStep(nodes, first, 'up')).toBeUndefined()
    expect(placeForStep(nodes, second, 'down')).toBeUndefined()
  })

  it('U7: the line of a unit counts only the lines that show', () => {
    const nodes = outlineOf(law('Two.'))
    const open = openAtFirst(law('Two.'))
    expect(lineOf(nodes, open, idOf(nodes, 'Раздел I General'))).toBe(0)
    expect(lineOf(nodes, open, idOf(nodes, 'Статья 3 Three'))).toBe(5)
    expect(lineOf(nodes, open, idOf(nodes, '1) Last.'))).toBe(-1)
  })

  it('U7: the path to a unit runs from the outermost', () => {
    const nodes = outlineOf(law('Two.'))
    expect(pathTo(nodes, idOf(nodes, '1) Last.')).map(({ name }) => name.num)).toEqual([
      'Раздел II',
      'Глава 1.',
      'Статья 3',
      '1)',
    ])
  })
})

describe('the lines of the outline', () => {
  const { outline: makeOutline } = outlineMaker()
  const before = makeOutline(law('Two.'))
  const after = makeOutline(law('Other words.'))
  const nobody: ReadonlySet<UnitId> = new Set()

  it('U41: are the same objects while nothing shown changes', () => {
    const makeLines = lineMaker()
    const open = new Set([idOf(before, 'Раздел I General')])
    const lines = makeLines({ nodes: before, open, changed: nobody })
    expect(lines[0]?.lines).toHaveLength(2)
    expect(lines[1]).toMatchObject({ hasLines: true, lines: [] })
    expect(makeLines({ nodes: after, open, changed: nobody })).toBe(lines)
  })

  it('U41: of an open unit take on its new words and marks, and no others change', () => {
    const makeLines = lineMaker()
    const article = idOf(before, 'Статья 1 One.')
    const open = new Set([idOf(before, 'Раздел I General'), article])
    const lines = makeLines({ nodes: before, open, changed: nobody })
    const later = makeLines({ nodes: after, open, changed: new Set([article]) })
    expect(later[0]?.lines[0]).toMatchObject({ changed: true })
    expect(later[0]?.lines[0]?.lines[1]?.name.words).toBe('Other words.')
    expect(later[0]?.lines[1]).toBe(lines[0]?.lines[1])
    expect(later[1]).toBe(lines[1])
  })

  it('U236: a closed unit has the mark of what is changed in it, an open one does not', () => {
    const makeLines = lineMaker()
    const article = idOf(before, 'Статья 1 One.')
    const open = new Set([idOf(before, 'Раздел I General')])
    const changed = new Set([idOf(before, '2. Two.')])
    const [closed] = makeLines({ nodes: before, open, changed })
    expect(closed).toMatchObject({ changed: false, lines: [{ changed: true }, { changed: false }] })
    const [opened] = makeLines({ nodes: before, open: new Set([...open, article]), changed })
    expect(opened?.lines[0]).toMatchObject({ changed: false })
    expect(opened?.lines[0]?.lines.map((line) => line.changed)).toEqual([false, true])
  })

  it('U41: new words leave the units as they are, a unit that comes does not', () => {
    expect(sameUnits(before, after)).toBe(true)
    const more = act(part('I', 'General', art('1', '', para('1', 'One.'))))
    expect(sameUnits(before, makeOutline(more))).toBe(false)
  })

  it('U206: a tree stands while only words and marks change; its rows have those by unit', () => {
    const makeLines = lineMaker()
    const article = idOf(before, 'Статья 1 One.')
    const open = new Set([idOf(before, 'Раздел I General'), article])
    const tree = makeLines({ nodes: before, open, changed: nobody })
    const lines = makeLines({ nodes: after, open, changed: new Set([article]) })
    expect(lines).not.toBe(tree)
    expect(heldLines(tree, lines)).toBe(tree)
    const now = linesById(lines)
    expect(now.get(article)?.changed).toBe(true)
    expect(now.get(idOf(before, '2. Two.'))?.name.words).toBe('Other words.')
  })

  it('U206: it is drawn anew when a unit comes, goes, opens or is repealed', () => {
    const makeLines = lineMaker()
    const part1 = idOf(before, 'Раздел I General')
    const tree = makeLines({ nodes: before, open: new Set(), changed: nobody })
    const opened = makeLines({ nodes: before, open: new Set([part1]), changed: nobody })
    expect(heldLines(tree, opened)).toBe(opened)
    expect(heldLines(opened, tree)).toBe(tree)
    const repealed = before.map((node) => ({ ...node, repealed: true }))
    const struck = makeLines({ nodes: repealed, open: new Set(), changed: nobody })
    expect(heldLines(tree, struck)).toBe(struck)
    const fewer = makeLines({ nodes: before.slice(1), open: new Set(), changed: nobody })
    expect(heldLines(tree, fewer)).toBe(fewer)
  })
})
