import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLawClerk } from '#desk/amending/law-clerk.ts'
import { writeLawAkn } from '#shared/akn/law/write-law.ts'
import { deriveLaw } from '#shared/amend/derive/law.ts'
import { unitId } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { applyEdit } from '#shared/sync/edit.ts'
import { setInForce } from '#shared/sync/in-force.ts'
import { setWording } from '#shared/sync/wordings.ts'
import type { Store } from '#store/open.ts'
import { exported } from '../bridge/window-asks.ts'
import { act, art, para, preface, withId } from '../builders/act.ts'
import { addAct, desk, openLibrary, replica, tempFolder, value } from '../builders/library.ts'

const words = (text: string) => [schema.nodes.paragraph.create(null, schema.text(text))]
const constitution = act(
  preface('Конституция Республики'),
  withId('a1', art('1', undefined, withId('p1', para('1', 'Народ есть источник власти.')))),
)
const LAW =
  'Статья 1. Внести в Конституцию следующее изменение: в пункте 1 статьи 1 слово «Народ» заменить словами «Единый народ».'

let folder: ReturnType<typeof tempFolder>
let store: Store
beforeEach(() => {
  folder = tempFolder()
  store = openLibrary(folder.dir)
  addAct(store.db, 'a', constitution)
})
afterEach(() => folder.remove())

describe('the amending law of a draft', () => {
  it('J50 J110 U161: is written from the draft as saved, with its proof, each line with its units', async () => {
    const bench = desk(store)
    const window = bench.connect()
    const doc = await replica(window, 'a')
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    applyEdit(
      doc,
      {
        kind: 'setText',
        unit: unitId('a1/p1'),
        heading: null,
        body: words('Единый народ есть источник власти.'),
      },
      { origin: 'test', at: 0 },
    )
    for (const update of updates)
      value(await window.saveUpdate({ document: 'a', update: new Uint8Array(update) }))
    const law = value(await window.amendingLaw({ document: 'a', language: 'ru' }))
    expect(law.holds).toBe(true)
    expect(law.lines.find(({ kind }) => kind === 'item')).toMatchObject({ units: ['a1/p1'] })
    const file = value(await exported(window, { document: 'a', form: 'law', format: 'txt' }))
    expect(new TextDecoder().decode(file.bytes)).toContain('Единый народ')
    expect(file.name).toContain('(закон о внесении изменений).txt')
    const akn = value(await exported(window, { document: 'a', form: 'law', format: 'xml' }))
    expect(new TextDecoder().decode(akn.bytes)).toContain('<activeModifications>')
    expect(new TextDecoder().decode(file.bytes)).toContain('слово')
    setWording(doc, unitId('a1/p1'), 'restate')
    for (const update of updates.slice(-1))
      value(await window.saveUpdate({ document: 'a', update: new Uint8Array(update) }))
    const whole = value(await exported(window, { document: 'a', form: 'law', format: 'txt' }))
    expect(new TextDecoder().decode(whole.bytes)).toContain('изложить в следующей редакции')
    await bench.close()
  })

  it('M76 U193: comes into force when the drafters chose, in every format', async () => {
    const bench = desk(store)
    const window = bench.connect()
    const doc = await replica(window, 'a')
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    const body = words('Единый народ есть источник власти.')
    const edit = { kind: 'setText', unit: unitId('a1/p1'), heading: null, body } as const
    applyEdit(doc, edit, { origin: 'test', at: 0 })
    setInForce(doc, 'the law', { kind: 'date', date: '2027-01-01' })
    for (const update of updates)
      value(await window.saveUpdate({ document: 'a', update: new Uint8Array(update) }))
    const law = value(await window.amendingLaw({ document: 'a', language: 'ru' }))
    const sentence = 'Настоящий Закон вводится в действие с 1 января 2027 года.'
    expect(law.lines.at(-1)).toMatchObject({ kind: 'article', num: 'Статья 2.', text: sentence })
    const said = async (format: 'txt' | 'html' | 'xml' | 'docx') => {
      const file = value(await exported(window, { document: 'a', form: 'law', format }))
      return format === 'docx'
        ? strFromU8(unzipSync(file.bytes)['word/document.xml'] ?? new Uint8Array())
        : new TextDecoder().decode(file.bytes)
    }
    for (const format of ['txt', 'html', 'xml', 'docx'] as const)
      expect(await said(format), format).toContain(sentence)
    expect(await said('xml')).toContain('date="2027-01-01"')
    await bench.close()
  })

  it('J51: is applied to the draft by review: an outcome for each instruction, and nothing saved', async () => {
    const bench = desk(store)
    const window = bench.connect()
    const law = { name: 'law.txt', bytes: new TextEncoder().encode(LAW) }
    const ask = (only: number[] | null) => window.applyAmendingLaw({ document: 'a', law, only })
    const { outcomes, act: amended } = value(await ask(null))
    expect(outcomes.map(({ n, outcome }) => [n, outcome])).toEqual([[1, 'applied']])
    expect(schema.nodeFromJSON(amended).textContent).toContain('Единый народ есть')
    const none = value(await ask([]))
    expect(schema.nodeFromJSON(none.act).textContent).toBe(constitution.textContent)
    const again = value(await window.amendingLaw({ document: 'a', language: 'ru' }))
    expect(again.instructions).toBe(0)
    await bench.close()
  })

  it('J110: is read and applied from Akoma Ntoso, as we write it', async () => {
    const bench = desk(store)
    const window = bench.connect()
    const words = para('1', 'Народ есть источник права.')
    const draft = act(
      preface('Конституция Республики'),
      withId('a1', art('1', undefined, withId('p1', words))),
    )
    const { law } = deriveLaw(constitution, draft)
    let last = 0
    const newId = () => unitId(`law-${last++}`)
    const bytes = new TextEncoder().encode(writeLawAkn(law, { base: constitution, newId }))
    const asked = { document: 'a', law: { name: 'law.xml', bytes }, only: null }
    const { outcomes, act: amended } = value(await window.applyAmendingLaw(asked))
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['applied'])
    expect(outcomes[0]?.text).toContain('слово «власти» заменить словом «права»')
    expect(schema.nodeFromJSON(amended).textContent).toContain('источник права.')
    await bench.close()
  })

  it('J52: table and law are written only in the formats that can hold them', async () => {
    const bench = desk(store)
    const window = bench.connect()
    const csv = value(await exported(window, { document: 'a', form: 'table', format: 'csv' }))
    expect(new TextDecoder().decode(csv.bytes)).toContain('Действующая редакция')
    const none = await exported(window, { document: 'a', form: 'law', format: 'csv' })
    expect(none).toMatchObject({ problem: { code: 'desk/no-such-export' } })
    await bench.close()
  })

  it('J53: what is asked of a clerk that stops ends as a problem', async () => {
    const clerk = createLawClerk()
    const asked = clerk.apply({
      kind: 'apply',
      draft: constitution.toJSON(),
      law: { name: 'law.txt', bytes: new TextEncoder().encode(LAW) },
      only: null,
    })
    await clerk.stop()
    expect(await asked).toMatchObject({ ok: false, problem: { code: 'desk/law-clerk' } })
  })
})
