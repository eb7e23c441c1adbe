import { EditorState, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Act } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { act, art, para } from '#test/builders/act.ts'
import { referenceLayer } from '../../../renderer/editor/plugins/reference-layer.ts'
import { NO_OVERLAY } from '../../../renderer/panels/references/shown.ts'
import { createLive } from '../../../renderer/workbench/live.ts'

/** What waits for a pause or an idle moment, the first first. */
let waiting: (() => void)[]

beforeEach(() => {
  waiting = []
  let time = 0
  // Each look at the clock is a slice later: one piece of work for an idle moment.
  vi.stubGlobal('performance', { now: () => (time += 10) })
  const wait = (callback: () => void) => {
    waiting.push(callback)
    return callback
  }
  const forget = (callback: () => void) => {
    waiting = waiting.filter((one) => one !== callback)
  }
  vi.stubGlobal('window', {
    setTimeout: wait,
    clearTimeout: forget,
    requestIdleCallback: (callback: IdleRequestCallback) =>
      wait(() => callback({ didTimeout: false, timeRemaining: () => 50 })),
    cancelIdleCallback: forget,
  })
})
afterEach(() => vi.unstubAllGlobals())

it('U42: what the library answers while references are read is what is shown in the end', () => {
  const law = act(
    art('1', '', para('1', 'По статье 2.')),
    art('2', '', para('1', 'Как в статье 1.')),
  )
  const view = viewOf(law)
  for (let early = 0; early < 40; early++) {
    const live = createLive(law)
    live.mount(view)
    for (let n = 0; n < early; n++) waiting.shift()?.()
    live.setOverlay({ ...NO_OVERLAY, shown: (reference) => ({ ...reference, status: 'ignored' }) })
    // The newest first, so that what began before ends last.
    for (let n = 0; n < 1000 && waiting.length > 0; n++) waiting.pop()?.()
    expect(waiting).toEqual([])
    const shown = live.references.get().all.map(({ status }) => status)
    expect(shown, `told after ${early} moments`).toEqual(['ignored', 'ignored'])
    live.close()
  }
})

it('U224: units and words are told once they were counted', () => {
  const law = act(art('1', '', para('1', 'Два слова.')))
  const live = createLive(law)
  live.mount(viewOf(law))
  expect(live.counts.get()).toBeUndefined()
  for (let n = 0; n < 1000 && waiting.length > 0; n++) waiting.shift()?.()
  expect(live.counts.get()).toEqual({ units: 2, words: 2 })
  live.close()
})

function viewOf(doc: Act): EditorView {
  let state = EditorState.create({ doc, schema, plugins: [referenceLayer.plugin] })
  const view = {
    dom: { ownerDocument: new EventTarget() },
    get state() {
      return state
    },
    dispatch(tr: Transaction) {
      state = state.apply(tr)
    },
  }
  return view as unknown as EditorView
}
