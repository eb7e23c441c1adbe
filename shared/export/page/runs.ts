import { type Fragment, Mark, type Node } from 'prosemirror-model'
import { assert } from '../../base/assert.ts'
import type { BlockRedline, ChangedBy, Segment } from '../../diff/redline.ts'
import { footnoteOf, footnotesIn, isFootnote, shownMarker } from '../../schema/footnote.ts'
import { schema } from '../../schema/schema.ts'
import type { Fate, Run } from './page.ts'

/** The words of a block in both texts; a table has none of its own. */
export function wordsOf(block: BlockRedline): readonly Run[] {
  switch (block.kind) {
    case 'kept':
      return keptRuns(block.blockA, block.blockB)
    case 'inserted':
      return block.segments ? authored(block.segments) : runsOf(block.blockB, 'inserted')
    case 'deleted':
      return block.segments ? authored(block.segments) : runsOf(block.blockA, 'deleted')
    case 'words':
      return segmentRuns(block.blockA, block.blockB, block.segments)
    case 'table':
      return []
  }
}

function authored(segments: readonly Segment[]): readonly Run[] {
  return segments.flatMap(({ content, kind, by }) => inlineRuns(content, kind, by))
}

/** The words of one block that a single text holds, or both hold alike. */
function runsOf(block: Node, fate: Fate): readonly Run[] {
  if (block.type !== schema.nodes.unknown) return inlineRuns(block.content, fate)
  const source = breaksNormalized(String(block.attrs['source']))
  return source === '' ? [] : [{ fate, text: source, marks: Mark.none }]
}

/** The words of a block that both texts hold, with the look each gives them. */
function keptRuns(blockA: Node, blockB: Node): readonly Run[] {
  if (blockA === blockB || blockA.content.eq(blockB.content)) return runsOf(blockB, 'kept')
  return keptInline(blockA.content, blockB.content)
}

/** The words of a changed block; the look of kept words is taken from the blocks themselves. */
function segmentRuns(blockA: Node, blockB: Node, segments: readonly Segment[]): readonly Run[] {
  const runs: Run[] = []
  let atA = 0
  let atB = 0
  for (const { kind, content, by } of segments) {
    switch (kind) {
      case 'kept': {
        const sliceA = blockA.content.cut(atA, atA + content.size)
        const sliceB = blockB.content.cut(atB, atB + content.size)
        runs.push(...keptInline(sliceA, sliceB))
        atA += content.size
        atB += content.size
        break
      }
      case 'deleted':
        runs.push(...inlineRuns(content, 'deleted', by))
        atA += content.size
        break
      case 'inserted':
        runs.push(...inlineRuns(content, 'inserted', by))
        atB += content.size
        break
    }
  }
  return runs
}

/** Word for word the same text twice; `marksA` is set where the looks differ. */
function keptInline(contentA: Fragment, contentB: Fragment): readonly Run[] {
  if (contentA.eq(contentB)) return inlineRuns(contentB, 'kept')
  const runsA = inlineRuns(contentA, 'kept')
  const runsB = inlineRuns(contentB, 'kept')
  assert(textOf(runsA) === textOf(runsB), 'kept words are the same in both texts')
  const runs: Run[] = []
  let a = 0
  let usedA = 0
  for (const run of runsB) {
    let usedB = 0
    while (usedB < run.text.length) {
      const runA = runsA[a]
      assert(runA, 'kept words are the same in both texts')
      const length = Math.min(run.text.length - usedB, runA.text.length - usedA)
      const text = run.text.slice(usedB, usedB + length)
      const sameLook = Mark.sameSet(run.marks, runA.marks)
      runs.push({
        fate: 'kept',
        text,
        marks: run.marks,
        ...(sameLook ? {} : { marksA: runA.marks }),
        ...(run.footnote ? { footnote: run.footnote } : {}),
      })
      usedB += length
      usedA += length
      if (usedA === runA.text.length) {
        a++
        usedA = 0
      }
    }
  }
  return runs
}

function inlineRuns(content: Fragment, fate: Fate, by?: ChangedBy): readonly Run[] {
  const who = by === undefined ? {} : { by }
  const runs: Run[] = []
  content.forEach((node) => {
    const text = node.isText ? breaksNormalized(node.text ?? '') : leafText(node)
    const footnote = isFootnote(node) ? footnoteOf(node) : undefined
    if (footnote) runs.push({ fate, text, marks: raised.addToSet(node.marks), footnote, ...who })
    else if (text !== '') runs.push({ fate, text, marks: node.marks, ...who })
  })
  return runs
}

const raised = schema.marks.superscript.create()

function leafText(leaf: Node): string {
  return isFootnote(leaf) ? shownMarker(footnoteOf(leaf)) : '\n'
}

/** The footnotes of a block as lines of their own, each with the fate of its mark in the words. */
export function footnoteLines(block: BlockRedline): readonly (readonly Run[])[] {
  switch (block.kind) {
    case 'kept':
      return notesIn(block.blockB.content, 'kept')
    case 'inserted':
      return notesIn(block.blockB.content, 'inserted')
    case 'deleted':
      return notesIn(block.blockA.content, 'deleted')
    case 'words':
      return block.segments.flatMap(({ kind, content }) => notesIn(content, kind))
    case 'table':
      return []
  }
}

function notesIn(content: Fragment, fate: Fate): readonly (readonly Run[])[] {
  return footnotesIn(content).map((footnote) => [
    { fate, text: shownMarker(footnote), marks: [raised] },
    { fate, text: breaksNormalized(` ${footnote.text}`), marks: Mark.none },
  ])
}

/** Every way to break a line inside a paragraph becomes `\n`. */
export function breaksNormalized(text: string): string {
  return OTHER_BREAKS.test(text) ? text.replaceAll(/\r\n|[\r\v\f\u2028\u2029]/g, '\n') : text
}

const OTHER_BREAKS = /[\r\v\f\u2028\u2029]/

export function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('')
}
