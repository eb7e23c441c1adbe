import { type Problem, problem } from '../../base/problem.ts'
import type { UnitId } from '../../schema/act.ts'
import type { Remark, RemarkComment } from '../../structure/remark.ts'
import { saidHash, saidIn } from '../../structure/said-mark.ts'
import type { DraftUnit } from '../draft-unit.ts'
import type { WordComment } from './comments.ts'
import { NUMBER_STYLE } from './declared.ts'
import type { LaidBlock, LaidText } from './paragraph-blocks.ts'
import type { SaidPlace, SaidWords, Unmarked } from './said-words.ts'
import type { Side } from './tracked.ts'
import type { WordBlock, WordParagraph } from './word-block.ts'
import type { WordFile } from './word-file.ts'

/** One text of a file as it was read, with the words that threads are on. */
export interface SaidText {
  readonly side: Side
  /** Whether the file has another text beside it. */
  readonly isTracked: boolean
  readonly laid: LaidText
  readonly units: readonly DraftUnit[]
  readonly said: Unmarked['said']
}

/**
 * What people said in a Word file, each at its unit or its words. A thread stands where the draft has
 * its words, else where the text without the tracked changes has them, else at the unit with its sign.
 */
export function remarksIn(
  { threads, roots }: WordFile,
  draft: SaidText,
  base: SaidText | undefined,
): { readonly remarks: readonly Remark[]; readonly problems: readonly Problem[] } {
  const inDraft = new Places(draft, roots)
  const inBase = base && new Places(base, roots)
  const remarks: Remark[] = []
  const problems: Problem[] = []
  for (const [root, { comments: all, isResolved }] of threads) {
    const comments = all.filter(({ words }) => words.trim() !== '').map(remarkComment)
    if (comments.length === 0) continue
    const thread = { root, mark: all[0] && saidHash(all[0]) }
    const place = inDraft.of(thread)
    const before = place ? undefined : inBase?.of(thread)
    const near = place ?? before ?? inDraft.near(root) ?? inBase?.near(root)
    if (!near) {
      problems.push(...comments.map(unplaced))
      continue
    }
    const { unit, words } = near
    const at = words && (before ? { wordsBase: words } : { words })
    remarks.push({ unit, ...at, comments, isResolved })
  }
  return { remarks, problems }
}

interface Place {
  readonly unit: UnitId
  readonly words?: Remark['words']
}

interface ThreadName {
  readonly root: string
  readonly mark: string | undefined
}

/** Where the threads of a file stand in one of its texts. */
class Places {
  private readonly text: SaidText
  private readonly opened = new Map<number, DraftUnit[]>()
  private readonly parents = new Map<DraftUnit, DraftUnit>()
  /** The units with the sign of a thread, and paragraphs with a number that it is on. */
  private readonly signed = new Map<string, UnitId>()
  private readonly numbered = new Map<string, LaidBlock[]>()
  private readonly marks = new Map<string, UnitId | undefined>()

  constructor(text: SaidText, roots: WordFile['roots']) {
    this.text = text
    if (roots.size === 0) return
    this.units(text.units, undefined)
    let last: readonly DraftUnit[] = []
    for (const laid of text.laid.blocks) {
      last = this.opened.get(laid.block.range.start) ?? last
      this.block(laid, last, roots)
    }
  }

  /** The place that the words, the number or our own mark tell. */
  of({ root, mark }: ThreadName): Place | undefined {
    const place = this.text.said.get(root)
    const whole = this.marked(mark) ?? this.onNumber(root, place)
    if (whole) return { unit: whole }
    if (!place) return undefined
    const { unit, text, from, to } = place.first
    if (!place.isInOneText) return { unit: place.holders.at(-1) ?? unit }
    return { unit, words: { text, from, to } }
  }

  /** The unit of the paragraph in which the sign of a thread stands. */
  near(root: string): Place | undefined {
    const unit = this.signed.get(root)
    return unit === undefined ? undefined : { unit }
  }

  private marked(name: string | undefined): UnitId | undefined {
    return name === undefined ? undefined : this.marks.get(name)
  }

  /** The unit whose printed number a thread is on, with all words beside it if it is on words too. */
  private onNumber(root: string, place: SaidPlace | undefined): UnitId | undefined {
    if (place?.isInOneText === false) return undefined
    const first = place?.first
    for (const { block } of this.numbered.get(root) ?? []) {
      const units = (this.opened.get(block.range.start) ?? []).filter(
        ({ printed }) => printed !== '',
      )
      const unit = first ? units.find(({ id }) => id === first.unit) : units[0]
      if (!unit || (first && !isOpening(first, unit))) continue
      return unit.id
    }
    return undefined
  }

  private units(units: readonly DraftUnit[], parent: DraftUnit | undefined): void {
    for (const unit of units) {
      if (parent) this.parents.set(unit, parent)
      const { start } = unit.range
      this.opened.set(start, [...(this.opened.get(start) ?? []), unit])
      this.units(unit.units, unit)
    }
  }

  private outer(unit: DraftUnit | undefined, levels: number): DraftUnit | undefined {
    let found = unit
    for (let i = 0; i < levels && found; i++) found = this.parents.get(found)
    return found
  }

  /** A thread may be on as many numbers as the text has. */
  private onNumbers(root: string): LaidBlock[] {
    const known = this.numbered.get(root) ?? []
    this.numbered.set(root, known)
    return known
  }

  /** Reads a paragraph or table; the units are those that opened last. */
  private block(laid: LaidBlock, units: readonly DraftUnit[], roots: WordFile['roots']): void {
    const unit = units.at(-1)?.id
    for (const paragraph of paragraphsOf(laid.word)) {
      for (const piece of paragraph.pieces) {
        const root = piece.is === 'comment' ? roots.get(piece.id) : undefined
        if (root !== undefined && unit !== undefined && !this.signed.has(root))
          this.signed.set(root, unit)
      }
      for (const name of paragraph.bookmarks) {
        const mark = saidIn(name)
        if (mark && (mark.side === this.text.side || !this.text.isTracked))
          this.marks.set(mark.comment, this.outer(units.at(-1), mark.above)?.id)
      }
    }
    if (laid.word.kind === 'table') return
    for (const root of numberSaid(laid.word, laid.block.declared !== undefined))
      this.onNumbers(root).push(laid)
  }
}

/** All words of the line that opens the unit. */
function isOpening({ text, from, to, length }: SaidWords, unit: DraftUnit): boolean {
  const isFirst = text === (unit.heading === undefined ? 0 : -1)
  return isFirst && from === 0 && to === length
}

/** Threads on the number that a paragraph prints; a number that Word counts is no words. */
function numberSaid({ pieces, label }: WordParagraph, isOurs: boolean): readonly string[] {
  if (label && !isOurs) return []
  for (const piece of pieces) {
    if (piece.is !== 'text' || piece.text.trim() === '') continue
    return isOurs && piece.style !== NUMBER_STYLE ? [] : piece.said
  }
  return []
}

function paragraphsOf(block: WordBlock): readonly WordParagraph[] {
  if (block.kind === 'paragraph') return [block]
  return block.rows.flatMap((row) => row.flatMap((cell) => cell.blocks.flatMap(paragraphsOf)))
}

function remarkComment({ author, account, date, words, lasting }: WordComment): RemarkComment {
  return {
    author,
    date: inZone(date),
    words,
    ...(account === undefined ? {} : { account }),
    ...(lasting === undefined ? {} : { lasting }),
  }
}

/** Word's own dates tell no zone, and are taken for UTC. */
function inZone(date: string): string {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(date)) return ''
  return /(?:Z|[+-]\d\d:?\d\d)$/.test(date) ? date : `${date}Z`
}

function unplaced({ author, words }: RemarkComment): Problem {
  return author === ''
    ? problem('docx/comment:unsigned-apart', { words }, { severity: 'info' })
    : problem('docx/comment:apart', { author, words }, { severity: 'info' })
}
