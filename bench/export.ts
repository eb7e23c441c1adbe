/**
 * What an export of 10,000 provisions costs, beside pandoc writing the same clean text as a Word file
 * and LibreOffice setting that file as a PDF, which numbers no lines and tags nothing.
 * Run: `node bench/export.ts`. Targets: Word 1.5 s, web page 1 s, PDF with numbered lines 6 s.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type PdfStandard, printPdf } from '../desk/print/print-pdf.ts'
import { present } from '../shared/base/assert.ts'
import type { Redline, UnitRedline } from '../shared/diff/redline.ts'
import { aboutAct } from '../shared/export/about.ts'
import { docxClean, docxRedline } from '../shared/export/docx/docx.ts'
import { htmlRedline } from '../shared/export/html/html.ts'
import { unchanged } from '../shared/export/page/unchanged.ts'
import { printClean } from '../shared/export/print/print.ts'
import { textClean } from '../shared/export/text.ts'
import { type Act, makeAct, makeParagraph, makeUnit, unitId } from '../shared/schema/act.ts'
import { median, timed } from './measure.ts'

const ARTICLES = 1_000
const PARAGRAPHS = 9
const RUNS = 5
const ABOUT = { author: 'Bench', date: '2026-11-24T08:00:00Z' }

const act = bigAct()
const about = aboutAct(act, ABOUT)
const redline = edited(unchanged(act))
const folder = mkdtempSync(path.join(tmpdir(), 'bapta-bench-'))

const docx = middle(() => docxRedline(redline, about))
const clean = middle(() => docxClean(act, about))
const html = middle(() => htmlRedline(redline, about))
const peer = middle(pandocDocx)
const accessible = await pdf('ua-1')
const archived = await pdf('a-2a')
const office = timed(officePdf)
const stopped = await cancelled()
rmSync(folder, { recursive: true })

console.log(`${ARTICLES * (PARAGRAPHS + 1)} provisions, every third edited, median of ${RUNS}`)
for (const [name, ms] of [
  ['Word, redline', docx],
  ['Word, clean', clean],
  ['web page, redline', html],
  ['pandoc, clean text to Word', peer],
] as const) {
  console.log(
    `${name.padEnd(28)} ${ms.toFixed(0).padStart(6)} ms  ${(ms / peer).toFixed(2)} x pandoc`,
  )
}

for (const [name, ms] of [
  ['PDF/UA-1, clean', accessible],
  ['PDF/A-2a, clean', archived],
  ['LibreOffice, Word to PDF', office],
] as const) {
  console.log(
    `${name.padEnd(28)} ${ms.toFixed(0).padStart(6)} ms  ${(ms / office).toFixed(2)} x LibreOffice`,
  )
}
console.log(`${'PDF, cancelled at its pages'.padEnd(28)} ${stopped.toFixed(0).padStart(6)} ms`)

/** Milliseconds, the program's start included: it is started for each file. */
async function pdf(standard: PdfStandard): Promise<number> {
  const start = performance.now()
  const printed = present(
    await printPdf(() => printClean(act, about), { standard }),
    'nothing stops it',
  )
  if (!printed.ok) throw new Error(printed.problem.message)
  return performance.now() - start
}

/** Milliseconds from the press of a button to the end of the program that sets the pages. */
async function cancelled(): Promise<number> {
  const cancel = new AbortController()
  let pressed = Number.NaN
  const onBegun = () => {
    setTimeout(() => {
      pressed = performance.now()
      cancel.abort()
    }, 500)
  }
  await printPdf(() => printClean(act, about), { signal: cancel.signal, onBegun })
  return performance.now() - pressed
}

function officePdf(): void {
  writeFileSync(path.join(folder, 'clean.docx'), docxClean(act, about))
  const args = ['--headless', '--convert-to', 'pdf', '--outdir', folder]
  const home = `-env:UserInstallation=file://${folder}/office`
  execFileSync('soffice', [home, ...args, path.join(folder, 'clean.docx')], { stdio: 'ignore' })
}

function pandocDocx(): void {
  const source = path.join(folder, 'act.md')
  writeFileSync(source, textClean(act).replaceAll('\n', '\n\n'))
  execFileSync('pandoc', ['--from=markdown', '-o', path.join(folder, 'act.docx'), source])
}

function bigAct(): Act {
  const words =
    'Президент Республики Казахстан назначает на должность с согласия Курултая членов Правительства на срок'
  const articles = Array.from({ length: ARTICLES }, (_, i) =>
    makeUnit(
      { id: unitId(`a${i}`), kind: 'article', label: String(i + 1) },
      {
        heading: `О порядке ${i}`,
        units: Array.from({ length: PARAGRAPHS }, (_, p) =>
          makeUnit(
            { id: unitId(`a${i}p${p}`), kind: 'paragraph', label: String(p + 1) },
            { body: [makeParagraph(`${words} ${p + 3} лет, пока не вступит в силу статья ${i}.`)] },
          ),
        ),
      },
    ),
  )
  return makeAct({ id: 'act', language: 'ru', tradition: 'kz', profile: 'constitution' }, articles)
}

/** Every third paragraph gets two words for one. */
function edited({ units }: Redline): Redline {
  let n = 0
  const edit = (unit: UnitRedline): UnitRedline => {
    const inner = { ...unit, units: unit.units.map(edit) }
    const block = unit.body[0]
    if (block?.kind !== 'kept' || n++ % 3 !== 0) return inner
    const kept = block.blockA.content
    const end = kept.size - 10
    const segments = [
      { kind: 'kept', content: kept.cut(0, end) },
      { kind: 'deleted', content: kept.cut(end) },
      { kind: 'inserted', content: makeParagraph('новая статья.').content },
    ] as const
    const blockB = block.blockA.copy(kept.cut(0, end).append(segments[2].content))
    return {
      ...inner,
      kind: 'changed',
      body: [{ kind: 'words', blockA: block.blockA, blockB, segments }],
    }
  }
  return { units: units.map(edit) }
}

function middle(run: () => unknown): number {
  return median(Array.from({ length: RUNS }, () => timed(run)))
}
