import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { noteWords } from '#shared/read/docx/notes.ts'
import type { Side, TrackedPiece } from '#shared/read/docx/tracked.ts'
import { viewOf } from '#shared/read/docx/view.ts'
import { isTracked } from '#shared/read/docx/walk.ts'
import type { WordBlock } from '#shared/read/docx/word-block.ts'
import { readWordFile, type WordFile } from '#shared/read/docx/word-file.ts'
import { footnoteWords, type TextBlock } from '#test/oracles/expected.ts'
import { asPandocSees, pandocBlocks } from '#test/oracles/pandoc.ts'

const CORPUS = path.join(import.meta.dirname, '../../../../shared/corpora/docx')

/** Runs of pandoc at once. */
const AT_ONCE = 3

/** Documents where the difference is pandoc's or the document's, each with its reason. */
const NOT_OURS: readonly (readonly [name: RegExp, reason: string])[] = [
  [/Math|WC041-|WC023-/, 'pandoc writes formulas as TeX, we read their signs'],
  [/WC036-/, 'pandoc has tables in notes, we have their words on lines'],
  [/Text-?[Bb]ox|ukprib_header-only\.docx/, 'pandoc leaves text boxes out'],
  [/RP001-/, 'pandoc loses a table that one of its changes touches'],
  [/RP005-|RP025-/, 'pandoc puts a space where a deleted mark joins two paragraphs'],
  [/RP051-/, 'pandoc joins a paragraph that the rejected twin keeps apart'],
  [/uksi_uksi-table-with-/, 'pandoc leaves out what a simple field prints'],
  [
    /leaf-contents|BlockListTest1|wsi_blank-lines/,
    'pandoc leaves out the number that a LISTNUM field prints',
  ],
  [/sppubb_header-only\.docx/, 'pandoc leaves out a sign of the font Symbol'],
  [/USLM-2_0-Review-Guide/, 'pandoc takes paragraphs in styles of title pages for metadata'],
]

/** Of files without changes every fourth is compared: pandoc takes a second for each. */
const EVERY = 4

describe('real Word files beside pandoc', () => {
  it('R68: both texts are the same, block for block', async () => {
    const files = globSync('**/*.docx', { cwd: CORPUS }).sort()
    const different: string[] = []
    let compared = 0
    const next = files.values()
    const work = async (): Promise<void> => {
      for (const name of next) {
        const file = opened(path.join(CORPUS, name))
        if (!isTracked(file.body) && files.indexOf(name) % EVERY !== 0) continue
        for (const side of isTracked(file.body)
          ? (['base', 'draft'] as const)
          : (['draft'] as const)) {
          const ours = asPandocSees(textOf(file, side))
          const theirs = await pandocBlocks(
            path.join(CORPUS, name),
            side === 'base' ? 'reject' : 'accept',
          )
          compared++
          const at = firstDifference(ours, theirs)
          if (at !== undefined) different.push(`${name} ${side}, block ${at}`)
        }
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
    const unexplained = different.filter((name) => !NOT_OURS.some(([known]) => known.test(name)))
    expect(unexplained).toEqual([])
    expect(compared).toBeGreaterThan(100)
  }, 900_000)
})

function opened(file: string): WordFile {
  const read = readWordFile(readFileSync(file))
  if (!read.ok) throw new Error(`${file}: ${read.problem.message}`)
  return read.value
}

function firstDifference(a: readonly TextBlock[], b: readonly TextBlock[]): number | undefined {
  for (let i = 0; i < Math.max(a.length, b.length); i++)
    if (JSON.stringify(a[i]) !== JSON.stringify(b[i])) return i
  return undefined
}

function textOf(file: WordFile, side: Side): readonly TextBlock[] {
  const words = (piece: TrackedPiece): string => {
    if (piece.is === 'text') return piece.text
    if (piece.is !== 'note') return ''
    const note = file.notes.get(`${piece.note} ${piece.id}`) ?? []
    return footnoteWords(noteWords(viewOf(note, side, file.context)))
  }
  const blocks = (of: readonly WordBlock[]): readonly TextBlock[] =>
    of.map((block) =>
      block.kind === 'table'
        ? { rows: 0, cells: block.rows.flatMap((row) => row.map((cell) => blocks(cell.blocks))) }
        : block.pieces.map(words).join(''),
    )
  return blocks(viewOf(file.body, side, file.context))
}
