import type { EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { Problem } from '#shared/base/problem.ts'
import { check } from '#shared/check/check.ts'
import { referencesOf } from '#shared/citation/references.ts'
import { type Change, changesOf } from '#shared/diff/changes.ts'
import { compareActs } from '#shared/diff/compare.ts'
import type { Redline } from '#shared/diff/redline.ts'
import type { Act, UnitId } from '#shared/schema/act.ts'
import type { UnitPlaces } from '../editor/node-views/unit-view.ts'
import { redlineLayer, redlineMarks } from '../editor/plugins/redline-layer.ts'
import type { RedlineWords } from '../editor/plugins/redline-widgets.ts'
import { referenceLayer, referenceMarks } from '../editor/plugins/reference-layer.ts'
import { createStore } from '../host/store.ts'
import { type OutlineNode, outlineMaker } from '../panels/outline/model.ts'
import { indexReferences, NO_REFERENCES, type ReferenceIndex } from '../panels/references/model.ts'
import { createAnalysis } from './analysis.ts'
import { type CaretPath, caretPath } from './caret.ts'
import { type Counts, countsOf } from './counts.ts'

/** Milliseconds without a key after which the drafter has paused: longer than between two keys of a word. */
const PAUSE = 180
/** Milliseconds after which an idle moment is taken even if the window has none. */
const LONGEST_WAIT = 1000

/** What is worked out from the text as it stands, off the path from key to page. */
export function createLive(base: Act, act: Act) {
  const makeOutline = outlineMaker()
  const stores = {
    act: createStore<Act>(act),
    caret: createStore<CaretPath>([]),
    outline: createStore<readonly OutlineNode[]>(makeOutline(act)),
    counts: createStore<Counts>({ units: 0, words: 0 }),
    changes: createStore<readonly Change[]>([]),
    changedUnits: createStore<ReadonlySet<UnitId>>(new Set()),
    references: createStore<ReferenceIndex>(NO_REFERENCES),
    problems: createStore<readonly Problem[]>([]),
  }
  let mounted: { readonly view: EditorView; readonly places: UnitPlaces } | undefined
  let redline: Redline | undefined
  let words: RedlineWords | undefined
  let redlineIs: 'shown' | 'hidden' = 'hidden'

  const analysis = createAnalysis<Act>({
    steps: [
      (text) => stores.outline.set(makeOutline(text)),
      (text) => {
        redline = compareActs(base, text)
        drawRedline(text)
      },
      () => {
        const changes = redline ? changesOf(redline) : []
        stores.changes.set(changes)
        const changed = new Set(changes.flatMap(({ units }) => units))
        const before = stores.changedUnits.get()
        const isSame = changed.size === before.size && [...changed].every((id) => before.has(id))
        if (!isSame) stores.changedUnits.set(changed)
      },
      (text) => {
        stores.references.set(indexReferences(referencesOf(text)))
        drawReferences(text)
      },
      (text) => stores.problems.set(check(text)),
      (text) => stores.counts.set(countsOf(text)),
    ],
    paused(callback) {
      const timer = window.setTimeout(callback, PAUSE)
      return () => window.clearTimeout(timer)
    },
    idle(callback) {
      const request = window.requestIdleCallback(callback, { timeout: LONGEST_WAIT })
      return () => window.cancelIdleCallback(request)
    },
  })

  return {
    ...stores,
    mount(view: EditorView, places: UnitPlaces) {
      mounted = { view, places }
      analysis.changed(view.state.doc)
    },
    /** Told of each state of the view; what is dear is put off. */
    update(state: EditorState, before: EditorState) {
      stores.caret.set(caretPath(state, stores.caret.get()))
      if (state.doc === before.doc) return
      stores.act.set(state.doc)
      analysis.changed(state.doc)
    },
    setWords(next: RedlineWords) {
      words = next
      drawRedline(stores.act.get())
    },
    showRedline(shown: 'shown' | 'hidden') {
      redlineIs = shown
      drawRedline(stores.act.get())
    },
    close: () => analysis.close(),
  }

  function drawReferences(text: Act): void {
    if (!mounted || mounted.view.state.doc !== text) return
    const { view, places } = mounted
    referenceLayer.show(view, referenceMarks(view.state, places, stores.references.get().all))
  }

  /** Marks are made for one text; when the view has moved on, the next analysis draws them. */
  function drawRedline(text: Act): void {
    if (!mounted || mounted.view.state.doc !== text) return
    const marks = redlineIs === 'shown' && redline && words ? redlineMarks(redline, words) : []
    redlineLayer.show(mounted.view, marks)
  }
}
