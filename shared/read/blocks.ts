import type { Mark, Node } from 'prosemirror-model'
import { type Problem, problem } from '../base/problem.ts'
import { schema } from '../schema/schema.ts'
import type { ReadingWords } from '../tradition/reading.ts'
import type { Block, Role } from './block.ts'
import { type Head, headReader, type ReadHead } from './head.ts'
import { itemOf, numberOfHeading } from './item.ts'
import { between, goesOn, type HeadIn, isVerse, type Paragraph } from './join.ts'
import type { Layout } from './layout.ts'
import type { Line, LineLook } from './line.ts'

/** The paragraphs of a text, from its lines. Grows line by line; {@link Blocks.end} closes the last. */
export class Blocks {
  readonly blocks: Block[] = []
  private readonly words: ReadingWords
  private readonly layout: Layout
  private readonly readHead: ReadHead
  private open: OpenParagraph | undefined
  /** Whether a numbered heading of Markdown was read. */
  private hasMarkedHead = false

  constructor(words: ReadingWords, layout: Layout) {
    this.words = words
    this.layout = layout
    this.readHead = headReader(words)
  }

  add(line: Line): void {
    const open = this.open
    if (open && goesOn(open, line, this.layout, this.words, this.headIn)) {
      open.text += between(open.last, line) + line.text
      open.looks.push(...looksIn(line, open.text.length - line.text.length))
      open.last = line
      open.bare = false
      open.open += openBrackets(line.text)
      return
    }
    const verse = open?.verse === true
    this.end()
    this.open = this.opened(line, verse)
  }

  end(): readonly Block[] {
    const open = this.open
    this.open = undefined
    if (open) {
      this.blocks.push({
        text: open.text,
        range: { start: open.first.range.start, end: open.last.range.end },
        role: this.roleOf(open),
        ...inlineOf(open),
      })
    }
    return this.blocks
  }

  /** A paragraph or a table that its source shows whole. */
  whole(block: Block): void {
    this.end()
    this.blocks.push(block)
  }

  /**
   * What a line opens by its number and word; where heads are headings of Markdown, no other line
   * opens one, and a heading without a number opens a unit too.
   */
  private readonly headIn: HeadIn = ({ text, level }) => {
    const head = this.readHead(text)
    const { marked } = this.layout
    const isDotted = marked.size > 0 && /^\d+\./u.test(head?.printed ?? '')
    if (level === undefined) return head && (isDotted || marked.has(head.kind)) ? undefined : head
    if (head) return { ...head, level }
    const { label = null, printed = '', rest = text } = numberOfHeading(text) ?? {}
    const isFront = !this.hasMarkedHead && label === null
    if (marked.size === 0 || isFront || this.words.note.test(text)) return undefined
    return { kind: 'chapter', label, printed, rest, glued: false, level }
  }

  private opened(line: Line, afterVerse: boolean): OpenParagraph {
    const head = this.headIn(line)
    if (head?.level !== undefined && head.label !== null) this.hasMarkedHead = true
    const item = head || this.words.note.test(line.text) ? undefined : itemOf(line.text)
    const opens = head ? 'head' : this.words.note.test(line.text) ? 'note' : item ? 'item' : 'text'
    return {
      first: line,
      last: line,
      text: line.text,
      looks: [...looksIn(line, 0)],
      opens,
      bare: head?.rest === '' || item?.rest === '',
      open: openBrackets(line.text),
      verse:
        this.layout.wrap === undefined &&
        opens === 'text' &&
        isVerse(line) &&
        (afterVerse || (/,$/u.test(line.text) && this.words.preambleStart.test(line.text))),
    }
  }

  private roleOf({ first, text, opens }: OpenParagraph): Role {
    if (opens === 'note') return { is: 'note' }
    if (opens === 'text' && this.words.contents.test(text)) return { is: 'contents' }
    const head = opens === 'head' ? this.headIn({ text, level: first.level }) : undefined
    if (head) return { is: 'head', head }
    const item = opens === 'text' ? undefined : itemOf(text)
    return item ? { is: 'item', item } : { is: 'text' }
  }
}

/** What a whole paragraph opens, by its words. */
export function roleOfText(text: string, words: ReadingWords, readHead: ReadHead): Role {
  if (words.note.test(text)) return { is: 'note' }
  const head = readHead(text)
  if (head) return { is: 'head', head }
  const item = itemOf(text)
  if (item) return { is: 'item', item }
  return words.contents.test(text) ? { is: 'contents' } : { is: 'text' }
}

interface OpenParagraph extends Paragraph {
  text: string
  readonly looks: LineLook[]
  last: Line
  bare: boolean
  open: number
}

function looksIn({ looks = [] }: Line, offset: number): readonly LineLook[] {
  return looks.map(({ range, mark }) => ({
    range: { start: range.start + offset, end: range.end + offset },
    mark,
  }))
}

/** How the words look, where their source says so. */
function inlineOf({ text, looks }: OpenParagraph): Pick<Block, 'inline'> {
  if (looks.length === 0) return {}
  const nodes: Node[] = []
  let at = 0
  const add = (end: number, marks: readonly Mark[]) => {
    if (end > at) nodes.push(schema.text(text.slice(at, end), marks))
    at = Math.max(at, end)
  }
  for (const { range, mark } of looks) {
    add(range.start, [])
    add(range.end, [schema.mark(mark)])
  }
  add(text.length, [])
  return { inline: nodes }
}

function openBrackets(text: string): number {
  let open = 0
  for (const char of text) {
    if (char === '(') open++
    if (char === ')') open--
  }
  return open
}

/** Head of a block, if it is one. */
export function headOf(block: Block | undefined): Head | undefined {
  return block?.role.is === 'head' ? block.role.head : undefined
}

export function chromeProblem(line: Line): Problem {
  return problem(
    'read/page-furniture',
    { words: line.text },
    { severity: 'info', source: line.range },
  )
}
