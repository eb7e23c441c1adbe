import { present } from '../../base/assert.ts'
import type { ChangedBy } from '../../diff/redline.ts'
import {
  type Fate,
  isOn,
  type PageBlock,
  type PageParagraph,
  type PageTable,
  type Role,
  type Run,
} from '../page/page.ts'
import { sameRole, signed } from '../page/paragraph.ts'

/**
 * A paragraph whose mark is decided. The mark ends the paragraph: when it goes, the words before it
 * join the paragraph behind it, which keeps its own properties (ECMA-376 part 1, 17.13.5.15).
 */
export interface MarkedParagraph extends PageParagraph {
  readonly mark: Fate
  /** Who made the mark come or go. */
  readonly markBy: ChangedBy | undefined
}

export type MarkedBlock = MarkedParagraph | PageTable

/**
 * Decides the fate of every paragraph mark in the body or in a kept cell, so that accepting and
 * rejecting leave exactly the paragraphs of one text.
 *
 * A paragraph of one text carries its own mark, and joins the next when that goes. Where nothing
 * behind it stays to be joined (at the end of the body or a cell, and before a table, whose marks no
 * word processor can take away) the mark of the paragraph *before* it is tracked instead.
 */
export function markParagraphs(blocks: readonly PageBlock[]): readonly MarkedBlock[] {
  const { stretches, tables } = stretchesOf(blocks)
  const out: MarkedBlock[] = []
  stretches.forEach((stretch, i) => {
    out.push(...markStretch(stretch, { lasts: mustLast(i, stretches, tables) }))
    const table = tables[i]
    if (table) out.push(table)
  })
  return out
}

/** In a row that comes or goes whole, every mark shares the fate of its paragraph. */
export function markTrackedCell(blocks: readonly PageBlock[], fate: Fate): readonly MarkedBlock[] {
  const out = blocks.flatMap((block, i): MarkedBlock[] => {
    if (block.kind === 'paragraph') return [marked(block, block.fate)]
    const next = blocks[i + 1]
    return next?.kind === 'paragraph' ? [block] : [block, marked(blank(fate), fate)]
  })
  return out.length > 0 ? out : [marked(blank('kept'), 'kept')]
}

/** Paragraphs between tables: one stretch more than there are tables. */
function stretchesOf(blocks: readonly PageBlock[]) {
  const tables: PageTable[] = []
  let stretch: PageParagraph[] = []
  const stretches = [stretch]
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      stretch.push(block)
      continue
    }
    tables.push(block)
    stretch = []
    stretches.push(stretch)
  }
  return { stretches, tables }
}

/**
 * Whether a paragraph must stand here in both texts: behind all else, and between tables that would
 * otherwise run together.
 */
function mustLast(
  index: number,
  stretches: readonly (readonly PageParagraph[])[],
  tables: readonly PageTable[],
): boolean {
  if (index === tables.length) return true
  if (index === 0) return false
  return (['A', 'B'] as const).some((side) => {
    const before = tables[index - 1]
    if (!before || !isOn(side, before.fate)) return false
    for (let i = index; i < tables.length; i++) {
      if (stretches[i]?.some(({ fate }) => isOn(side, fate))) return false
      const behind = tables[i]
      if (behind && isOn(side, behind.fate)) return true
    }
    return false
  })
}

function markStretch(
  stretch: readonly PageParagraph[],
  { lasts }: { lasts: boolean },
): readonly MarkedParagraph[] {
  const paragraphs = withKept(stretch)
  const lastKept = paragraphs.findLastIndex(({ fate }) => fate === 'kept')
  if (lastKept < 0) {
    if (!lasts) return paragraphs.map((paragraph) => marked(paragraph, paragraph.fate))
    const last = paragraphs.length - 1
    if (last < 0) return [marked(blank('kept'), 'kept')]
    return paragraphs.map((p, i) => marked(p, i === last ? 'kept' : p.fate))
  }
  const own = paragraphs.slice(0, lastKept).map((paragraph) => marked(paragraph, paragraph.fate))
  const tail = markTail(paragraphs.slice(lastKept))
  return [
    ...own,
    ...(isLostByPandoc(tail) ? markTailEndingInHeading(paragraphs.slice(lastKept)) : tail),
  ]
}

/** pandoc drops words that an accepted or rejected mark would join to a heading behind them. */
function isLostByPandoc(tail: readonly MarkedParagraph[]): boolean {
  return tail.length > 1 && HEADINGS.has(present(tail.at(-1), 'the tail has an end').role.name)
}

const HEADINGS: ReadonlySet<Role['name']> = new Set(['division', 'article', 'sentence'])

/** Each paragraph keeps its own mark and the last one's stays, blank in the text without the heading. */
function markTailEndingInHeading(tail: readonly PageParagraph[]): readonly MarkedParagraph[] {
  const last = tail.length - 1
  return tail.map((p, i) =>
    i < last
      ? marked(p, p.fate)
      : { ...marked(p, 'kept'), ...(isOn('B', p.fate) ? { roleA: BLANK_ROLE } : {}) },
  )
}

/**
 * Joins the last deleted and inserted neighbours behind the last kept paragraph into one kept
 * paragraph with all its words replaced; what then follows it is of one text.
 */
function withKept(stretch: readonly PageParagraph[]): readonly PageParagraph[] {
  for (let i = stretch.length - 2; i >= 0; i--) {
    const one = present(stretch[i], 'a paragraph')
    const next = present(stretch[i + 1], 'a paragraph')
    if (next.fate === 'kept') return stretch
    if (one.fate === 'kept' || isOn('A', one.fate) === isOn('A', next.fate)) continue
    return [...stretch.slice(0, i), replaced(one, next), ...stretch.slice(i + 2)]
  }
  return stretch
}

function replaced(one: PageParagraph, other: PageParagraph): PageParagraph {
  const [a, b] = isOn('A', one.fate) ? [one, other] : [other, one]
  return {
    kind: 'paragraph',
    fate: 'kept',
    role: b.role,
    ...(sameRole(a.role, b.role) ? {} : { roleA: a.role }),
    marks: {
      ...(a.marks?.A ? { A: a.marks.A } : {}),
      ...(b.marks?.B ? { B: b.marks.B } : {}),
    },
    runs: [
      ...withFate(a.runs, 'deleted').map((run) => signed(run, a.by)),
      ...withFate(b.runs, 'inserted').map((run) => signed(run, b.by)),
    ],
    by: b.by ?? a.by,
  }
}

export function withFate(runs: readonly Run[], fate: Fate): readonly Run[] {
  return runs.map((run) => ({ ...run, fate }))
}

/**
 * A kept paragraph and paragraphs of one text behind it: each mark takes the fate of the next. The
 * last mark ends the last paragraph of either text and has the role of both.
 */
function markTail(tail: readonly PageParagraph[]): readonly MarkedParagraph[] {
  const kept = present(tail[0], 'the tail begins with a kept paragraph')
  return tail.map((paragraph, i) => {
    const next = tail[i + 1]
    if (next) return marked(paragraph, plainFate(next.fate), next.by)
    if (i === 0) return marked(paragraph, 'kept')
    const a = isOn('A', paragraph.fate) ? paragraph.role : (kept.roleA ?? kept.role)
    const b = isOn('B', paragraph.fate) ? paragraph.role : kept.role
    return { ...marked(paragraph, 'kept'), role: b, ...(sameRole(a, b) ? {} : { roleA: a }) }
  })
}

/** The same fate outside a move, as of the mark before a moved paragraph. */
export function plainFate(fate: Fate): Fate {
  if (fate === 'movedFrom') return 'deleted'
  return fate === 'movedTo' ? 'inserted' : fate
}

function marked(
  paragraph: PageParagraph,
  mark: Fate,
  markBy: ChangedBy | undefined = paragraph.by,
): MarkedParagraph {
  return { ...paragraph, mark, markBy }
}

const BLANK_ROLE: Role = { name: 'text', level: 1 }

function blank(fate: Fate): PageParagraph {
  return { kind: 'paragraph', fate, role: BLANK_ROLE, runs: [] }
}
