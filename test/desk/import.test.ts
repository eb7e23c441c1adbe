import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lineOf, lineStarts } from '#desk/lines.ts'
import type { BridgeEvent } from '#shared/bridge/contract.ts'
import { draftFault } from '#shared/sync/gate.ts'
import type { Store } from '#store/open.ts'
import { act, art } from '../builders/act.ts'
import { addAct, desk, openLibrary, tempFolder, value } from '../builders/library.ts'
import { ended, hearing } from './hearing.ts'

const KAZ = path.resolve(import.meta.dirname, '../../../shared/corpora/kz')
const constitution = act(art('1', 'Республика', 'Народ есть источник власти.'))
let folder: ReturnType<typeof tempFolder>
let store: Store
beforeEach(() => {
  folder = tempFolder()
  store = openLibrary(folder.dir)
  addAct(store.db, 'a', constitution)
})
afterEach(() => folder.remove())

const bytesOf = (text: string) => new TextEncoder().encode(text)
const own = (update: Uint8Array) => new Uint8Array(update)

describe('import', () => {
  it('J12: tells the line of what is doubtful in a file', async () => {
    const bench = desk(store)
    const window = bench.connect()
    const { until } = hearing(window)
    const text = 'Статья 1. Народ\n1. Текст.\n\nСтраница 3\n\n2. Текст.\n'
    value(await window.importFile({ name: 'x.txt', bytes: own(bytesOf(text)) }))
    const end = await until(ended)
    if (end.kind !== 'job' || end.state.kind !== 'done') throw new Error(JSON.stringify(end))
    expect(end.state.problems).toMatchObject([{ code: 'read/page-furniture', line: 4 }])
    await bench.close()
  })

  it('J12: reads a file with progress', async () => {
    const bench = desk(store)
    const window = bench.connect()
    const { heard, until } = hearing(window)
    const bytes = new Uint8Array(
      readFileSync(path.join(KAZ, 'constitution/ru/edition_2023-01-01_adilet-clean.txt')),
    )
    const { job } = value(await window.importFile({ name: 'Конституция.txt', bytes }))
    const end = await until(ended)
    if (end.kind !== 'job' || end.state.kind !== 'done') throw new Error(JSON.stringify(end))
    expect(end.job).toBe(job)
    expect(heard.some((e) => e.kind === 'job' && e.state.kind === 'progress')).toBe(true)
    const opened = value(await window.openDocument({ document: end.state.document }))
    expect(opened.summary.units).toBeGreaterThan(300)
    expect(draftFault(opened.state)).toBeNull()
    await bench.close()
  })

  it('J18: says what a text was read under, and reads it under what is wished for', async () => {
    const bench = desk(store)
    const window = bench.connect()
    const { heard, until } = hearing(window)
    const read = async (wish?: { language: 'ru'; tradition: string; profile: string }) => {
      heard.splice(0)
      const file = { name: 'x.md', bytes: own(bytesOf('Закон\nСтатья 1. Предмет\n1. Слова.')) }
      value(await window.importFile(wish ? { ...file, wish } : file))
      const end = await until(ended)
      if (end.kind !== 'job' || end.state.kind !== 'done') throw new Error(JSON.stringify(end))
      return end.state
    }
    const law = { language: 'ru', tradition: 'kz', profile: 'law' } as const
    expect(await read()).toMatchObject({ profile: law, format: 'markdown' })
    const code = { ...law, profile: 'code' }
    expect(await read(code)).toMatchObject({ profile: code })
    await bench.close()
  })

  it('J19: a large file is read off the thread, while the desk answers; cancelling ends it', async () => {
    const bench = desk(store)
    const window = bench.connect()
    const { until } = hearing(window)
    const words = 'слово '.repeat(60)
    const articles = Array.from({ length: 1_500 }, (_, i) => `Статья ${i + 1}. Норма\n1. ${words}.`)
    const text = articles.join('\n')
    const { job } = value(await window.importFile({ name: 'long.txt', bytes: own(bytesOf(text)) }))
    const end = until(ended)
    let isOver = false
    void end.then(() => {
      isOver = true
    })
    let answers = 0
    while (!isOver) {
      value(await window.listDocuments())
      await new Promise((resolve) => setImmediate(resolve))
      answers += 1
    }
    expect(await end).toMatchObject({ job, state: { kind: 'done' } })
    // One slice of reading on the desk's own thread would leave time for a few answers in all.
    expect(answers).toBeGreaterThan(50)
    const again = value(await window.importFile({ name: 'long.txt', bytes: own(bytesOf(text)) }))
    value(await window.cancelJob({ job: again.job }))
    const isAgain = (event: BridgeEvent) =>
      ended(event) && event.kind === 'job' && event.job === again.job
    expect(await until(isAgain)).toMatchObject({ state: { kind: 'cancelled' } })
    expect(value(await window.listDocuments())).toHaveLength(2)
    await bench.close()
  })

  it('J13: a cancelled import leaves nothing', async () => {
    const bench = desk(store)
    const window = bench.connect()
    const { until } = hearing(window)
    const text = Array.from({ length: 12_000 }, (_, i) => `Статья ${i + 1}. Норма\n1. Текст.`)
    const { job } = value(
      await window.importFile({ name: 'long.txt', bytes: own(bytesOf(text.join('\n'))) }),
    )
    await until((event) => event.kind === 'job' && event.state.kind === 'progress')
    value(await window.cancelJob({ job }))
    expect(await until(ended)).toMatchObject({ state: { kind: 'cancelled' } })
    expect(value(await window.listDocuments())).toHaveLength(1)
    expect(await window.cancelJob({ job })).toMatchObject({ problem: { code: 'desk/no-job' } })
    await bench.close()
  })

  it('J14: a file that holds no text is refused with what to do instead', async () => {
    const bench = desk(store)
    const window = bench.connect()
    const { heard, until } = hearing(window)
    const refused = async (name: string, bytes: Uint8Array<ArrayBuffer>) => {
      heard.splice(0)
      value(await window.importFile({ name, bytes }))
      const end = await until(ended)
      return end.kind === 'job' && end.state.kind === 'failed' ? end.state.message : ''
    }
    expect(await refused('x.pdf', own(bytesOf('%PDF-1.7')))).toContain('plain text file')
    expect(await refused('x.txt', own(new Uint8Array([0xd0, 0xff, 0, 1, 2])))).toContain('x.txt')
    expect(await refused('x.txt', own(bytesOf(' \n ')))).toContain('no words')
    expect(value(await window.listDocuments())).toHaveLength(1)
    await bench.close()
  })

  it('J15: lines are counted as an editor shows them', () => {
    const starts = lineStarts('a\r\nb\rc\n\nd')
    expect([0, 1, 3, 5, 7, 8].map((at) => lineOf(starts, at))).toEqual([1, 1, 2, 3, 4, 5])
  })
})

describe('a look at a file', () => {
  it('J111: a file read for a look is held for its window until it is kept or dropped', async () => {
    const bench = desk(store)
    const [window, other] = [bench.connect(), bench.connect()]
    const { until } = hearing(window)
    const bytes = own(bytesOf('Закон\nСтатья 1. Предмет\n1. Слова.'))
    const { job } = value(await window.readFile({ name: 'x.txt', bytes }))
    const end = await until(ended)
    expect(end).toMatchObject({
      job,
      state: { kind: 'read', units: 3, profile: { language: 'ru' } },
    })
    const before = value(await window.listDocuments())
    expect(await other.showReading({ job })).toMatchObject({ ok: false })
    const [shown] = value(await window.showReading({ job })).acts
    const words = new TextDecoder().decode(shown?.act)
    const keep = (text: string) => {
      const corrections = [{ place: 0, act: own(bytesOf(text)) }]
      return window.keepReading({ job, corrections })
    }
    for (const wrong of ['{', '{"type":"act"}', words.replaceAll('paragraph', 'none')])
      expect(await keep(wrong)).toMatchObject({ problem: { code: 'desk/bad-correction' } })
    expect(value(await window.listDocuments())).toEqual(before)
    const { document } = value(await keep(words.replace('Слова', 'Дела')))
    expect(value(await window.listDocuments()).map(({ id }) => id)).toContain(document)
    const { act } = value(await window.readBase({ document }))
    expect(new TextDecoder().decode(act)).toContain('Дела')
    expect(await window.dropReading({ job })).toMatchObject({
      problem: { code: 'desk/no-reading' },
    })
    await bench.close()
  })
})
