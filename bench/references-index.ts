/**
 * Who cites whom over a library of 70 acts: what the index costs to make, after a keystroke and after
 * a change of the constitution's structure, and how fast it answers, beside reading every draft.
 * Acts are made here: a constitution, and laws that cite it, each other and themselves.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as Y from 'yjs'
import { deskOver } from '../desk/desk.ts'
import { createDraftCache } from '../desk/draft-cache.ts'
import { addDocument } from '../desk/library.ts'
import { emptyMemory, refreshed } from '../desk/reference-index.ts'
import { citationsByUnitNow } from '../shared/citation/by-unit.ts'
import { type OtherAct, referencesOf } from '../shared/citation/references.ts'
import {
  type Act,
  makeAct,
  makeParagraph,
  makeUnit,
  type Unit,
  unitId,
  unitsOf,
} from '../shared/schema/act.ts'
import { applyEdit } from '../shared/sync/edit.ts'
import { citationsInto } from '../store/citation-questions.ts'
import { listDocuments } from '../store/documents.ts'
import { openStore } from '../store/open.ts'
import { median } from './measure.ts'

const LAWS = 69
const ARTICLES = 90
/** Characters of the large act: those of a code. */
const LARGE = 1_500_000
const NONE: readonly OtherAct[] = []

const dir = mkdtempSync(path.join(tmpdir(), 'bapta-bench-'))
const opened = openStore({ path: path.join(dir, 'library.db'), now: Date.now })
if (!opened.ok) throw new Error(opened.problem.message)
const { db } = opened.value
const at = Date.now()
const add = (act: Act) => addDocument(db, { act, source: 'bench', sample: 0, at })
add(constitution())
for (let n = 0; n < LAWS; n++) add(law(n, ARTICLES))

const drafts = createDraftCache(db)
const memory = emptyMemory(drafts)
const made = timed(() => refresh())
console.log(`index of ${LAWS + 1} acts from scratch, drafts read from disk: ${ms(made)}`)

const scans = measured(3, () => {
  const cold = createDraftCache(db)
  for (const document of listDocuments(db)) referencesOf(cold.actOf(document))
})
const warm = measured(5, () => {
  for (const document of listDocuments(db)) referencesOf(drafts.actOf(document))
})
const asked = measured(50, () => citationsInto(db, 'constitution'))
const unit = measured(50, () =>
  citationsInto(db, 'constitution', ['article-5', 'article-5/1', 'article-5/2', 'article-5/3']),
)
const rows = citationsInto(db, 'constitution').length
console.log(`who cites the constitution, ${rows} rows: ${ms(asked)}; one article: ${ms(unit)}`)
console.log(`the same by reading every draft: ${ms(scans)}; with all drafts in memory: ${ms(warm)}`)

const desk = deskOver(opened.value, { now: Date.now, newId: counter() })
const window = desk.connect()
await window.citationGraph({ document: null })
const doc = new Y.Doc()
const state = await window.openDocument({ document: 'constitution' })
if (state.ok) Y.applyUpdate(doc, state.value.state)
await changed({ kind: 'setLabel', unit: unitId('article-5'), label: '5-1', num: null })
const followed = await timedAsync(async () => {
  await changed({ kind: 'setLabel', unit: unitId('article-5'), label: '5', num: null })
  await window.referencesInto({
    document: 'constitution',
    units: ['article-5', 'article-5/1', 'article-5/2', 'article-5/3'],
  })
})
console.log(`an article renumbered, and all who cite it resolved anew: ${ms(followed)}`)
const removal = () =>
  window.impactOf({ document: 'constitution', edits: [{ kind: 'remove', unit: 'article-5' }] })
const impact = await timedAsync(removal)
const again = await timedAsync(removal)
console.log(
  `what the removal of an article would touch and how drafts follow: ${ms(impact)}, with the citing drafts in memory ${ms(again)}`,
)
const graph = await timedAsync(() => window.citationGraph({ document: null }))
console.log(`the graph of ${LAWS + 1} acts: ${ms(graph)}`)
await desk.close()
rmSync(dir, { recursive: true, force: true })

const large = law(0, ARTICLES * Math.ceil(LARGE / sizeOf(law(0, ARTICLES))))
const size = (sizeOf(large) / 1e6).toFixed(1)
const cold = timed(() => citationsByUnitNow(large))
const before = citationsByUnitNow(large, NONE)
const edits = Array.from({ length: 20 }, (_, n) => typed(large, n))
const keystroke = median(edits.map((act) => timed(() => citationsByUnitNow(act, NONE, before))))
const naive = median(edits.slice(0, 5).map((act) => timed(() => referencesOf(act))))
console.log(`an act of ${size} MB: ${ms(cold)} from scratch; after a keystroke ${ms(keystroke)}`)
console.log(`the same keystroke with all references resolved anew: ${ms(naive)}`)

function refresh(): void {
  const steps = refreshed(db, drafts, memory)
  while (!steps.next().done);
}

async function changed(edit: Parameters<typeof applyEdit>[1]): Promise<void> {
  const vector = Y.encodeStateVector(doc)
  applyEdit(doc, edit)
  const update = new Uint8Array(Y.encodeStateAsUpdate(doc, vector))
  await window.saveUpdate({ document: 'constitution', update })
}

/** The act with a word put into one of its paragraphs; every other node is the same object. */
function typed(act: Act, n: number): Act {
  const article = unitsOf(act)[20 + n]
  const paragraph = article && unitsOf(article)[0]
  if (!article || !paragraph) throw new Error('the act has articles')
  const other = paragraph.copy(paragraph.content.replaceChild(0, makeParagraph(sentence(n + 7))))
  const index = article.children.indexOf(paragraph)
  const changedArticle = article.copy(article.content.replaceChild(index, other))
  return act.copy(act.content.replaceChild(act.children.indexOf(article), changedArticle))
}

function constitution(): Act {
  const attrs = {
    id: 'constitution',
    language: 'ru',
    tradition: 'kz',
    profile: 'constitution',
  } as const
  return makeAct(attrs, [titled('Конституция'), ...articles(ARTICLES, () => 'Власть едина.')])
}

function law(n: number, count: number): Act {
  const attrs = { id: `law-${n}`, language: 'ru', tradition: 'kz', profile: 'law' } as const
  return makeAct(attrs, [titled(`О деле ${word(n)}`), ...articles(count, (i) => sentence(n + i))])
}

function articles(count: number, words: (n: number) => string): readonly Unit[] {
  return Array.from({ length: count }, (_, n) => {
    const paragraphs = [1, 2, 3].map((k) =>
      makeUnit(
        { id: unitId(`article-${n + 1}/${k}`), kind: 'paragraph', label: String(k) },
        { body: [makeParagraph(words(n * 3 + k))] },
      ),
    )
    return makeUnit(
      { id: unitId(`article-${n + 1}`), kind: 'article', label: String(n + 1) },
      { heading: 'О порядке', units: paragraphs },
    )
  })
}

/** One sentence in four cites the constitution, one another law, one its own act, one nothing. */
function sentence(n: number): string {
  const article = 1 + (n % ARTICLES)
  const filler =
    'Уполномоченный орган рассматривает обращение в установленный срок и уведомляет о решении.'
  switch (n % 4) {
    case 0:
      return `В соответствии с пунктом 2 статьи ${article} Конституции лицо вправе обратиться. ${filler}`
    case 1:
      return `Порядок, указанный в статье ${article} Закона «О деле ${word(n)}», сохраняется. ${filler}`
    case 2:
      return `Решение по пункту 1 статьи ${article} настоящего Закона окончательно. ${filler}`
    default:
      return `${filler} ${filler}`
  }
}

/** A word of its own for each law: the names of acts must differ. */
function word(n: number): string {
  const letters = 'бвгджзклмн'
  const at = n % LAWS
  return `${letters[at % 10]}о${letters[Math.floor(at / 10)]}арный`
}

function titled(title: string): Unit {
  return makeUnit({ id: unitId('preface'), kind: 'preface', label: null }, { heading: title })
}

function sizeOf(act: Act): number {
  return act.textBetween(0, act.content.size).length
}

function counter(): () => string {
  let last = 0
  return () => `bench-${++last}`
}

/** Milliseconds of processor time: what other programs do meanwhile does not count. */
function timed(work: () => unknown): number {
  const start = process.cpuUsage()
  work()
  return spent(start)
}

async function timedAsync(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage()
  await work()
  return spent(start)
}

function spent(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}

function measured(times: number, work: () => unknown): number {
  return median(Array.from({ length: times }, () => timed(work)))
}

function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`
}
