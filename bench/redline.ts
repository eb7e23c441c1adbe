/**
 * The redline of an act of 10,000 provisions in every form, beside its limits and beside Docxodus, jsdiff,
 * diff-match-patch and LibreOffice on the same pair in the same run.
 *
 *     node bench/redline.ts
 *
 * Times are medians in milliseconds. Each run compares fresh nodes, so that nothing is remembered, except
 * after a keystroke.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { printPdf } from '#desk/print/print-pdf.ts'
import { present } from '#shared/base/assert.ts'
import { changesOf } from '#shared/diff/changes.ts'
import { compareActs } from '#shared/diff/compare.ts'
import { aboutAct } from '#shared/export/about.ts'
import { docxClean, docxRedline } from '#shared/export/docx/docx.ts'
import { htmlRedline } from '#shared/export/html/html.ts'
import { printRedline } from '#shared/export/print/print.ts'
import { makeParagraph, unitId } from '#shared/schema/act.ts'
import { applyEditToAct } from '#shared/structure/apply-edit.ts'
import { canonicalText } from '#shared/structure/canonical-text.ts'
import {
  compared,
  fresh,
  longAct,
  sentence,
  someWords,
  underNewIds,
  withMoves,
  withWords,
} from './long-act.ts'
import { type Cost, costOf, median } from './measure.ts'
import { diffMatchPatchTime, docxodusTime, jsdiffTime, officeTime, PEER_LIMIT } from './peers.ts'

const PDF_ROUNDS = 3

/** Articles with nine paragraphs each: 10,000 provisions. */
const base = longAct({ articles: 1000, paragraphs: 9, words: () => sentence(20) })
const draft = withMoves(withWords(base, someWords(0.02)), 0.01)
const about = aboutAct(draft, { author: 'Bench', date: '2026-11-24T08:00:00Z' })
const redline = compareActs(base, draft)
const texts = [canonicalText(base).text, canonicalText(draft).text] as const
const folder = mkdtempSync(path.join(tmpdir(), 'bapta-bench-'))

const kinds = changesOf(redline).map(({ kind }) => kind)
const moved = kinds.filter((kind) => kind === 'moved').length
console.log(
  `10,000 provisions, ${texts[0].length} characters, ${kinds.length} changes, ${moved} moves`,
)

console.log('\nOurs, beside the limit')
const computed = compared(base, draft)
within('redline computed, with ids', computed, 150)
within('redline computed, no common ids', compared(base, underNewIds(draft)), 1000)
keystrokes()
const made = () => redline
within(
  'Word redline written',
  costOf(made, (it) => docxRedline(it, about)),
  1500,
)
within(
  'web page written',
  costOf(made, (it) => htmlRedline(it, about)),
  1000,
)
const printed = await pdfTimes()
const each = printed.map((ms) => ms.toFixed(0)).join(', ')
row('PDF with numbered lines, cold', median(printed), `of ${each}, limit 6000`)

console.log('\nPeers on the same pair, beside ours')
row('ours, two acts to a redline', computed.ms, '1.0')
beside('jsdiff diffWords, two texts', jsdiffTime(...texts), computed.ms)
beside('diff-match-patch, two texts', diffMatchPatchTime(...texts), computed.ms)
const exported = costOf(
  () => [fresh(base), fresh(draft)] as const,
  ([a, b]) => docxRedline(compareActs(a, b), about),
)
row('ours, two acts to a Word redline', exported.ms, '1.0')
const files = wordFiles()
beside('Docxodus, two Word files to a redline', await docxodusTime(...files), exported.ms)
beside('LibreOffice, two files compared and saved', await officeTime(...files), exported.ms)
rmSync(folder, { recursive: true })

function keystrokes(): void {
  let typed = draft
  let key = 0
  compareActs(base, typed)
  const typeOne = () => {
    const body = [makeParagraph(`Слово ${'а'.repeat(++key)} здесь.`)]
    const unit = unitId('a500p4')
    const next = applyEditToAct(typed, { kind: 'setText', unit, heading: null, body })
    if (!next.ok) throw new Error(next.problem.message)
    typed = next.value
  }
  const redraw = () => compareActs(base, typed)
  within('redrawn after a keystroke', costOf(typeOne, redraw, 60), 5)
  within(
    'and its list of changes',
    costOf(typeOne, () => changesOf(redraw()), 60),
    5,
  )
}

/** The program that sets pages is started anew for each file, so that only the time that passes is known. */
async function pdfTimes(): Promise<readonly number[]> {
  const times: number[] = []
  for (let round = 0; round < PDF_ROUNDS; round++) {
    const start = performance.now()
    const printed = present(await printPdf(() => printRedline(redline, about)), 'nothing stops it')
    if (!printed.ok) throw new Error(printed.problem.message)
    times.push(performance.now() - start)
  }
  return times
}

function wordFiles(): readonly [string, string] {
  const file = (name: string, bytes: Uint8Array): string => {
    const full = path.join(folder, name)
    writeFileSync(full, bytes)
    return full
  }
  return [file('base.docx', docxClean(base, about)), file('draft.docx', docxClean(draft, about))]
}

function within(name: string, { ms, work }: Cost, limit: number): void {
  row(name, ms, `${work.toFixed(1).padStart(8)} ms of work, limit ${limit}`)
}

function beside(name: string, ms: number | undefined, own: number): void {
  if (ms === undefined) row(name, PEER_LIMIT, `stopped unfinished: over ${ratio(PEER_LIMIT, own)}`)
  else row(name, ms, ratio(ms, own))
}

function ratio(ms: number, own: number): string {
  return `${(ms / own).toFixed(1)} × ours`
}

function row(name: string, ms: number, note: string): void {
  console.log(`${name.padEnd(44)} ${ms.toFixed(1).padStart(10)} ms  ${note}`)
}
