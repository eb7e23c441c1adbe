/**
 * What a long draft costs: seed, load, project, one keystroke here and from elsewhere, one move; beside
 * y-prosemirror's functions on one shared tree of the same act. `node --expose-gc bench/sync-cost.ts`
 */
import { EditorState } from 'prosemirror-state'
import { updateYFragment, yXmlFragmentToProseMirrorRootNode } from 'y-prosemirror'
import * as Y from 'yjs'
import { type Act, makeAct, makeParagraph, makeUnit, unitId } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { createDraftView } from '#shared/sync/project.ts'
import { seedDraft } from '#shared/sync/seed.ts'
import { textStart } from '#test/cohort/cohort.ts'
import { draftPlugins, settle } from '../renderer/editor/binding/plugins.ts'
import { createDraftSession } from '../renderer/editor/binding/session.ts'
import { median } from './measure.ts'

const ARTICLES = 1_000
const ITEMS = 9
const KEYSTROKES = 300

const act = longAct()
const rows: Record<string, Record<string, string | number>> = {}
const row = (what: string, ours: number, stock?: number) => {
  rows[what] = { ours: round(ours), ...(stock === undefined ? {} : { stock: round(stock) }) }
}

const [seedMs, seed] = timed(() => seedDraft(act))
const [stockSeedMs, stockSeed] = timed(seedStock)
row('seed, ms', seedMs, stockSeedMs)
row('seed, KB', seed.byteLength / 1024, stockSeed.byteLength / 1024)

const before = heap()
const [loadMs, doc] = timed(() => load(seed))
const afterLoad = heap()
const [stockLoadMs, stockDoc] = timed(() => load(stockSeed))
const afterStock = heap()
row('load, ms', loadMs, stockLoadMs)
row(
  'memory of the document, MB',
  (afterLoad - before) / 2 ** 20,
  (afterStock - afterLoad) / 2 ** 20,
)

const [projectMs] = timed(() => createDraftView(doc).close())
const [stockProjectMs, stockAct] = timed(() =>
  yXmlFragmentToProseMirrorRootNode(stockDoc.getXmlFragment('act'), schema),
)
row('project from scratch, ms', projectMs, stockProjectMs)

const here = open(doc)
const there = open(load(seed))
const updates: Uint8Array[] = []
here.session.onUpdate((update) => updates.push(update))
const typing: number[] = []
const receiving: number[] = []
for (let i = 0; i < KEYSTROKES; i++) {
  const unit = `a${(i * 37) % ARTICLES}p${i % ITEMS}`
  const tr = here.state.tr.insertText('х', textStart(here.state.doc, unit) + 3)
  typing.push(timed(() => here.dispatch(tr))[0])
  for (const update of updates.splice(0)) {
    receiving.push(timed(() => there.session.receive(update))[0])
  }
}
if (!there.state.doc.eq(here.state.doc)) throw new Error('the replicas differ')
const stockTyping = typeInStock(stockAct)
row('keystroke here, median ms', median(typing), median(stockTyping))
row('keystroke here, p95 ms', p95(typing), p95(stockTyping))
row('keystroke from elsewhere, median ms', median(receiving))
row('keystroke from elsewhere, p95 ms', p95(receiving))

const moves: number[] = []
for (let i = 0; i < 20; i++) {
  const to = { parent: null, after: unitId(`a${i}`) }
  const edit = { kind: 'move', unit: unitId(`a${500 + i}`), to } as const
  moves.push(timed(() => here.session.edit([edit]))[0])
}
row('move of an article, median ms', median(moves))

console.log(`${ARTICLES * (ITEMS + 1)} units`)
console.table(rows)

function open(shared: Y.Doc) {
  const session = createDraftSession({ doc: shared, newId: () => unitId('new'), now: () => 0 })
  let state = EditorState.create({
    doc: session.act,
    plugins: [...draftPlugins(session, () => () => {})],
  })
  let isSettling = false
  const settled = () => {
    if (isSettling) return
    isSettling = true
    const tr = settle(session, state)
    if (tr) state = state.apply(tr)
    isSettling = false
  }
  session.subscribe(settled)
  return {
    session,
    get state() {
      return state
    },
    dispatch(tr: EditorState['tr']) {
      state = state.apply(tr)
      settled()
    },
  }
}

function typeInStock(start: Act): readonly number[] {
  const fragment = stockDoc.getXmlFragment('act')
  const binding = { mapping: new Map(), isOMark: new Map() }
  updateYFragment(stockDoc, fragment, start, binding)
  let state = EditorState.create({ doc: start })
  return Array.from({ length: KEYSTROKES }, (_, i) => {
    const unit = `a${(i * 37) % ARTICLES}p${i % ITEMS}`
    const tr = state.tr.insertText('х', textStart(state.doc, unit) + 3)
    return timed(() => {
      state = state.apply(tr)
      updateYFragment(stockDoc, fragment, state.doc, binding)
    })[0]
  })
}

function longAct(): Act {
  const words =
    'Государственные органы и должностные лица обязаны соблюдать права и свободы человека и гражданина, '
  const units = Array.from({ length: ARTICLES }, (_, i) =>
    makeUnit(
      { id: unitId(`a${i}`), kind: 'article', label: String(i + 1) },
      {
        heading: `Предмет статьи ${i}`,
        units: Array.from({ length: ITEMS }, (_, item) =>
          makeUnit(
            { id: unitId(`a${i}p${item}`), kind: 'paragraph', label: String(item + 1) },
            { body: [makeParagraph(`${i} ${item} ${words}`)] },
          ),
        ),
      },
    ),
  )
  return makeAct({ id: 'bench', language: 'ru', tradition: 'kz', profile: 'law' }, units)
}

function load(update: Uint8Array): Y.Doc {
  const loaded = new Y.Doc({ gc: false })
  Y.applyUpdate(loaded, update)
  return loaded
}

function seedStock(): Uint8Array {
  const shared = new Y.Doc()
  const binding = { mapping: new Map(), isOMark: new Map() }
  updateYFragment(shared, shared.getXmlFragment('act'), act, binding)
  return Y.encodeStateAsUpdate(shared)
}

function timed<T>(run: () => T): readonly [ms: number, value: T] {
  const start = performance.now()
  const value = run()
  return [performance.now() - start, value]
}

function heap(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

function p95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
