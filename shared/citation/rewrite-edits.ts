import { Fragment, type Node } from 'prosemirror-model'
import { type Act, bodyOf, headingOf, type Unit, type UnitId, walkUnits } from '../schema/act.ts'
import { schema } from '../schema/schema.ts'
import type { TextEdit } from '../structure/edit.ts'
import { idOf } from './act-index.ts'
import type { Rewrite } from './rewrite-value.ts'
import { wordsAround } from './text-block.ts'

/**
 * The edits that carry out the certain rewrites of a plan in the act that it was made for: one for each
 * unit, with the marks of the text kept. What is to be checked stays as it is.
 */
export function rewriteEdits(after: Act, plan: readonly Rewrite[]): readonly TextEdit[] {
  const byUnit = new Map<UnitId, Rewrite[]>()
  for (const rewrite of plan) {
    if (rewrite.kind !== 'rewrite') continue
    const known = byUnit.get(rewrite.from)
    if (known) known.push(rewrite)
    else byUnit.set(rewrite.from, [rewrite])
  }
  const edits: TextEdit[] = []
  walkUnits(after, (unit) => {
    const rewrites = byUnit.get(idOf(unit))
    if (!rewrites) return
    const heading = headingOf(unit)
    edits.push({
      kind: 'setText',
      unit: idOf(unit),
      heading: heading ? reworded(heading, inBlock(rewrites, -1)) : null,
      body: bodyOf(unit).map((block, i) => reworded(block, inBlock(rewrites, i))),
    })
  })
  return edits
}

/** Of a plan, what still finds its words in the act: others may have written there meanwhile. */
export function standingIn(act: Act, plan: readonly Rewrite[]): readonly Rewrite[] {
  const asked = new Set(plan.map(({ from }) => from))
  const units = new Map<UnitId, Unit>()
  walkUnits(act, (unit) => {
    if (asked.has(idOf(unit))) units.set(idOf(unit), unit)
  })
  return plan.filter((rewrite) => {
    const unit = units.get(rewrite.from)
    if (!unit) return false
    const { text, range } = wordsAround(unit, rewrite)
    return text.slice(range.start, range.end) === rewrite.oldWords
  })
}

/** The rewrites that give the citations their old words again, once the certain ones of a plan are carried out. */
export function undoing(plan: readonly Rewrite[]): readonly Rewrite[] {
  const shifts = new Map<string, number>()
  return plan
    .filter(({ kind }) => kind === 'rewrite')
    .toSorted((a, b) => a.range.start - b.range.start)
    .map((rewrite): Rewrite => {
      const { from, block, range, oldWords } = rewrite
      const newWords = rewrite.newWords ?? oldWords
      const shift = shifts.get(`${from} ${block}`) ?? 0
      shifts.set(`${from} ${block}`, shift + newWords.length - oldWords.length)
      const start = range.start + shift
      return {
        ...rewrite,
        range: { start, end: start + newWords.length },
        oldWords: newWords,
        citation: newWords,
        newWords: oldWords,
      }
    })
}

function inBlock(rewrites: readonly Rewrite[], block: number): readonly Rewrite[] {
  return rewrites
    .filter((rewrite) => rewrite.block === block)
    .sort((a, b) => b.range.start - a.range.start)
}

/** The block with other words, from the last place to the first so that places stay true. */
function reworded(block: Node, rewrites: readonly Rewrite[]): Node {
  let done = block
  for (const { range, oldWords, newWords } of rewrites)
    for (const piece of pieces(oldWords, newWords ?? oldWords))
      done = replaced(done, range.start + piece.at, range.start + piece.at + piece.old, piece.words)
  return done
}

interface Piece {
  readonly at: number
  readonly old: number
  readonly words: string
}

/** What differs between two wordings, word for word, from the last place to the first. */
function pieces(a: string, b: string): readonly Piece[] {
  const [wordsA, wordsB] = [wordsOf(a), wordsOf(b)]
  if (wordsA.length !== wordsB.length) return [{ at: 0, old: a.length, words: b }]
  const found: Piece[] = []
  let at = 0
  for (const [i, word] of wordsA.entries()) {
    const other = wordsB[i] ?? ''
    if (word !== other) found.push({ at, old: word.length, words: other })
    at += word.length
  }
  return found.reverse()
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+|[^\p{L}\p{N}]/gu) ?? []
}

/** The node with other text in a range of its content, marked as the text that stood there. */
function replaced(node: Node, from: number, to: number, words: string): Node {
  let at = 0
  const children: Node[] = []
  let isPut = false
  for (const child of node.children) {
    const end = at + child.nodeSize
    if (end <= from || to <= at) children.push(child)
    else if (child.isText) {
      const text = child.text ?? ''
      const kept = [text.slice(0, Math.max(0, from - at)), text.slice(to - at)]
      const middle = isPut ? '' : words
      isPut = true
      const whole = (kept[0] ?? '') + middle + (to < end ? (kept[1] ?? '') : '')
      if (whole !== '') children.push(schema.text(whole, child.marks))
    } else if (child.isTextblock || child.content.size > 0)
      children.push(replaced(child, from - at - 1, to - at - 1, words))
    at = end
  }
  return node.copy(Fragment.fromArray(children))
}
