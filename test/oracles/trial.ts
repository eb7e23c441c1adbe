import { writeFile } from 'node:fs/promises'
import type { Redline } from '#shared/diff/redline.ts'
import type { ExportAbout } from '#shared/export/about.ts'
import { docxRedline } from '#shared/export/docx/docx.ts'
import type { Act } from '#shared/schema/act.ts'
import { expectedBlocks, type TextBlock } from './expected.ts'
import type { Office } from './office.ts'
import { asPandocSees, pandocBlocks } from './pandoc.ts'

/** What a word processor made of a redline, beside the text it should have left. */
export interface Reading {
  readonly by: 'pandoc accept' | 'pandoc reject' | 'office accept' | 'office reject'
  readonly read: readonly TextBlock[]
  readonly expected: readonly TextBlock[]
}

export interface Trial {
  readonly redline: Redline
  readonly base: Act
  readonly draft: Act
}

/** Writes the redline as a Word file and lets both programs accept and reject it. */
export async function readings(
  { redline, base, draft }: Trial,
  about: ExportAbout,
  path: string,
  office: Office,
): Promise<readonly Reading[]> {
  await writeFile(path, docxRedline(redline, about))
  const a = expectedBlocks(base)
  const b = expectedBlocks(draft)
  const [pandocB, pandocA, officeB, officeA] = await Promise.all([
    pandocBlocks(path, 'accept'),
    pandocBlocks(path, 'reject'),
    office.read(path, 'accept'),
    office.read(path, 'reject'),
  ])
  return [
    { by: 'pandoc accept', read: pandocB, expected: asPandocSees(b) },
    { by: 'pandoc reject', read: pandocA, expected: asPandocSees(a) },
    { by: 'office accept', read: officeB.flatMap(worded), expected: b },
    { by: 'office reject', read: officeA.flatMap(worded), expected: a },
  ]
}

/** None for a blank paragraph, which the format demands behind a table. */
export function worded(block: TextBlock): readonly TextBlock[] {
  if (typeof block === 'string') return block === '' || block === ROW_FILLER ? [] : [block]
  const cells = block.cells.map((blocks) => blocks.flatMap(worded))
  return [{ rows: block.rows, cells: cells.filter((blocks) => blocks.length > 0) }]
}

/** What LibreOffice 7.4 itself writes into a tracked row without words, and leaves there. */
const ROW_FILLER = '\u200D'
