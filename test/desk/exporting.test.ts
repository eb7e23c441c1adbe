import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLawClerk } from '#desk/amending/law-clerk.ts'
import { printPdf } from '#desk/print/print-pdf.ts'
import type { BridgeEvent } from '#shared/bridge/contract.ts'
import { aboutAct } from '#shared/export/about.ts'
import { printClean } from '#shared/export/print/print.ts'
import { UNSAID } from '#shared/schema/in-force.ts'
import { MINIMAL_WORDINGS } from '#shared/schema/wordings.ts'
import type { Store } from '#store/open.ts'
import { readPdf } from '#test/oracles/pdf.ts'
import { exported } from '../bridge/window-asks.ts'
import { act, art, para, withId } from '../builders/act.ts'
import { addAct, desk, openLibrary, tempFolder, value } from '../builders/library.ts'
import { ended, hearing } from './hearing.ts'

/** Pages enough to be set for seconds, so that a program that is at them is stopped in their midst. */
const law = act(
  ...Array.from({ length: 500 }, (_, i) =>
    withId(
      `a${i}`,
      art(`${i + 1}`, 'Срок', ...['1', '2', '3'].map((n) => para(n, 'Дней много. '.repeat(20)))),
    ),
  ),
)
let folder: ReturnType<typeof tempFolder>
let store: Store
beforeEach(() => {
  folder = tempFolder()
  store = openLibrary(folder.dir)
  addAct(store.db, 'a', law)
})
afterEach(() => folder.remove())

/** Programs that this process started and that have not ended. */
function programs(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap').length
}

/** The handle of a program goes a turn after it. */
const noPrograms = () => vi.waitFor(() => expect(programs()).toBe(0))

const doneIn = (event: BridgeEvent) =>
  event.kind === 'job' && event.state.kind === 'progress' ? event.state.done : 0

describe('an export', () => {
  it('J135: tells how far it is, and ends with its file for the window that asked', async () => {
    const bench = desk(store)
    const [window, other] = [bench.connect(), bench.connect()]
    const [own, others] = [hearing(window), hearing(other)]
    const asked = { document: 'a', form: 'redline', format: 'docx' } as const
    const { job } = value(await window.exportDocument(asked))
    const end = await own.until(ended)
    expect(end).toMatchObject({
      job,
      state: { kind: 'written', name: expect.stringMatching(/docx$/) },
    })
    expect(own.heard.map(doneIn)).toContain(1)
    expect(others.heard.filter(({ kind }) => kind === 'job')).toEqual([])
    expect(await window.cancelJob({ job })).toMatchObject({ problem: { code: 'desk/no-job' } })
    await bench.close()
  })

  it('X106: as a PDF claims what the window asks for', async () => {
    addAct(store.db, 'b', act(art('1', 'Срок', para('1', 'Дней мало.'))))
    const bench = desk(store)
    const window = bench.connect()
    const asked = { document: 'b', form: 'clean', format: 'pdf' } as const
    const archived = value(await exported(window, { ...asked, standard: 'a-2a' }))
    expect(readPdf(archived.bytes).claims).toEqual(['pdfaid:part 2', 'pdfaid:conformance A'])
    const accessible = value(await exported(window, asked))
    expect(readPdf(accessible.bytes).claims).toEqual(['pdfuaid:part 1'])
    await bench.close()
  })

  it('J136: a cancelled PDF ends the program that is at its pages', async () => {
    const bench = desk(store)
    const window = bench.connect()
    const { until } = hearing(window)
    const asked = { document: 'a', form: 'clean', format: 'pdf' } as const
    const { job } = value(await window.exportDocument(asked))
    await until((event) => doneIn(event) === 3)
    expect(programs()).toBe(1)
    value(await window.cancelJob({ job }))
    expect(await until(ended)).toEqual({ kind: 'job', job, state: { kind: 'cancelled' } })
    await noPrograms()
    await bench.close()
  })

  it('J136: a print that is stopped has ended its program, and one stopped before starts none', async () => {
    const document = printClean(law, aboutAct(law, { author: 'A', date: '2026-11-24T08:00:00Z' }))
    const cancel = new AbortController()
    const printed = printPdf(() => document, {
      signal: cancel.signal,
      onBegun: () => cancel.abort(),
    })
    expect(programs()).toBe(1)
    expect(await printed).toBeUndefined()
    await noPrograms()
    const never = printPdf(() => document, { signal: cancel.signal })
    expect(programs()).toBe(0)
    expect(await never).toBeUndefined()
  })

  it('X115: a document that cannot be made leaves no program for print behind', async () => {
    const printed = printPdf(() => {
      throw new Error('no pages')
    })
    await expect(printed).rejects.toThrow('no pages')
    await noPrograms()
  })

  it.each(['docx', 'html', 'txt'] as const)(
    'J136: a cancelled .%s stops before its next step',
    async (format) => {
      const bench = desk(store)
      const window = bench.connect()
      const { until, heard } = hearing(window)
      const { job } = value(await window.exportDocument({ document: 'a', form: 'clean', format }))
      value(await window.cancelJob({ job }))
      expect(await until(ended)).toEqual({ kind: 'job', job, state: { kind: 'cancelled' } })
      expect(heard.filter(({ kind }) => kind === 'job')).toHaveLength(1)
      await bench.close()
    },
  )

  it('J137: a window that leaves ends its exports, and those of no other', async () => {
    const bench = desk(store)
    const [window, other] = [bench.connect(), bench.connect()]
    const { until } = hearing(window)
    const pdf = { document: 'a', form: 'clean', format: 'pdf' } as const
    value(await window.exportDocument(pdf))
    const text = value(await other.exportDocument({ document: 'a', form: 'clean', format: 'txt' }))
    const written = hearing(other).until(ended)
    await until((event) => doneIn(event) === 3)
    window.close()
    await noPrograms()
    expect(await written).toMatchObject({ job: text.job, state: { kind: 'written' } })
    await bench.close()
  })
})

it('J138: a law that is cancelled is worked on no more, and what else was asked is answered', async () => {
  const clerk = createLawClerk()
  const cancel = new AbortController()
  const order = {
    language: 'ru',
    wordings: MINIMAL_WORDINGS,
    inForce: UNSAID,
    proof: 'whole',
  } as const
  const draft = act(withId('a0', art('1', 'Срок', para('1', 'Дней мало.'))))
  const given = { kind: 'apply', draft: draft.toJSON(), only: null } as const
  const words = 'Статья 1 исключена.'
  const bytes = new TextEncoder().encode(words)
  const long = clerk.derive({ ...order, base: law, draft }, cancel.signal)
  const applied = clerk.apply({ ...given, law: { name: 'law.txt', bytes } })
  cancel.abort()
  expect(await long).toMatchObject({ ok: false, problem: { code: 'desk/law-clerk' } })
  expect(await applied).toMatchObject({ ok: true })
  const again = await clerk.derive({ ...order, base: draft, draft })
  expect(again).toMatchObject({ ok: true, value: { holds: true, instructions: 0 } })
  await clerk.stop()
})
