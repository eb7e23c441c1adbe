/**
 * Speed of both texts side by side, of an act of 10,000 units that all changed: the rows, and the rows
 * after each edit, beside making them anew.
 */
import { present } from '#shared/base/assert.ts'
import { compareActs } from '#shared/diff/compare.ts'
import { type Act, unitAttrs, unitsOf } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { applyEditsToAct } from '#shared/structure/apply-edit.ts'
import { rowsOf } from '../renderer/side-by-side/rows.ts'
import { readText } from '../shared/read/read.ts'

const ARTICLES = 1000
const PARAGRAPHS = 9
const EDITS = 20

const base = law('Порядок')
let draft = law('Правило')
rowsOf(compareActs(base, draft))
const kept: number[] = []
const anew: number[] = []
for (let edit = 0; edit < EDITS; edit++) {
  const article = present(unitsOf(draft)[100 + edit], 'an article')
  const { id } = unitAttrs(present(unitsOf(article)[3], 'a paragraph'))
  const done = applyEditsToAct(draft, [{ kind: 'setLabel', unit: id, label: '50', num: null }])
  if (!done.ok) throw new Error(done.problem.message)
  draft = done.value
  const redline = compareActs(base, draft)
  kept.push(timed(() => rowsOf(redline)))
  if (edit % 5 > 0) continue
  const unknown = compareActs(copy(base), copy(draft))
  anew.push(timed(() => rowsOf(unknown)))
}
report('rows after an edit', kept, ' (at most 16)')
report('rows made anew', anew)

function law(word: string): Act {
  const lines = ['ЗАКОН']
  for (let article = 1; article <= ARTICLES; article++) {
    lines.push('', `Статья ${article}. Предмет`, '')
    for (let n = 1; n <= PARAGRAPHS; n++) {
      lines.push(`${n}. ${word} ${article}-${n} устанавливается законом и иными актами Республики.`)
    }
  }
  let id = 0
  const profile = { tradition: 'kz', profile: 'law', language: 'ru' as const }
  return readText(lines.join('\n'), { newId: () => String(id++), profile }).act
}

function copy(act: Act): Act {
  return schema.nodeFromJSON(act.toJSON())
}

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

function report(what: string, times: readonly number[], limit = ''): void {
  const sorted = [...times].sort((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  console.log(`${what}: median ${median.toFixed(1)} ms${limit}`)
}
