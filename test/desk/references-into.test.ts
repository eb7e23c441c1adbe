import { afterEach, beforeEach, expect, it } from 'vitest'
import { present } from '#shared/base/assert.ts'
import { readText } from '#shared/read/read.ts'
import { SAMPLES } from '#shared/samples/samples.ts'
import { eids } from '#shared/structure/eid.ts'
import type { Store } from '#store/open.ts'
import { addAct, counter, desk, openLibrary, tempFolder, value } from '../builders/library.ts'

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

it.each(['ru', 'kk', 'en'])(
  'J17: tells who cites a unit from other documents, in %s',
  async (language) => {
    const constitution = sample(language, 'constitution')
    addAct(store.db, 'constitution', constitution)
    addAct(store.db, 'law', sample(language, 'law'))
    const incoming = value(await desk(store).connect().referencesInto({ document: 'constitution' }))
    expect(incoming.length).toBeGreaterThan(2)
    const units = eids(constitution)
    for (const { document, toUnit, fromPlace, sentence } of incoming) {
      expect(document).toBe('law')
      expect([...units.keys()].map(String)).toContain(toUnit)
      expect(fromPlace).not.toBe('')
      expect(sentence).not.toBe('')
    }
  },
)

it('J17: a document that nobody cites has none', async () => {
  addAct(store.db, 'constitution', sample('ru', 'constitution'))
  addAct(store.db, 'law', sample('ru', 'law'))
  expect(value(await desk(store).connect().referencesInto({ document: 'law' }))).toEqual([])
})

it('J17: a bare name ties no law to one of two constitutions', async () => {
  addAct(store.db, 'one', sample('ru', 'constitution'))
  addAct(store.db, 'two', sample('ru', 'constitution'))
  addAct(store.db, 'law', sample('ru', 'law'))
  expect(value(await desk(store).connect().referencesInto({ document: 'one' }))).toEqual([])
})
