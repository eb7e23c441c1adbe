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
  median,
  sentence,
  someWords,
  timed,
  underNewIds,
  withMoves,
  withWords,
} from './long-act.ts'
import { diffMatchPatchTime, docxodusTime, jsdiffTime, officeTime, PEER_LIMIT } from './peers.ts'

const RUNS = 5

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
const written = median(times(() => docxRedline(redline, about)))
within('Word redline written', written, 1500)
within('web page written', median(times(() => htmlRedline(redline, about))), 1000)
within('PDF with numbered lines, cold', await pdfTime(), 6000)

console.log('\nPeers on the same pair, beside ours')
beside('jsdiff diffWords, two texts', jsdiffTime(...texts), computed)
beside('diff-match-patch, two texts', diffMatchPatchTime(...texts), computed)
const both = ours()
console.log(`ours, two acts to a Word redline: ${both.toFixed(0)} ms`)
const files = wordFiles()
beside('Docxodus, two Word files to a redline', await docxodusTime(...files), both)
beside('LibreOffice, two Word files compared and saved', await officeTime(...files), both)
rmSync(folder, { recursive: true })

function keystrokes(): void {
  let typed = draft
  compareActs(base, typed)
  const redraws: number[] = []
  const lists: number[] = []
  for (let key = 0; key < 60; key++) {
    const body = [makeParagraph(`Слово ${'а'.repeat(key + 1)} здесь.`)]
    const unit = unitId('a500p4')
    const next = applyEditToAct(typed, { kind: 'setText', unit, heading: null, body })
    if (!next.ok) throw new Error(next.problem.message)
    typed = next.value
    redraws.push(timed(() => compareActs(base, typed)))
    lists.push(timed(() => changesOf(compareActs(base, typed))))
  }
  within(`redrawn after a keystroke (worst ${Math.max(...redraws).toFixed(1)})`, median(redraws), 5)
  within('list of changes after a keystroke', median(lists), 5)
}

/** From the acts to the file, as an export of a draft that is not open. */
function ours(): number {
  const runs = Array.from({ length: RUNS }, () => {
    const [a, b] = [fresh(base), fresh(draft)]
    return timed(() => docxRedline(compareActs(a, b), about))
  })
  return median(runs)
}

async function pdfTime(): Promise<number> {
  const start = performance.now()
  const printed = present(await printPdf(printRedline(redline, about)), 'nothing stops it')
  if (!printed.ok) throw new Error(printed.problem.message)
  return performance.now() - start
}

function wordFiles(): readonly [string, string] {
  const file = (name: string, bytes: Uint8Array): string => {
    const full = path.join(folder, name)
    writeFileSync(full, bytes)
    return full
  }
  return [file('base.docx', docxClean(base, about)), file('draft.docx', docxClean(draft, about))]
}

function times(run: () => unknown): readonly number[] {
  return Array.from({ length: RUNS }, () => timed(run))
}

function within(name: string, ms: number, limit: number): void {
  row(name, ms, `${(ms / limit).toFixed(2)} of ${limit} ms`)
}

function beside(name: string, ms: number | undefined, own: number): void {
  if (ms === undefined) row(name, PEER_LIMIT, `stopped unfinished: over ${ratio(PEER_LIMIT, own)}`)
  else row(name, ms, ratio(ms, own))
}

function ratio(ms: number, own: number): string {
  return `${(ms / own).toFixed(1)} × ours`
}

function row(name: string, ms: number, note: string): void {
  console.log(`${name.padEnd(52)} ${ms.toFixed(1).padStart(10)} ms  ${note}`)
}
