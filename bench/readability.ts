/**
 * How a redline reads: the changed stretches of fixed changes of a constitution, beside those of jsdiff and
 * diff-match-patch, and all of them as a web page to look at.
 *
 *     node bench/readability.ts [PAGE]
 *
 * The page is written to bench/results/readability.html unless another place is named.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { diffWords } from 'diff'
import DiffMatchPatch from 'diff-match-patch'
import { blockSegments } from '#shared/diff/changes.ts'
import { compareActs } from '#shared/diff/compare.ts'
import type { BlockRedline, Redline, UnitRedline } from '#shared/diff/redline.ts'
import { readText } from '#shared/read/read.ts'
import { type Act, unitAttrs } from '#shared/schema/act.ts'
import { PLACES, type Place } from './readability-places.ts'

const EDITIONS = path.resolve(import.meta.dirname, '../../shared/corpora/kz/constitution/ru')

/** A stretch of a text against another's: `=` both have, `-` only the first, `+` only the second. */
interface Stretch {
  readonly sign: '=' | '-' | '+'
  readonly text: string
}

interface Reading {
  readonly place: string
  readonly ours: readonly Stretch[]
  readonly jsdiff: readonly Stretch[]
  readonly dmp: readonly Stretch[]
}

const STYLE = `<style>body{font:15px/1.5 serif}table{border-collapse:collapse}td,th{border:1px solid #ccc;
padding:6px;vertical-align:top;text-align:left;width:31%}th:first-child{width:7%}del{color:#a00}ins{color:#06c}
b{font:12px sans-serif;color:#666}</style>`

/** Without it jsdiff takes each Cyrillic letter for a word. */
const SEGMENTER = new Intl.Segmenter('ru', { granularity: 'word' })

/** Two characters between which no word ends. */
const WITHIN = /^[\p{L}\p{N}]{2}$/u

const SIGNS = { kept: '=', deleted: '-', inserted: '+' } as const

let ids = 0

const readings = PLACES.flatMap(readingsOf)
const page = process.argv[2] ?? path.join(import.meta.dirname, 'results/readability.html')
mkdirSync(path.dirname(page), { recursive: true })
writeFileSync(page, pageOf(readings))

console.log(`${'fragments of'.padEnd(36)} ours  jsdiff  diff-match-patch`)
for (const { place, ...by } of readings) row(place, [by.ours, by.jsdiff, by.dmp].map(fragments))
const totals = (['ours', 'jsdiff', 'dmp'] as const).map((by) =>
  readings.reduce((sum, reading) => sum + fragments(reading[by]), 0),
)
row(`all ${readings.length} changes`, totals)
row(
  'for each change',
  totals.map((total) => Number((total / readings.length).toFixed(1))),
)
const most = (['ours', 'jsdiff', 'dmp'] as const).map((by) =>
  Math.max(...readings.map((reading) => fragments(reading[by]))),
)
row('most of one change', most)
row(
  'words and numbers cut',
  (['ours', 'jsdiff', 'dmp'] as const).map((by) =>
    readings.reduce((sum, reading) => sum + cuts(reading[by]), 0),
  ),
)
console.log(`To be looked at: ${page}`)

function row(name: string, [ours = 0, jsdiff = 0, dmp = 0]: readonly number[]): void {
  const cells = [String(ours).padStart(5), String(jsdiff).padStart(7), String(dmp).padStart(17)]
  console.log(`${name.padEnd(36)}${cells.join(' ')}`)
}

/** Deleted and inserted stretches. */
function fragments(stretches: readonly Stretch[]): number {
  return stretches.filter(({ sign }) => sign !== '=').length
}

/** Stretches that end within a word or a number of either text. */
function cuts(stretches: readonly Stretch[]): number {
  return (['-', '+'] as const).reduce((sum, sign) => {
    const own = stretches.filter((each) => each.sign === '=' || each.sign === sign)
    const cut = own.filter(({ text }, i) =>
      WITHIN.test(text.slice(-1) + (own[i + 1]?.text.slice(0, 1) ?? '')),
    )
    return sum + cut.length
  }, 0)
}

function readingsOf({ before, after, changes }: Place): readonly Reading[] {
  const changed = changedBlocks(compareActs(edition(before), edition(after)))
  return changes.map((at) => {
    const block = changed.get(at)
    if (!block) throw new Error(`${after} changes no words at ${at}`)
    const [a, b] = [block.blockA.textContent, block.blockB.textContent]
    const ours = blockSegments(block).map(({ kind, text }) => ({ sign: SIGNS[kind], text }))
    return {
      place: `${after.slice(8, 12)}, article ${at}`,
      ours,
      jsdiff: jsdiff(a, b),
      dmp: dmp(a, b),
    }
  })
}

function edition(name: string): Act {
  const text = readFileSync(path.join(EDITIONS, `${name}.txt`), 'utf8')
  return readText(text, { newId: () => `u${ids++}` }).act
}

type WordsBlock = Extract<BlockRedline, { kind: 'words' }>

/** Blocks whose words changed, by article and their count in it: `44.2`. */
function changedBlocks(redline: Redline): ReadonlyMap<string, WordsBlock> {
  const found = new Map<string, WordsBlock>()
  const counts = new Map<string, number>()
  const collect = (unit: UnitRedline, article: string): void => {
    const node = unit.unitB ?? unit.unitA
    const { kind, label } = node ? unitAttrs(node) : { kind: undefined, label: null }
    const here = kind === 'article' ? String(label) : article
    for (const block of [...(unit.heading ? [unit.heading] : []), ...unit.body]) {
      if (block.kind !== 'words') continue
      const count = (counts.get(here) ?? 0) + 1
      counts.set(here, count)
      found.set(`${here}.${count}`, block)
    }
    for (const child of unit.units) collect(child, here)
  }
  for (const unit of redline.units) collect(unit, '')
  return found
}

function jsdiff(a: string, b: string): readonly Stretch[] {
  return diffWords(a, b, { intlSegmenter: SEGMENTER }).map(({ added, removed, value }) => ({
    sign: added ? '+' : removed ? '-' : '=',
    text: value,
  }))
}

function dmp(a: string, b: string): readonly Stretch[] {
  const differ = new DiffMatchPatch()
  const diffs = differ.diff_main(a, b)
  differ.diff_cleanupSemantic(diffs)
  return diffs.map(([sort, text]) => ({ sign: sort > 0 ? '+' : sort < 0 ? '-' : '=', text }))
}

function pageOf(all: readonly Reading[]): string {
  const rows = all.map(
    ({ place, ours, jsdiff: js, dmp: chars }) =>
      `<tr><th>${place}</th>${[ours, js, chars].map(cellOf).join('')}</tr>`,
  )
  return `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Readability</title>${STYLE}
<table><tr><th></th><th>ours</th><th>jsdiff</th><th>diff-match-patch</th></tr>
${rows.join('\n')}</table></html>`
}

function cellOf(stretches: readonly Stretch[]): string {
  const words = stretches.map(({ sign, text }) => {
    const shown = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    if (sign === '=') return shown
    return sign === '-' ? `<del>${shown}</del>` : `<ins>${shown}</ins>`
  })
  return `<td><b>${fragments(stretches)}</b> ${words.join('')}</td>`
}
