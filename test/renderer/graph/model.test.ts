import { expect, it } from 'vitest'
import { type GraphNode, matrixOf, shadeOf } from '../../../renderer/graph/model.ts'

const node = (id: string): GraphNode => ({
  id,
  document: id,
  unit: null,
  words: id,
  language: 'ru',
})
const link = (from: string, to: string, count = 1) => ({ from, to, count, doubtful: 0 })
const graph = {
  nodes: ['a', 'b', 'c', 'd', 'e', 'alone'].map(node),
  links: [
    link('a', 'b', 4),
    link('c', 'd', 9),
    link('a', 'a'),
    link('c', 'c'),
    link('e', 'd', 2),
    link('e', 'e'),
  ],
}
const names = (order: Parameters<typeof matrixOf>[1]) =>
  matrixOf(graph, order).nodes.map(({ id }) => id)

it('U78: the matrix holds each act that cites or is cited, and each pair once', () => {
  const matrix = matrixOf(graph, 'given')
  expect(matrix.nodes.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(matrix.at(0, 1)).toEqual(link('a', 'b', 4))
  expect(matrix.at(1, 0)).toBeUndefined()
})

it('U78: orders are of the same acts; those who cite alike stand together', () => {
  expect(names('cited')).toEqual(['d', 'b', 'a', 'c', 'e'])
  const related = names('related')
  expect(related.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(Math.abs(related.indexOf('c') - related.indexOf('e'))).toBe(1)
})

it('U78: a cell is the darker the more citations it has', () => {
  const shades = [1, 3, 10, 40, 200].map((count) => shadeOf(count, 200))
  expect(shades).toEqual(shades.toSorted())
  expect(new Set(shades).size).toBeGreaterThan(3)
  expect(shadeOf(1, 1)).toBe(5)
})
