import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type AknText, aknSteps, expressionSteps, markedSteps } from '#desk/akn-text.ts'
import { checkedBytes } from '#desk/exporting/check-akn.ts'
import { finished } from '#shared/base/steps.ts'
import { compareActs } from '#shared/diff/compare.ts'
import type { Store } from '#store/open.ts'
import { act, art, para } from '../builders/act.ts'
import { addAct, desk, openLibrary, tempFolder, value } from '../builders/library.ts'
import { ended, hearing } from './hearing.ts'

const ARTICLES = 40
const law = (words: string) =>
  act(
    ...Array.from({ length: ARTICLES }, (_, i) =>
      art(`${i + 1}`, 'Срок', ...['1', '2'].map((n) => para(n, words))),
    ),
  )
const base = law('Дней много.')
const draft = law('Дней мало.')
const UNITS = 3 * ARTICLES

let folder: ReturnType<typeof tempFolder>
let store: Store
beforeEach(() => {
  folder = tempFolder()
  store = openLibrary(folder.dir)
  addAct(store.db, 'a', base)
})
afterEach(() => folder.remove())

describe('Akoma Ntoso from the desk', () => {
  it('J121: is written a unit a step, of one text, of both and of both in one', () => {
    const texts = { redline: compareActs(base, draft), base, draft }
    expect(stepsIn(aknSteps(base))).toBeGreaterThanOrEqual(UNITS)
    expect(stepsIn(markedSteps(texts))).toBeGreaterThanOrEqual(UNITS)
    expect(stepsIn(expressionSteps(texts))).toBeGreaterThanOrEqual(2 * UNITS)
  })

  it.each(['clean', 'redline'] as const)(
    'J121: one that is cancelled, the text %s, ends so and writes nothing',
    async (form) => {
      const bench = desk(store)
      const window = bench.connect()
      const { until, heard } = hearing(window)
      const asked = { document: 'a', form, format: 'xml' } as const
      const { job } = value(await window.exportDocument(asked))
      value(await window.cancelJob({ job }))
      expect(await until(ended)).toEqual({ kind: 'job', job, state: { kind: 'cancelled' } })
      expect(heard.filter(({ kind }) => kind === 'job')).toHaveLength(1)
      await bench.close()
    },
  )

  it('J122: is checked in a program of its own, which ends with the signal', async () => {
    const cancel = new AbortController()
    const checked = checkedBytes(file({ text: '<a/>', whose: 'others' }), cancel.signal)
    expect(programs()).toBe(1)
    cancel.abort()
    expect(await checked).toBeUndefined()
    // The handle of a program goes a turn after it.
    await vi.waitFor(() => expect(programs()).toBe(0))
  })

  it('J122: one of ours that is not valid is refused there with the place', async () => {
    const { signal } = new AbortController()
    const written = finished(aknSteps(base, { metadata: { date: 'yesterday' } }))
    const refused = await checkedBytes(file(written), signal)
    expect(refused).toMatchObject({ ok: false, problem: { code: 'desk/akn-invalid' } })
    const given = await checkedBytes(file(finished(aknSteps(base))), signal)
    expect(given?.ok && new TextDecoder().decode(given.value)).toContain('Дней много.')
  })
})

function file(...documents: readonly AknText[]) {
  return {
    documents,
    bytes: (texts: readonly string[]) => new TextEncoder().encode(texts.join('')),
  }
}

function stepsIn(steps: Generator<unknown, unknown>): number {
  let count = 0
  while (!steps.next().done) count++
  return count
}

/** Programs that this thread started and that have not ended. */
function programs(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap').length
}
