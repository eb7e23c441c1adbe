import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { DeskConnection } from '#desk/connection.ts'
import { present } from '#shared/base/assert.ts'
import type { Input, Output } from '#shared/bridge/contract.ts'
import { type Act, unitId } from '#shared/schema/act.ts'
import { blockText } from '#shared/structure/canonical-text.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { readJournal } from '#shared/sync/edit.ts'
import { projectAct } from '#shared/sync/project.ts'
import { metaOf } from '#shared/sync/shape.ts'
import type { Store } from '#store/open.ts'
import { act, art, lawIn, para, preface } from '../builders/act.ts'
import { addAct, desk, openLibrary, replica, tempFolder, value } from '../builders/library.ts'
import { citing, drafting } from './reference-library.ts'

let folder: ReturnType<typeof tempFolder>
let store: Store
beforeEach(() => {
  folder = tempFolder()
  store = openLibrary(folder.dir)
  addAct(store.db, 'constitution', constitution)
})
afterEach(() => folder.remove())

const constitution: Act = act(
  preface('Конституция Озерного края'),
  art('4', 'Вода', para('1', 'Вода чиста.'), para('2', 'Берега открыты.')),
  art('5', 'Лодки', para('1', 'Лодки пронумерованы.')),
)
const law = (words: string, title = 'О лодках') =>
  lawIn('ru', preface(title), art('1', 'Порядок', para('1', words)))

const fifth = (label: string): UnitEdit & { kind: 'setLabel' } => ({
  kind: 'setLabel',
  unit: unitId('article-5'),
  label,
  num: null,
})

type Planned = Input<'impactOf'>['edits'][number]
type Draft = Output<'impactOf'>['rewrites'][number]

async function plans(bridge: DeskConnection, edit: Planned) {
  return value(await bridge.impactOf({ document: 'constitution', edits: [edit] })).rewrites
}

const input = ({ document, plan }: Draft, as: 'words' | 'checks' = 'words') => ({
  document,
  cited: 'constitution',
  plan: plan.map(({ place: _, ...rewrite }) => rewrite),
  as,
})

const wordsOf = (doc: Y.Doc) => {
  const texts: string[] = []
  projectAct(doc).descendants((node) => {
    if (node.isTextblock) texts.push(blockText(node))
  })
  return texts.join('\n')
}

describe('citations in other drafts', () => {
  it('J112: edits tell how each other draft follows, with the place of each citation', async () => {
    addAct(store.db, 'boats', law('По пункту 1 статьи 5 Конституции лодка пронумерована.'))
    addAct(store.db, 'water', law('По статье 4 Конституции вода чиста.', 'О воде'))
    const [draft, ...more] = await plans(desk(store).connect(), fifth('4-1'))
    expect(more).toEqual([])
    expect(draft).toMatchObject({ document: 'boats', title: 'О лодках', refusal: null })
    expect(draft?.plan.map(({ oldWords, newWords, place }) => [oldWords, newWords, place])).toEqual(
      [['пункту 1 статьи 5 Конституции', 'пункту 1 статьи 4-1 Конституции', 'пункт 1 статьи 1']],
    )
  })

  it('J112: follow a unit into the one that it is joined to', async () => {
    addAct(store.db, 'boats', law('По пункту 2 статьи 4 Конституции берега открыты.'))
    const [unit, into] = ['article-4/paragraph-2', 'article-4/paragraph-1']
    const [draft] = await plans(desk(store).connect(), { kind: 'join', unit, into })
    expect(draft?.plan.map(({ newWords }) => newWords)).toEqual(['пункту 1 статьи 4 Конституции'])
  })

  it('J112: an act that two in the library may be is not rewritten for', async () => {
    addAct(store.db, 'other', act(preface('Конституция Лесного края'), art('5', 'Лес')))
    addAct(store.db, 'boats', law('По статье 5 Конституции лодка пронумерована.'))
    expect(await plans(desk(store).connect(), fifth('4-1'))).toEqual([])
  })

  it('J113: are written as one change, signed, that open windows hear of', async () => {
    addAct(store.db, 'boats', law('По статье 5 Конституции. Статье 5 Конституции следуют.'))
    const open = desk(store)
    const [window, other] = [open.connect(), open.connect()]
    const doc = await replica(other, 'boats')
    other.subscribe((event) => {
      if (event.kind === 'update') Y.applyUpdate(doc, event.update)
    })
    const [draft] = await plans(window, fifth('4-1'))
    const done = value(await window.rewriteCitations(input(present(draft, 'the law follows'))))
    expect(done).toMatchObject({ rewritten: 2, checks: 0, left: 0 })
    expect(wordsOf(doc)).toContain('По статье 4-1 Конституции. Статье 4-1 Конституции следуют.')
    expect(readJournal(doc).map(({ edit, unit }) => [edit, unit])).toEqual([['rewrite', null]])
    const edited = await drafting(window, 'constitution')
    await edited.edit(fifth('4-1'))
    expect(await citing(open, 'constitution')).toEqual([
      ['boats', 'valid'],
      ['boats', 'valid'],
    ])
  })

  it('J113: are taken back to the letter', async () => {
    const words = 'По статье 5 Конституции, со статьей 5 Конституции и статьей 4 Конституции.'
    addAct(store.db, 'boats', law(words))
    const bridge = desk(store).connect()
    const [draft] = await plans(bridge, fifth('114'))
    const { back } = value(await bridge.rewriteCitations(input(present(draft, 'it follows'))))
    expect(wordsOf(await replica(bridge, 'boats'))).toContain(
      'статье 114 Конституции, со статьей 114',
    )
    const undone = { document: 'boats', cited: 'constitution', plan: back, as: 'words' } as const
    expect(value(await bridge.rewriteCitations(undone)).rewritten).toBe(2)
    expect(wordsOf(await replica(bridge, 'boats'))).toContain(words)
  })

  it('J113: words that others changed meanwhile are left, and counted', async () => {
    addAct(store.db, 'boats', law('По статье 5 Конституции лодка пронумерована.'))
    const bridge = desk(store).connect()
    const [draft] = await plans(bridge, fifth('4-1'))
    const { plan } = present(draft, 'it follows')
    const moved = plan.map((rewrite) => ({
      ...rewrite,
      range: { start: rewrite.range.start + 1, end: rewrite.range.end + 1 },
    }))
    const done = await bridge.rewriteCitations(input({ ...present(draft, 'it'), plan: moved }))
    expect(value(done)).toEqual({ rewritten: 0, checks: 0, left: 1, back: [] })
    expect(wordsOf(await replica(bridge, 'boats'))).toContain('По статье 5 Конституции')
  })

  it('J112: a draft that takes no changes says why, and takes none', async () => {
    addAct(store.db, 'boats', law('По статье 5 Конституции лодка пронумерована.'))
    const open = desk(store)
    const bridge = open.connect()
    const doc = await replica(bridge, 'boats')
    const before = Y.encodeStateVector(doc)
    metaOf(doc).set('schemaVersion', 999)
    const update = new Uint8Array(Y.encodeStateAsUpdate(doc, before))
    value(await bridge.saveUpdate({ document: 'boats', update }))
    await open.close()
    store = openLibrary(folder.dir)
    const again = desk(store).connect()
    const [draft] = await plans(again, fifth('4-1'))
    expect(draft?.refusal?.message).toMatch(/newer program/)
    const refused = await again.rewriteCitations(input(present(draft, 'it is told')))
    expect(refused.ok).toBe(false)
  })
})

describe('citations to be checked', () => {
  const statusOf = async (bridge: DeskConnection) => {
    const [reference] = value(await bridge.referencesFrom({ document: 'boats' }))
    return present(reference, 'the law cites')
  }

  it('J114: what is left to the drafter is to be checked until it names what it had to', async () => {
    addAct(store.db, 'boats', law('По статье 5 Конституции лодка пронумерована.'))
    const open = desk(store)
    const bridge = open.connect()
    const [draft] = await plans(bridge, fifth('4-1'))
    const left = value(await bridge.rewriteCitations(input(present(draft, 'it follows'), 'checks')))
    expect(left).toEqual({ rewritten: 0, checks: 1, left: 0, back: [] })
    expect((await statusOf(bridge)).status).toBe('valid')
    const edited = await drafting(bridge, 'constitution')
    await edited.edit(fifth('4-1'))
    expect((await statusOf(bridge)).status).toBe('check')
    expect(await citing(open, 'constitution')).toEqual([['boats', 'check']])
    const graph = value(await bridge.citationGraph({ document: null }))
    expect(graph.links.map(({ doubtful }) => doubtful)).toEqual([1])
    await edited.edit(fifth('5'))
    expect((await statusOf(bridge)).status).toBe('valid')
  })

  it('J114: is remembered through restarts, and ends when the drafter holds it checked', async () => {
    addAct(store.db, 'boats', law('По статье 5 Конституции лодка пронумерована.'))
    const first = desk(store)
    const window = first.connect()
    const [draft] = await plans(window, fifth('4-1'))
    value(await window.rewriteCitations(input(present(draft, 'it follows'), 'checks')))
    const edited = await drafting(window, 'constitution')
    await edited.edit(fifth('4-1'))
    await first.close()
    store = openLibrary(folder.dir)
    const bridge = desk(store).connect()
    const { unit, text, status } = await statusOf(bridge)
    expect(status).toBe('check')
    value(await bridge.ignoreReference({ document: 'boats', unit, text, as: 'checked' }))
    expect((await statusOf(bridge)).status).toBe('broken')
  })
})
