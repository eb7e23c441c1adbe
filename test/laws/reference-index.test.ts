import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createDraftCache } from '#desk/draft-cache.ts'
import { emptyMemory, refreshed } from '#desk/reference-index.ts'
import { citationsByUnitNow } from '#shared/citation/by-unit.ts'
import {
  type Act,
  makeParagraph,
  makeUnit,
  unitAttrs,
  unitId,
  walkUnits,
} from '#shared/schema/act.ts'
import { applyEditToAct } from '#shared/structure/apply-edit.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { projectAct } from '#shared/sync/project.ts'
import { dropSource, readSources } from '#store/citation-rows.ts'
import type { Store } from '#store/open.ts'
import { act, art, chapter, lawIn, para, point, preface, sub } from '../builders/act.ts'
import { addAct, desk, openLibrary, tempFolder, value } from '../builders/library.ts'
import { drafting, rowsKept } from '../desk/reference-library.ts'

const constitution = () =>
  act(
    preface('Конституция Озерного края'),
    chapter(
      '1',
      'Вода',
      art(
        '1',
        'Озера',
        para('1', 'Вода чиста.'),
        para('2', 'Берега открыты.', point('1', 'ночью;')),
      ),
      art('2', 'Реки', para('1', 'По пункту 1 статьи 1 реки текут.')),
    ),
    chapter(
      '2',
      'Суша',
      art('3', 'Тропы', sub('Тропы открыты.'), sub('По статье 2 и Закону «О лодках».')),
    ),
  )
const boats = () =>
  lawIn(
    'ru',
    preface('О лодках'),
    art('1', 'Порядок', para('1', 'По пункту 2 статьи 1 Конституции лодка чиста.')),
    art('2', 'Сроки', para('1', 'По статье 1 и статье 3 Закона «О садах».')),
  )
const gardens = () =>
  lawIn(
    'ru',
    preface('О садах'),
    art('1', 'Сад', para('1', 'Внести в Закон «О лодках»:', point('1', 'статью 2 изменить.'))),
  )

const SENTENCES = [
  'Сад цветет.',
  'По статье 1 настоящего Закона.',
  'Согласно пункту 2 статьи 1 Конституции и статье 3 Конституции.',
  'В соответствии со статьями 1 и 2 Закона «О лодках» сад цветет.',
  'По Закону «О садах» и статье 1 указанного Закона.',
  'Внести в Конституцию следующие изменения:',
  'Часть вторая настоящей статьи.',
]

type Deed =
  | { readonly kind: 'words'; readonly at: number; readonly words: number }
  | { readonly kind: 'label'; readonly at: number; readonly label: number }
  | { readonly kind: 'repeal' | 'remove' | 'insert' | 'join'; readonly at: number }
  | { readonly kind: 'move'; readonly at: number; readonly to: number }
  | { readonly kind: 'library' | 'rename' | 'ignore' }

const place = fc.nat({ max: 40 })
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('words'), at: place, words: place }) },
  fc.record({ kind: fc.constant('label'), at: place, label: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ kind: fc.constantFrom('repeal', 'remove', 'insert', 'join'), at: place }),
  fc.record({ kind: fc.constant('move'), at: place, to: place }),
  fc.record({ kind: fc.constantFrom('library', 'rename', 'ignore') }),
)

function unitsIn(text: Act) {
  const units: ReturnType<typeof unitAttrs>[] = []
  walkUnits(text, (unit) => units.push(unitAttrs(unit)))
  return units
}

/** The edit that a deed comes to in an act; undefined: none. */
function editOf(text: Act, one: Deed, fresh: string): UnitEdit | undefined {
  if (!('at' in one)) return undefined
  const units = unitsIn(text)
  const unit = units[one.at % units.length]
  if (!unit) return undefined
  const { id } = unit
  const words = 'words' in one ? (SENTENCES[one.words % SENTENCES.length] ?? '') : ''
  switch (one.kind) {
    case 'words':
      return { kind: 'setText', unit: id, heading: null, body: [makeParagraph(words)] }
    case 'label':
      return { kind: 'setLabel', unit: id, label: String(one.label), num: null }
    case 'repeal':
      return { kind: 'setState', unit: id, state: 'repealed' }
    case 'remove':
      return { kind: 'remove', unit: id }
    case 'insert': {
      const body = [makeParagraph(SENTENCES[one.at % SENTENCES.length] ?? '')]
      const made = makeUnit(
        { id: unitId(fresh), kind: 'paragraph', label: '7', state: 'draft' },
        { body },
      )
      return { kind: 'insert', unit: made, at: { parent: id, after: null } }
    }
    case 'join': {
      const into = units[one.at % units.length === 0 ? 0 : (one.at % units.length) - 1]
      return into && { kind: 'join', unit: id, into: into.id }
    }
    case 'move': {
      const to = units[one.to % units.length]
      return to && { kind: 'move', unit: id, to: { parent: to.id, after: null } }
    }
  }
}

it('P30: what is kept of an act by unit equals what is read from scratch, after any edits', () => {
  const others = [{ id: 'boats', names: [], act: boats() }]
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 12 }), (deeds) => {
      let text = constitution()
      let kept = citationsByUnitNow(text, others)
      for (const [at, one] of deeds.entries()) {
        const edit = editOf(text, one, `new-${at}`)
        const done = edit && applyEditToAct(text, edit)
        if (done?.ok) text = done.value
        kept = citationsByUnitNow(text, others, kept)
        const scratch = citationsByUnitNow(text, others)
        expect([...kept.units]).toEqual([...scratch.units])
      }
    }),
    { numRuns: 60 },
  )
})

let folder: ReturnType<typeof tempFolder>
beforeEach(() => {
  folder = tempFolder()
})
afterEach(() => folder.remove())

it('P31: the index kept up with edits, names and removals equals one from scratch', async () => {
  let run = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom('constitution', 'boats', 'gardens'), deed), {
        maxLength: 10,
      }),
      async (deeds) => {
        const store = openLibrary(`${folder.dir}/${++run}`)
        addAct(store.db, 'constitution', constitution())
        addAct(store.db, 'boats', boats())
        addAct(store.db, 'gardens', gardens())
        const open = desk(store)
        const bridge = open.connect()
        const drafts = {
          constitution: await drafting(bridge, 'constitution'),
          boats: await drafting(bridge, 'boats'),
          gardens: await drafting(bridge, 'gardens'),
        }
        const removed = new Set<string>()
        for (const [at, [document, one]] of deeds.entries()) {
          if (one.kind === 'library') {
            const call = removed.delete(document) ? 'restoreDocument' : 'removeDocument'
            if (call === 'removeDocument') removed.add(document)
            value(await bridge[call]({ document }))
          } else if (removed.has(document)) continue
          else if (one.kind === 'rename')
            value(await bridge.renameDocument({ document, title: at % 2 ? 'О садах' : 'Иное' }))
          else if (one.kind === 'ignore') {
            const [first] = value(await bridge.referencesFrom({ document }))
            if (first)
              value(
                await bridge.ignoreReference({
                  document,
                  unit: first.unit,
                  text: first.text,
                  as: 'ignored',
                }),
              )
          } else {
            const edit = editOf(projectAct(drafts[document].doc), one, `new-${at}`)
            if (edit) await drafts[document].edit(edit)
          }
          value(await bridge.citationGraph({ document: null }))
          const kept = rowsKept(store)
          expect(kept).toEqual(fromScratch(store))
        }
        await open.close()
      },
    ),
    {
      numRuns: 25,
      // A draft that is edited comes first in the library: candidates keep their order all the same.
      examples: [
        [
          [
            ['boats', { kind: 'repeal', at: 0 }],
            ['constitution', { kind: 'rename' }],
            ['constitution', { kind: 'words', at: 3, words: 0 }],
          ],
        ],
      ],
    },
  )
})

/** The rows made anew. */
function fromScratch(store: Store): readonly string[] {
  const { db } = store
  for (const { document } of readSources(db)) dropSource(db, document)
  const drafts = createDraftCache(db)
  const steps = refreshed(db, drafts, emptyMemory(drafts))
  while (!steps.next().done);
  return rowsKept(store)
}
