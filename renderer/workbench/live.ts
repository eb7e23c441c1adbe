import type { EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { checkSteps } from '#shared/check/check.ts'
import type { CheckProblem } from '#shared/check/remedy.ts'
import { type Change, changesOf } from '#shared/diff/changes.ts'
import { compareActs } from '#shared/diff/compare.ts'
import type { ActRedline } from '#shared/diff/redline.ts'
import type { Act, UnitId } from '#shared/schema/act.ts'
import { redlineLayer, redlineMarks } from '../editor/plugins/redline-layer.ts'
import type { RedlineWords } from '../editor/plugins/redline-widgets.ts'
import { referenceSteps } from '../editor/plugins/reference-layer.ts'
import { createStore } from '../host/store.ts'
import { type OutlineNode, outlineMaker, sameUnits } from '../panels/outline/model.ts'
import { indexReferences, NO_REFERENCES, type ReferenceIndex } from '../panels/references/model.ts'
import { NO_OVERLAY, type Overlay } from '../panels/references/shown.ts'
import { type Analysis, createAnalysis, type Step } from './analysis.ts'
import { type CaretPath, caretPath } from './caret.ts'
import { type Counts, countsOf } from './counts.ts'

/** Milliseconds without a key after which the drafter has paused: longer than between two keys of a word. */
const PAUSE = 180
/** Milliseconds without a key after which the drafter has stopped to think: longer than between two sentences. */
const REST = 1000
/** Milliseconds after which an idle moment is taken even if the window has none. */
const LONGEST_WAIT = 1000
/** Milliseconds of an idle moment that are used: a key that comes in it still shows in the next frame. */
const LONGEST_SLICE = 4

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
    problems: createStore<readonly CheckProblem[]>([]),
  }
  let view: EditorView | undefined
  let redline: ActRedline | undefined
  let words: RedlineWords | undefined
  let overlay: Overlay = NO_OVERLAY
  let redlineIs: 'shown' | 'hidden' = 'hidden'

  const analysis = analysisAfter(PAUSE, [
    function* (text) {
      const outline = makeOutline(text)
      if (!sameUnits(outline, stores.outline.get())) stores.outline.set(outline)
      yield
      redline = compareActs(base, text)
      yield
      drawRedline(text)
      yield
    },
    function* () {
      const changes = redline ? changesOf(redline) : []
      yield
      stores.changes.set(changes)
      yield
    },
    readReferences,
    function* (text) {
      stores.problems.set(yield* checkSteps(text))
      yield
    },
    function* (text) {
      stores.counts.set(countsOf(text))
      yield
    },
  ])
  /** The tree is dear to draw: the first words and marks of its lines may wait, its units may not. */
  const outlineWords = analysisAfter(REST, [
    function* (text) {
      stores.outline.set(makeOutline(text))
      const changed = new Set(stores.changes.get().flatMap(({ units }) => units))
      const before = stores.changedUnits.get()
      const isSame = changed.size === before.size && [...changed].every((id) => before.has(id))
      if (!isSame) stores.changedUnits.set(changed)
      yield
    },
  ])
  /** Where the library leads references may change while the text stands. */
  const overlaying = analysisAfter(0, [readReferences])
  const changed = (text: Act) => {
    overlaying.close()
    analysis.changed(text)
    outlineWords.changed(text)
  }

  return {
    ...stores,
    mount(made: EditorView) {
      view = made
      changed(made.state.doc)
    },
    /** Told of each state of the view; what is dear is put off. */
    update(state: EditorState, before: EditorState) {
      stores.caret.set(caretPath(state, stores.caret.get()))
      if (state.doc === before.doc) return
      stores.act.set(state.doc)
      changed(state.doc)
    },
    setWords(next: RedlineWords) {
      words = next
      drawRedline(stores.act.get())
    },
    /** Where the library leads references, and which are left alone. */
    setOverlay(next: Overlay) {
      overlay = next
      overlaying.changed(stores.act.get())
    },
    showRedline(shown: 'shown' | 'hidden') {
      redlineIs = shown
      drawRedline(stores.act.get())
    },
    close() {
      analysis.close()
      outlineWords.close()
      overlaying.close()
    },
  }

  function* readReferences(): Generator<undefined, void> {
    if (!view) return
    const references = yield* referenceSteps(view, overlay)
    yield
    stores.references.set(indexReferences(references))
    yield
  }

  /** Marks are made for one text; when the view has moved on, the next analysis draws them. */
  function drawRedline(text: Act): void {
    if (view?.state.doc !== text) return
    const marks = redlineIs === 'shown' && redline && words ? redlineMarks(redline, words) : []
    redlineLayer.show(view, marks)
  }
}

/** An analysis that starts after so many milliseconds without a change. */
function analysisAfter(quiet: number, steps: readonly Step<Act>[]): Analysis<Act> {
  return createAnalysis({
    steps,
    paused(callback) {
      const timer = window.setTimeout(callback, quiet)
      return () => window.clearTimeout(timer)
    },
    idle(callback) {
      const request = window.requestIdleCallback(
        () => {
          const start = performance.now()
          callback(() => performance.now() - start < LONGEST_SLICE)
        },
        { timeout: LONGEST_WAIT },
      )
      return () => window.cancelIdleCallback(request)
    },
  })
}
