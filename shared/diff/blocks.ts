import type { Node } from 'prosemirror-model'
import { schema } from '../schema/schema.ts'
import { saysTheSame, withoutSource } from '../schema/source.ts'
import { commonPairs, type Pair } from './common.ts'
import { likeness } from './likeness.ts'
import type { BlockRedline, RowRedline } from './redline.ts'
import { wordSegments } from './words.ts'

/** Share of words that two blocks or rows must have in common to be read as one, changed. */
const MIN_LIKENESS = 0.4

/** Pairs of blocks that are compared with each other; of longer stretches only near neighbours are. */
const MAX_COMPARED = 900

/** A unit's own blocks, base against draft. */
export function blockRedlines(
  blocksA: readonly Node[],
  blocksB: readonly Node[],
): readonly BlockRedline[] {
  const [onlyA, onlyB] = [blocksA[0], blocksB[0]]
  const isPair = blocksA.length === 1 && blocksB.length === 1
  if (isPair && onlyA && onlyB && canPair(onlyA, onlyB)) return [blockRedline(onlyA, onlyB)]
  return aligned(blocksA, blocksB, canPair).flatMap(([a, b]): readonly BlockRedline[] => {
    if (a && b) return [blockRedline(a, b)]
    if (b) return [{ kind: 'inserted', blockB: b }]
    return a ? [{ kind: 'deleted', blockA: a }] : []
  })
}

/** Blocks side by side: what is equal, then what is alike; one alone against one alone in any case. */
export function pairedBlocks(a: readonly Node[], b: readonly Node[]): readonly Aligned[] {
  return aligned(a, b, canPair)
}

/** One block or heading against another that it became. */
export function blockRedline(blockA: Node, blockB: Node): BlockRedline {
  if (saysTheSame(blockA, blockB)) return { kind: 'kept', blockA, blockB }
  if (blockA.type === schema.nodes.table) {
    return { kind: 'table', blockA, blockB, rows: rowRedlines(blockA.children, blockB.children) }
  }
  return { kind: 'words', blockA, blockB, segments: wordSegments(blockA.content, blockB.content) }
}

function canPair(a: Node, b: Node): boolean {
  return (a.isTextblock && b.isTextblock) || (a.type === b.type && a.type === schema.nodes.table)
}

function rowRedlines(rowsA: readonly Node[], rowsB: readonly Node[]): readonly RowRedline[] {
  return aligned(rowsA, rowsB, sameShape).flatMap(([rowA, rowB]): readonly RowRedline[] => {
    if (rowA && rowB) return [rowRedline(rowA, rowB)]
    if (rowB) return [{ kind: 'inserted', rowB, cells: [] }]
    return rowA ? [{ kind: 'deleted', rowA, cells: [] }] : []
  })
}

function rowRedline(rowA: Node, rowB: Node): RowRedline {
  if (saysTheSame(rowA, rowB)) return { kind: 'kept', rowA, rowB, cells: [] }
  const cells = rowA.children.map((cell, i) => blockRedlines(cell.children, rowB.child(i).children))
  return { kind: 'changed', rowA, rowB, cells }
}

function sameShape(rowA: Node, rowB: Node): boolean {
  return (
    rowA.childCount === rowB.childCount &&
    rowA.children.every((cellA, i) => {
      const cellB = rowB.child(i)
      return (
        cellA.type === cellB.type &&
        cellA.attrs['colspan'] === cellB.attrs['colspan'] &&
        cellA.attrs['rowspan'] === cellB.attrs['rowspan']
      )
    })
  )
}

type Aligned = readonly [a: Node | undefined, b: Node | undefined]
type CanPair = (a: Node, b: Node) => boolean

/** Both lists in one order: what is equal, then what is alike, side by side; the deleted first. */
function aligned(a: readonly Node[], b: readonly Node[], canPair: CanPair): readonly Aligned[] {
  const list: Aligned[] = []
  let fromA = 0
  let fromB = 0
  for (const [i, j] of [...equalPairs(a, b), [a.length, b.length] as const]) {
    list.push(...alike(a.slice(fromA, i), b.slice(fromB, j), canPair))
    if (i < a.length) list.push([a[i], b[j]])
    fromA = i + 1
    fromB = j + 1
  }
  return list
}

function equalPairs(a: readonly Node[], b: readonly Node[]): readonly Pair[] {
  if (a.length === b.length && a.every((node, i) => b[i] && saysTheSame(node, b[i]))) {
    return a.map((_, i) => [i, i])
  }
  if (a.length <= 1 && b.length <= 1) return []
  const key = (node: Node) => JSON.stringify(withoutSource(node).toJSON())
  return commonPairs(a.map(key), b.map(key))
}

function alike(a: readonly Node[], b: readonly Node[], canPair: CanPair): readonly Aligned[] {
  const list: Aligned[] = []
  let fromA = 0
  let fromB = 0
  for (const [i, j] of [...likePairs(a, b, canPair), [a.length, b.length] as const]) {
    for (const gone of a.slice(fromA, i)) list.push([gone, undefined])
    for (const come of b.slice(fromB, j)) list.push([undefined, come])
    if (i < a.length) list.push([a[i], b[j]])
    fromA = i + 1
    fromB = j + 1
  }
  return list
}

function likePairs(a: readonly Node[], b: readonly Node[], canPair: CanPair): readonly Pair[] {
  const [onlyA, onlyB] = [a[0], b[0]]
  if (a.length === 1 && b.length === 1 && onlyA && onlyB)
    return canPair(onlyA, onlyB) ? [[0, 0]] : []
  return a.length * b.length <= MAX_COMPARED ? bestPairs(a, b, canPair) : nearPairs(a, b, canPair)
}

function score(a: Node | undefined, b: Node | undefined, canPair: CanPair): number {
  if (!a || !b || !canPair(a, b)) return 0
  const value = likeness(a, b)
  return value >= MIN_LIKENESS ? value : 0
}

/** The pairs in order whose likeness adds up to most. */
function bestPairs(a: readonly Node[], b: readonly Node[], canPair: CanPair): readonly Pair[] {
  const width = b.length + 1
  const sum = new Float64Array((a.length + 1) * width)
  const at = (i: number, j: number) => sum[i * width + j] ?? 0
  const own = new Float64Array(a.length * b.length)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const likes = score(a[i], b[j], canPair)
      own[i * b.length + j] = likes
      const paired = likes > 0 ? likes + at(i + 1, j + 1) : 0
      sum[i * width + j] = Math.max(paired, at(i + 1, j), at(i, j + 1))
    }
  }
  const pairs: Pair[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const likes = own[i * b.length + j] ?? 0
    if (likes > 0 && at(i, j) === likes + at(i + 1, j + 1)) pairs.push([i++, j++])
    else if (at(i, j) === at(i + 1, j)) i++
    else j++
  }
  return pairs
}

/** How far a block is looked for in a long rewritten stretch. */
const WINDOW = 8

function nearPairs(a: readonly Node[], b: readonly Node[], canPair: CanPair): readonly Pair[] {
  const pairs: Pair[] = []
  let next = 0
  for (const [i, node] of a.entries()) {
    for (let j = next; j < Math.min(b.length, next + WINDOW); j++) {
      if (score(node, b[j], canPair) === 0) continue
      pairs.push([i, j])
      next = j + 1
      break
    }
  }
  return pairs
}
