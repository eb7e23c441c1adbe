import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTurn } from '#desk/turn.ts'
import { present } from '#shared/base/assert.ts'
import { RECOGNIZER_VERSION } from '#shared/citation/recognizer.ts'
import { readText } from '#shared/read/read.ts'
import { SAMPLES } from '#shared/samples/samples.ts'
import { type Act, makeParagraph, unitId } from '#shared/schema/act.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { eids } from '#shared/structure/eid.ts'
import type { Store } from '#store/open.ts'
import { act, actIn, art, lawIn, para, preface } from '../builders/act.ts'
import { addAct, counter, desk, openLibrary, tempFolder, value } from '../builders/library.ts'
import { citing, drafting, indexRows, rowsKept } from './reference-library.ts'

let folder: ReturnType<typeof tempFolder>
let store: Store
beforeEach(() => {
  folder = tempFolder()
  store = openLibrary(folder.dir)
})
afterEach(() => folder.remove())

const newId = counter()
const sample = (language: string, profile: string) => {
  const found = SAMPLES.find((one) => one.language === language && one.profile === profile)
  return readText(present(found, 'the sample is there').text, { newId }).act
}
const constitution = (title = 'Конституция Озерного края'): Act =>
  act(
    preface(title),
    art('4', 'Вода', para('1', 'Вода чиста.'), para('2', 'Берега открыты.')),
    art('5', 'Лодки', para('1', 'Лодки пронумерованы.')),
  )
const law = (words: string, title = 'О лодках') =>
  lawIn('ru', preface(title), art('1', 'Порядок', para('1', words)))

describe('an index that is behind', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    addAct(store.db, 'constitution', constitution())
    addAct(store.db, 'law', law('По пункту 1 статьи 4 Конституции лодка чиста.'))
  })
  afterEach(() => void vi.useRealTimers())

  it('P33: rests while a document opens, until a window asks for it', async () => {
    const bridge = desk(store).connect()
    value(await bridge.openDocument({ document: 'law' }))
    vi.advanceTimersByTime(1000)
    for (let turn = 0; turn < 100; turn++) await nextTurn()
    expect(rowsKept(store)).toEqual([])
    value(await bridge.referencesFrom({ document: 'law' }))
    expect(rowsKept(store)).toHaveLength(1)
  })

  it('P33: follows by itself where no window asks', async () => {
    const bridge = desk(store).connect()
    value(await bridge.openDocument({ document: 'law' }))
    vi.advanceTimersByTime(3000)
    await vi.waitFor(() => expect(rowsKept(store)).toHaveLength(1))
  })
})

describe('references out of a document', () => {
  it('P34: of an act that cites no other are told without reading its draft', async () => {
    const key = addAct(store.db, 'constitution', constitution())
    await indexRows(store)
    store.db.prepare('UPDATE updates SET bytes = ? WHERE document = ?').run(Buffer.of(255), key)
    const told = await desk(store).connect().referencesFrom({ document: 'constitution' })
    expect(value(told)).toEqual([])
  })
})

describe('references into a document', () => {
  it.each(['ru', 'kk', 'en'])('J17: tell who cites a unit, in %s', async (language) => {
    const cited = sample(language, 'constitution')
    addAct(store.db, 'constitution', cited)
    addAct(store.db, 'law', sample(language, 'law'))
    const incoming = value(await desk(store).connect().referencesInto({ document: 'constitution' }))
    expect(incoming.length).toBeGreaterThan(2)
    const units = [...eids(cited).keys()].map(String)
    for (const { document, toUnit, place, sentence, text } of incoming) {
      expect(document).toBe('law')
      if (toUnit !== null) expect(units).toContain(toUnit)
      expect(place).not.toBe('')
      expect(sentence).toContain(text)
    }
  })

  it('J17: a document that nobody cites has none', async () => {
    addAct(store.db, 'constitution', sample('ru', 'constitution'))
    addAct(store.db, 'law', sample('ru', 'law'))
    expect(value(await desk(store).connect().referencesInto({ document: 'law' }))).toEqual([])
  })

  it('J30: of two constitutions that a bare name may mean, each is a candidate', async () => {
    addAct(store.db, 'one', constitution('Конституция первая'))
    addAct(store.db, 'two', constitution('Конституция вторая'))
    addAct(store.db, 'law', law('По пункту 1 статьи 4 Конституции лодка чиста.'))
    expect(await citing(desk(store), 'one')).toEqual([['law', 'ambiguous']])
    expect(await citing(desk(store), 'two')).toEqual([['law', 'ambiguous']])
  })

  it('J30: an act of another language is not cited', async () => {
    addAct(store.db, 'other', actIn('kk', preface('Конституция'), art('4', '', para('1', 'Су.'))))
    addAct(store.db, 'law', law('По статье 4 Конституции лодка чиста.'))
    expect(await citing(desk(store), 'other')).toEqual([])
  })

  it('J30: a title given in the library names the act too', async () => {
    addAct(store.db, 'gardens', law('Сад цветет.', 'Положение'))
    addAct(store.db, 'law', law('По статье 1 Закона «О садах» лодка чиста.'))
    const open = desk(store)
    expect(await citing(open, 'gardens')).toEqual([])
    value(await open.connect().renameDocument({ document: 'gardens', title: 'О садах' }))
    expect(await citing(open, 'gardens')).toEqual([['law', 'valid']])
  })
})

describe('the reference index', () => {
  it('J31: a citation is valid while its act stands in the library, external without it', async () => {
    addAct(store.db, 'constitution', constitution())
    addAct(store.db, 'law', law('По статье 5 Конституции лодка чиста.'))
    const open = desk(store)
    const bridge = open.connect()
    const statuses = async () =>
      value(await bridge.referencesFrom({ document: 'law' })).map(({ status }) => status)
    expect(await statuses()).toEqual(['valid'])
    value(await bridge.removeDocument({ document: 'constitution' }))
    expect(await statuses()).toEqual(['external'])
    value(await bridge.restoreDocument({ document: 'constitution' }))
    expect(await statuses()).toEqual(['valid'])
  })

  it('J31: follows the units of the cited draft', async () => {
    addAct(store.db, 'constitution', constitution())
    addAct(store.db, 'law', law('По статье 5 Конституции лодка чиста.'))
    const open = desk(store)
    const bridge = open.connect()
    const draft = await drafting(bridge, 'constitution')
    const article = unitId('article-5')
    expect(await citing(open, 'constitution')).toEqual([['law', 'valid']])
    await draft.edit({ kind: 'setState', unit: article, state: 'repealed' })
    expect(await citing(open, 'constitution')).toEqual([['law', 'repealed']])
    await draft.edit({ kind: 'setLabel', unit: article, label: '6', num: null })
    expect(await citing(open, 'constitution')).toEqual([['law', 'broken']])
  })

  it('J32: what is of another recognizer, damaged or emptied is made anew', async () => {
    addAct(store.db, 'constitution', constitution())
    addAct(store.db, 'law', law('По статье 5 Конституции лодка чиста.'))
    const expected = await indexRows(store)
    expect(expected).toHaveLength(1)
    for (const harm of [
      `UPDATE citation_sources SET recognizer = ${RECOGNIZER_VERSION - 1}, seal = 7`,
      "UPDATE citations SET status = 'broken'",
      'UPDATE citation_targets SET unit = NULL',
      'DELETE FROM citations',
      'DELETE FROM citation_sources',
    ]) {
      store.db.exec(harm)
      expect(await indexRows(store), harm).toEqual(expected)
    }
  })

  it('J33: what is ignored is remembered in the draft, through restarts', async () => {
    addAct(store.db, 'constitution', constitution())
    addAct(store.db, 'law', law('По статье 9 Конституции лодка чиста.'))
    const first = desk(store)
    const bridge = first.connect()
    const [reference] = value(await bridge.referencesFrom({ document: 'law' }))
    const { unit, text } = present(reference, 'the law cites')
    value(await bridge.ignoreReference({ document: 'law', unit, text, as: 'ignored' }))
    await first.close()
    store = openLibrary(folder.dir)
    const [again] = value(await desk(store).connect().referencesFrom({ document: 'law' }))
    expect(again).toMatchObject({ status: 'broken', ignored: true })
  })

  it('J34: tells before an edit which references of other documents it would touch', async () => {
    addAct(store.db, 'constitution', constitution())
    addAct(store.db, 'law', law('По статье 5 Конституции, пункту 2 статьи 4 Конституции.'))
    const bridge = desk(store).connect()
    const outcomes = async (edit: Parameters<typeof bridge.impactOf>[0]['edits'][number]) =>
      value(await bridge.impactOf({ document: 'constitution', edits: [edit] })).touched.map(
        ({ text, outcome }) => [text, outcome],
      )
    const unit = 'article-5'
    expect(await outcomes({ kind: 'remove', unit })).toEqual([['статье 5 Конституции', 'broken']])
    expect(await outcomes({ kind: 'setState', unit, state: 'repealed' })).toEqual([
      ['статье 5 Конституции', 'repealed'],
    ])
    expect(await outcomes({ kind: 'setLabel', unit, label: '6', num: null })).toEqual([
      ['статье 5 Конституции', 'broken'],
    ])
    const first = { parent: null, after: null }
    expect(await outcomes({ kind: 'move', unit, to: first })).toEqual([])
  })

  it('U170: a window hears of the documents whose references a save changed, and of no other', async () => {
    addAct(store.db, 'constitution', constitution())
    addAct(store.db, 'law', law('По статье 5 Конституции лодка чиста.'))
    addAct(store.db, 'gardens', law('Сад цветет.', 'О садах'))
    const bridge = desk(store).connect()
    const drafts = {
      constitution: await drafting(bridge, 'constitution'),
      law: await drafting(bridge, 'law'),
      gardens: await drafting(bridge, 'gardens'),
    }
    const told: string[][] = []
    bridge.subscribe((event) => {
      if (event.kind === 'references') told.push([...event.documents].sort())
    })
    const toldAfter = async (document: keyof typeof drafts, edit: UnitEdit) => {
      await drafts[document].edit(edit)
      value(await bridge.citationGraph({ document: null }))
      return told.splice(0).flat()
    }
    value(await bridge.citationGraph({ document: null }))
    told.length = 0
    const words = (unit: string, text: string): UnitEdit => ({
      kind: 'setText',
      unit: unitId(unit),
      heading: null,
      body: [makeParagraph(text)],
    })
    await toldAfter('gardens', words('article-1/paragraph-1', 'Сад цветет весной.'))
    expect(await toldAfter('gardens', words('article-1/paragraph-1', 'Сад цветет летом.'))).toEqual(
      [],
    )
    expect(await toldAfter('law', words('article-1/paragraph-1', 'Лодка чиста.'))).toEqual([
      'constitution',
      'law',
    ])
  })

  it('J35: the graph counts who cites whom among acts and among chapters', async () => {
    addAct(store.db, 'constitution', constitution())
    addAct(store.db, 'law', law('По статье 5 Конституции, статье 9 Конституции.'))
    const bridge = desk(store).connect()
    const acts = value(await bridge.citationGraph({ document: null }))
    expect(acts.nodes.map(({ id }) => id).sort()).toEqual(['constitution', 'law'])
    expect(acts.links).toEqual([{ from: 'law', to: 'constitution', count: 2, doubtful: 1 }])
  })
})
