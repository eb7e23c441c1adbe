import { writeFile } from 'node:fs/promises'
import type { Node } from 'prosemirror-model'
import type { BlockRedline, Segment, UnitRedline } from '#shared/diff/redline.ts'
import { aboutAct } from '#shared/export/about.ts'
import { docxRedline } from '#shared/export/docx/docx.ts'
import type { Act } from '#shared/schema/act.ts'
import type { Trial } from '#test/builders/random-trial.ts'
import { expectedBlocks, type TextBlock } from './expected.ts'
import type { Office } from './office.ts'
import { asPandocSees, pandocBlocks } from './pandoc.ts'

/** What a word processor made of a redline, beside the text it should have left. */
export interface Reading {
  readonly by: 'pandoc accept' | 'pandoc reject' | 'office accept' | 'office reject'
  readonly read: readonly TextBlock[]
  readonly expected: readonly TextBlock[]
}

const BY = { author: 'Ə. «Рабочая группа» & Co', date: '2026-11-24T08:00:00Z' }

/** Writes the redline as a Word file and lets both programs accept and reject it. */
export async function readings(
  { redline, base, draft }: Trial,
  path: string,
  office: Office,
): Promise<readonly Reading[]> {
  await writeFile(path, docxRedline(redline, aboutAct(draft, BY)))
  const a = expectedBlocks(base)
  const b = expectedBlocks(draft)
  const [pandocB, pandocA, officeB, officeA] = await Promise.all([
    pandocBlocks(path, 'accept'),
    pandocBlocks(path, 'reject'),
    office.read(path, 'accept'),
    office.read(path, 'reject'),
  ])
  const told = officeFaults({ redline, base, draft })
  return [
    { by: 'pandoc accept', read: pandocB, expected: asPandocSees(b) },
    { by: 'pandoc reject', read: pandocA, expected: asPandocSees(a) },
    { by: 'office accept', read: told.accept(officeB.flatMap(worded)), expected: told.accept(b) },
    { by: 'office reject', read: told.reject(officeA.flatMap(worded)), expected: told.reject(a) },
  ]
}

type Told = (blocks: readonly TextBlock[]) => readonly TextBlock[]

const asTheyAre: Told = (blocks) => blocks

/** What is left to compare where LibreOffice 7.4 is known to do wrong (docs/CAVEATS.md). */
function officeFaults(trial: Trial): { readonly accept: Told; readonly reject: Told } {
  if (hasChangedFootnote(trial.redline.units)) return { accept: asOneText, reject: asOneText }
  return { accept: hasRowThatStays(trial.base) ? withoutBlankRows : asTheyAre, reject: asTheyAre }
}

/** Whether LibreOffice may do wrong, so that the trial is better not put in one file with others. */
export function isOfficeAtFault(trial: Trial): boolean {
  return hasChangedFootnote(trial.redline.units) || hasRowThatStays(trial.base)
}

/** None for a blank paragraph, which the format demands behind a table. */
export function worded(block: TextBlock): readonly TextBlock[] {
  if (typeof block === 'string') return block === '' || block === ROW_FILLER ? [] : [block]
  const cells = block.cells.map((blocks) => blocks.flatMap(worded))
  return [{ rows: block.rows, cells: cells.filter((blocks) => blocks.length > 0) }]
}

/** What LibreOffice 7.4 itself writes into a tracked row without words, and leaves there. */
const ROW_FILLER = '\u200D'

/**
 * Whether the text has a row that LibreOffice 7.4 leaves blank in its place when it is deleted, as it
 * loses the deletion of the mark of a paragraph with a footnote (docs/CAVEATS.md).
 */
function hasRowThatStays(base: Act): boolean {
  let found = false
  base.descendants((node) => {
    if (node.type.spec['tableRole'] !== 'cell' && node.type.spec['tableRole'] !== 'header_cell')
      return !found
    found ||= node.children.slice(0, -1).some(hasFootnote)
    return !found
  })
  return found
}

function hasFootnote({ content }: Node | Segment): boolean {
  return content.content.some(({ type }) => type.name === 'footnote')
}

/**
 * Whether one paragraph has a deleted footnote and an inserted one: where it ends with both and the next
 * paragraph goes, LibreOffice joins the two.
 */
function hasChangedFootnote(units: readonly UnitRedline[]): boolean {
  return units.some(
    ({ heading, body, units: inner }) =>
      [...(heading ? [heading] : []), ...body].some(changesFootnote) || hasChangedFootnote(inner),
  )
}

function changesFootnote(block: BlockRedline): boolean {
  if (block.kind === 'table')
    return block.rows.some(({ cells }) => cells.flat().some(changesFootnote))
  if (block.kind !== 'words') return false
  const has = (kind: Segment['kind']) =>
    block.segments.some((segment) => segment.kind === kind && hasFootnote(segment))
  return has('deleted') && has('inserted')
}

/** The words alone, wherever paragraphs and cells begin. */
function asOneText(blocks: readonly TextBlock[]): readonly TextBlock[] {
  const words = (block: TextBlock): string =>
    typeof block === 'string' ? block : block.cells.flat().map(words).join('')
  return [blocks.map(words).join('')]
}

/** Tables by their cells, and none without words. */
function withoutBlankRows(blocks: readonly TextBlock[]): readonly TextBlock[] {
  return blocks.flatMap((block): readonly TextBlock[] => {
    if (typeof block === 'string') return [block]
    const cells = block.cells.map(withoutBlankRows)
    return cells.length === 0 ? [] : [{ rows: 0, cells }]
  })
}
