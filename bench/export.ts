/**
 * What an export of 10,000 provisions costs, beside pandoc writing the same clean text as a Word file.
 * Run: `node bench/export.ts`. Targets: Word 1.5 s, web page 1 s.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Redline, UnitRedline } from '../shared/diff/redline.ts'
import { aboutAct } from '../shared/export/about.ts'
import { docxClean, docxRedline } from '../shared/export/docx/docx.ts'
import { htmlRedline } from '../shared/export/html/html.ts'
import { unchanged } from '../shared/export/page/unchanged.ts'
import { textClean } from '../shared/export/text.ts'
import { type Act, makeAct, makeParagraph, makeUnit, unitId } from '../shared/schema/act.ts'

const ARTICLES = 1_000
const PARAGRAPHS = 9
const RUNS = 5
const ABOUT = { author: 'Bench', date: '2026-11-24T08:00:00Z' }

const act = bigAct()
const about = aboutAct(act, ABOUT)
const redline = edited(unchanged(act))
const folder = mkdtempSync(path.join(tmpdir(), 'bapta-bench-'))

const docx = median(() => docxRedline(redline, about))
const clean = median(() => docxClean(act, about))
const html = median(() => htmlRedline(redline, about))
const peer = median(pandocDocx)
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

function median(run: () => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  }).sort((a, b) => a - b)
  return times[Math.floor(RUNS / 2)] ?? Number.NaN
}
