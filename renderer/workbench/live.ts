import type { EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { finished } from '#shared/base/steps.ts'
import { checkSteps } from '#shared/check/check.ts'
import type { CheckProblem } from '#shared/check/remedy.ts'
import type { Act, UnitId } from '#shared/schema/act.ts'
import { redlineLayer, redlineMarks } from '../editor/plugins/redline-layer.ts'
import type { RedlineWords } from '../editor/plugins/redline-widgets.ts'
import { referenceSteps } from '../editor/plugins/reference-layer.ts'
import { createStore } from '../host/store.ts'
import type { MarksChange } from '../panels/changes/marked.ts'
import { type OutlineNode, outlineMaker, sameUnits } from '../panels/outline/model.ts'
import { indexReferences, NO_REFERENCES, type ReferenceIndex } from '../panels/references/model.ts'
import { NO_OVERLAY, type Overlay } from '../panels/references/shown.ts'
import { type CaretPath, caretPath } from './caret.ts'
import { createComparison } from './comparison.ts'
import { type Counts, countSteps } from './counts.ts'
import { idleAnalysis } from './idle-analysis.ts'

/** Milliseconds without a key after which the drafter has paused: longer than between two keys of a word. */
const PAUSE = 180
/** Milliseconds without a key after which the drafter has stopped to think: longer than between two sentences. */
const REST = 1000

/** What is worked out from the text as it stands, off the path from key to page. */
export function createLive(act: Act) {
  const outlines = outlineMaker()
  const { compare, ...compared } = createComparison((draft) => {
    redlined = draft
    if (marks === undefined) drawRedline()
  })
  const stores = {
    act: createStore<Act>(act),
    base: createStore<Act | undefined>(undefined),
    ...compared,
    caret: createStore<CaretPath>([]),
    outline: createStore<readonly OutlineNode[]>([]),
    counts: createStore<Counts | undefined>(undefined),
    changedUnits: createStore<ReadonlySet<UnitId>>(new Set()),
    references: createStore<ReferenceIndex>(NO_REFERENCES),
    problems: createStore<readonly CheckProblem[]>([]),
  }
  let view: EditorView | undefined
  let words: RedlineWords | undefined
  let overlay: Overlay = NO_OVERLAY
  let redlineIs: 'shown' | 'hidden' = 'hidden'
  /** The draft that the redline is of: marks have its positions. */
  let redlined: Act | undefined
  /** Which changes are marked; undefined: every one. */
  let marks: MarksChange | undefined

  const analysis = idleAnalysis<Act>(PAUSE, [
    function* (text) {
      const outline = yield* outlines.steps(text)
      if (!sameUnits(outline, stores.outline.get())) stores.outline.set(outline)
      yield
    },
    compare,
    readReferences,
    function* (text) {
      stores.problems.set(yield* checkSteps(text))
      yield
    },
    function* (text) {
      stores.counts.set(yield* countSteps(text))
      yield
    },
  ])
  /** The tree is dear to draw: the first words and marks of its lines may wait, its units may not. */
  const outlineWords = idleAnalysis<Act>(REST, [
    function* (text) {
      stores.outline.set(yield* outlines.steps(text))
      const changed = new Set(stores.changes.get().flatMap(({ units }) => units))
      const before = stores.changedUnits.get()
      const isSame = changed.size === before.size && [...changed].every((id) => before.has(id))
      if (!isSame) stores.changedUnits.set(changed)
    },
  ])
  /** Where the library leads references may change while the text stands. */
  const overlaying = idleAnalysis<Act>(0, [readReferences])
  /** The law in force comes behind the text. */
  const comparing = idleAnalysis<Act>(0, [compare])
  const changed = (text: Act) => {
    overlaying.close()
    comparing.close()
    analysis.changed(text)
    outlineWords.changed(text)
  }

  /** Another text that the changes are told from. */
  const setAgainst = (next: Act) => {
    stores.against.set(next)
    comparing.changed(stores.act.get())
    outlineWords.changed(stores.act.get())
  }

  return {
    ...stores,
    mount(made: EditorView) {
      view = made
      changed(made.state.doc)
    },
    setBase(next: Act) {
      stores.base.set(next)
    },
    setAgainst,
    /** Told of each state of the view; what is dear is put off. */
    update(state: EditorState, before: EditorState) {
      stores.caret.set(caretPath(state, stores.caret.get()))
      if (state.doc === before.doc) return
      stores.act.set(state.doc)
      changed(state.doc)
    },
    setWords(next: RedlineWords) {
      words = next
      drawRedline()
    },
    /** The references of the text, read at once if it was opened just now and they were not read yet. */
    referencesRead(): ReferenceIndex {
      if (stores.references.get() === NO_REFERENCES) finished(readReferences())
      return stores.references.get()
    },
    /** Where the library leads references, and which are left alone. */
    setOverlay(next: Overlay) {
      overlay = next
      overlaying.changed(stores.act.get())
    },
    showRedline(shown: 'shown' | 'hidden') {
      redlineIs = shown
      drawRedline()
    },
    /** Leaves some changes unmarked. */
    setMarks(next: MarksChange | undefined) {
      if (marks === undefined && next === undefined) return
      marks = next
      drawRedline()
    },
    close() {
      analysis.close()
      outlineWords.close()
      overlaying.close()
      comparing.close()
    },
  }

  function* readReferences(): Generator<undefined, void> {
    if (!view) return
    for (;;) {
      const read = overlay
      const references = yield* referenceSteps(view, read)
      yield
      // The library answered meanwhile: what was read before must not stand last.
      if (read !== overlay) continue
      stores.references.set(indexReferences(references))
      yield
      return
    }
  }

  /** Marks are made for one text; when the view has moved on, the next analysis draws them. */
  function drawRedline(): void {
    if (!view) return
    const redline = stores.redline.get()
    if (redlineIs === 'hidden' || !redline || !words) redlineLayer.show(view, [])
    else if (view.state.doc === redlined)
      redlineLayer.show(view, redlineMarks(redline, words, marks))
  }
}
