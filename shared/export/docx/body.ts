import { bookmarkName, GOES_ON, type MarkSide, type UnitMark } from '../../structure/unit-mark.ts'
import type { BlockMarks, PageBlock, Role } from '../page/page.ts'
import { type MarkedBlock, type MarkedParagraph, markParagraphs } from './marks.ts'
import { movePlace, pairedMoves } from './moves.ts'
import { partNeighbors } from './neighbors.ts'
import type { Revisions } from './revisions.ts'
import { REVISION_TAGS, runsXml } from './run.ts'
import { styleId } from './style-id.ts'
import { tableXml } from './table.ts'

/** The blocks of a document as WordprocessingML, without what stands around them, a block a step. */
export function* bodySteps(
  blocks: readonly PageBlock[],
  revisions: Revisions,
): Generator<undefined, string> {
  const marked = pairedMoves(markParagraphs(blocks))
  const ends = moveEnds(marked)
  let open: Range | undefined
  let body = ''
  for (const [i, block] of marked.entries()) {
    yield
    partNeighbors(marked[i - 1], block, revisions)
    if (open === undefined) {
      open = rangeAt(block, revisions)
      const range = open
      if (range) body += revisions.as(block.by, () => startXml(range, revisions))
    }
    body += blockXml(block, revisions)
    if (open === undefined || ends.get(rangeKey(open)) !== i) continue
    body += endXml(open)
    open = undefined
  }
  return body
}

/** Where each place of a move ends: its name may stand on one range only. */
function moveEnds(blocks: readonly MarkedBlock[]): ReadonlyMap<string, number> {
  const ends = new Map<string, number>()
  blocks.forEach((block, i) => {
    const place = movePlace(block)
    if (place !== undefined && block.move !== undefined) {
      ends.set(rangeKey({ place, move: block.move }), i)
    }
  })
  return ends
}

function rangeKey({ place, move }: Pick<Range, 'place' | 'move'>): string {
  return `${place} ${move}`
}

export function blockXml(block: MarkedBlock, revisions: Revisions): string {
  return revisions.as(block.by, () =>
    block.kind === 'table' ? markedTableXml(block, revisions) : paragraphXml(block, revisions),
  )
}

/** The marks of a table stand in its first paragraph: LibreOffice 7.4 crashes on some that stand before a tracked one. */
function markedTableXml(table: MarkedBlock & { kind: 'table' }, revisions: Revisions): string {
  const marks = bookmarksXml(table.marks, revisions)
  const xml = tableXml(table, revisions, blockXml)
  return marks === '' ? xml : xml.replace('</w:p>', () => `${marks}</w:p>`)
}

function paragraphXml(paragraph: MarkedParagraph, revisions: Revisions): string {
  const { role, roleA, mark, markBy, runs, marks } = paragraph
  const style = styleXml(role)
  const markXml =
    mark === 'kept' ? '' : `<w:rPr><w:${REVISION_TAGS[mark]}${revisions.stamp(markBy)}/></w:rPr>`
  const past =
    roleA === undefined
      ? ''
      : `<w:pPrChange${revisions.stamp()}><w:pPr>${styleXml(roleA)}</w:pPr></w:pPrChange>`
  return `<w:p><w:pPr>${style}${markXml}${past}</w:pPr>${bookmarksXml(marks, revisions)}${runsXml(runs, revisions)}</w:p>`
}

/** Hidden bookmarks that say which units open here, for whoever reads the file as an act again. */
function bookmarksXml(marks: BlockMarks | undefined, revisions: Revisions): string {
  if (!marks) return ''
  const { A, B } = marks
  const same = A && B && JSON.stringify(A) === JSON.stringify(B)
  if (same) return bookmarkXml('both', A, revisions)
  return (
    (A ? bookmarkXml('base', A, revisions) : '') + (B ? bookmarkXml('draft', B, revisions) : '')
  )
}

function bookmarkXml(side: MarkSide, marks: readonly UnitMark[], revisions: Revisions): string {
  const all = marks.length === 0 ? ([GOES_ON] as const) : marks
  return all
    .map((mark) => {
      const id = revisions.nextId()
      const name = bookmarkName({ side, mark }, id)
      return `<w:bookmarkStart w:id="${id}" w:name="${name}"/><w:bookmarkEnd w:id="${id}"/>`
    })
    .join('')
}

function styleXml(role: Role): string {
  return `<w:pStyle w:val="${styleId(role)}"/>`
}

/** The blocks of one moved unit at one of its places, between a pair of range marks. */
interface Range {
  readonly place: 'moveFrom' | 'moveTo'
  readonly move: string
  readonly id: number
}

function rangeAt(block: MarkedBlock, revisions: Revisions): Range | undefined {
  const place = movePlace(block)
  if (place === undefined || block.move === undefined) return undefined
  return { place, move: block.move, id: revisions.nextId() }
}

function startXml({ place, move, id }: Range, revisions: Revisions): string {
  const stamp = revisions.stamp().replace(/ w:id="\d+"/, ` w:id="${id}"`)
  return `<w:${place}RangeStart${stamp} w:name="${revisions.moveName(move)}"/>`
}

function endXml({ place, id }: Range): string {
  return `<w:${place}RangeEnd w:id="${id}"/>`
}
