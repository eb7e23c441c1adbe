import type { CitationGraph } from '#shared/bridge/contract.ts'

export type GraphNode = CitationGraph['nodes'][number]
export type GraphLink = CitationGraph['links'][number]

/** `related`: those who cite alike and are cited alike stand together. */
export type GraphOrder = 'given' | 'related' | 'cited'

export const GRAPH_ORDERS: readonly GraphOrder[] = ['related', 'cited', 'given']

/** Who cites whom as rows and columns in one order: the row cites the column. */
export interface Matrix {
  readonly nodes: readonly GraphNode[]
  /** By row and column; undefined: no citation. */
  at(row: number, column: number): GraphLink | undefined
  readonly most: number
}

/** The nodes that cite or are cited, in an order. */
export function matrixOf(graph: CitationGraph, order: GraphOrder): Matrix {
  const links = new Map(graph.links.map((link) => [linkKey(link.from, link.to), link]))
  const linked = new Set(graph.links.flatMap(({ from, to }) => [from, to]))
  const nodes = ordered(
    graph.nodes.filter(({ id }) => linked.has(id)),
    graph.links,
    order,
  )
  return {
    nodes,
    at: (row, column) => links.get(linkKey(nodes[row]?.id ?? '', nodes[column]?.id ?? '')),
    most: Math.max(1, ...graph.links.map(({ count }) => count)),
  }
}

/** How dark a cell is, from 1 to 5: on a scale of powers, for a few pairs have most of the citations. */
export function shadeOf(count: number, most: number): 1 | 2 | 3 | 4 | 5 {
  const share = most <= 1 ? 1 : Math.log1p(count) / Math.log1p(most)
  if (share > 0.8) return 5
  if (share > 0.6) return 4
  if (share > 0.4) return 3
  return share > 0.2 ? 2 : 1
}

function ordered(
  nodes: readonly GraphNode[],
  links: readonly GraphLink[],
  order: GraphOrder,
): readonly GraphNode[] {
  switch (order) {
    case 'given':
      return nodes
    case 'cited': {
      const cited = timesCited(links)
      return nodes.toSorted((a, b) => (cited.get(b.id) ?? 0) - (cited.get(a.id) ?? 0))
    }
    case 'related':
      return related(nodes, links)
  }
}

function timesCited(links: readonly GraphLink[]): ReadonlyMap<string, number> {
  const cited = new Map<string, number>()
  for (const { from, to, count } of links)
    if (from !== to) cited.set(to, (cited.get(to) ?? 0) + count)
  return cited
}

/**
 * From the most cited node on, the one most like the last comes next: a chain of nearest neighbors,
 * which draws groups as blocks along the diagonal. Costs the cube of the nodes at worst: 70 acts take
 * a few milliseconds.
 */
function related(nodes: readonly GraphNode[], links: readonly GraphLink[]): readonly GraphNode[] {
  const weights = new Map<string, Map<string, number>>()
  const add = (of: string, at: string, weight: number) => {
    const row = weights.get(of) ?? new Map<string, number>()
    weights.set(of, row)
    row.set(at, (row.get(at) ?? 0) + weight)
  }
  for (const { from, to, count } of links) {
    const weight = Math.log1p(count)
    add(from, `to ${to}`, weight)
    add(to, `from ${from}`, weight)
  }
  const cited = timesCited(links)
  const rest = new Set(nodes.toSorted((a, b) => (cited.get(b.id) ?? 0) - (cited.get(a.id) ?? 0)))
  const chain: GraphNode[] = []
  while (rest.size > 0) {
    const last = chain.at(-1)
    let next: GraphNode | undefined
    let best = -1
    for (const node of rest) {
      const likeness = last ? likenessOf(weights.get(last.id), weights.get(node.id)) : 0
      const own = last && last.language === node.language ? likeness + 1 : likeness
      if (own > best) [next, best] = [node, own]
    }
    if (!next) break
    rest.delete(next)
    chain.push(next)
  }
  return chain
}

/** The cosine between two nodes' citations, 0 to 1. */
function likenessOf(
  a: ReadonlyMap<string, number> = new Map(),
  b: ReadonlyMap<string, number> = new Map(),
): number {
  let common = 0
  for (const [at, weight] of a) common += weight * (b.get(at) ?? 0)
  const size = (of: ReadonlyMap<string, number>) =>
    Math.sqrt([...of.values()].reduce((sum, weight) => sum + weight * weight, 0))
  return common === 0 ? 0 : common / (size(a) * size(b))
}

function linkKey(from: string, to: string): string {
  return `${from}\n${to}`
}
